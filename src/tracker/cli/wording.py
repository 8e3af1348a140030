"""Every failure in plain words: what was wrong, what lies nearest, what would be accepted.

Typer's own refusals are read by their parts where they have them, and by their text where not.
"""

import re
from ast import literal_eval
from typing import Any

import typer

from tracker.config import NO_SPACE
from tracker.errors import Refused, RegisterUnusable, TrackerError, WrongWords, nearest

# The options of `tracker` itself, which people put after the command.
_ROOT_OPTIONS = ("--db", "--as", "--by", "--debug")
# A value as Typer repeats it: Python's own way of writing a text.
_QUOTED = r"""'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*\""""


def in_plain_words(error: Exception) -> TrackerError:
    """Give any failure as a TrackerError whose message a coordinator can act on."""
    if isinstance(error, TrackerError):
        return error
    if isinstance(error, typer.TyperException):
        return WrongWords(_of_usage(error))
    if isinstance(error, OSError) and error.strerror:
        return _of_system(error)
    return TrackerError(
        f"Something unforeseen went wrong: {_summary(error)}. That is a fault of tracker and not "
        "of what you typed. `tracker --debug` before the same command shows where."
    )


def _of_system(error: OSError) -> TrackerError:
    reason = str(error.strerror)
    where = f"{error.filename}: " if error.filename is not None else ""
    if error.errno in NO_SPACE:
        return RegisterUnusable(f"{where}there is no space left ({reason}). Make room and retry.")
    return Refused(f"{where}{reason[:1].lower()}{reason[1:]}.")


def _of_usage(error: typer.TyperException) -> str:
    ctx: Any = getattr(error, "ctx", None)
    command = ctx.command_path if ctx else "tracker"
    said = f"{_what(error, ctx, command).rstrip('.')}. Nothing was changed."
    return f"{said} `{command} --help` shows what it takes." if ctx else said


def _what(error: typer.TyperException, ctx: Any, command: str) -> str:
    option = getattr(error, "option_name", None)
    if option is not None and hasattr(error, "possibilities"):
        return _unknown_option(str(option), ctx, command)
    if option is not None:
        takes_none = "does not take" in error.message
        return f"{option} takes no value" if takes_none else f"{option} needs a value after it"
    if isinstance(error, typer.BadParameter):
        return _bad_value(error)
    extra = re.fullmatch(r"Got unexpected extra argument\(s\) \((.*)\)", error.message, re.DOTALL)
    if extra:
        return (
            f"{command} takes no further words than those before “{extra[1]}”; "
            "a text of several words stands in quotes"
        )
    if error.message == "Missing command.":
        return f"{command} needs a command after it"
    return error.format_message()


def _unknown_option(option: str, ctx: Any, command: str) -> str:
    if ctx is not None and ctx.parent is not None and option in _ROOT_OPTIONS:
        return f"{option} stands before the command, directly after tracker"
    known = [name for param in ctx.command.get_params(ctx) for name in param.opts] if ctx else []
    longer = [name for name in known if name.startswith("--")]
    return f"{command} has no option {option}.{nearest(option, longer)}"


def _bad_value(error: typer.BadParameter) -> str:
    param: Any = error.param
    name = param.human_readable_name if param is not None else ""
    if param is not None and param.param_type_name == "option":
        name = max(param.opts, key=len)
    if not error.message:
        return f"{name.upper() if not name.startswith('-') else name} is missing"
    choice = re.fullmatch(rf"({_QUOTED}) is not one of (.*)\.", error.message, re.DOTALL)
    if choice:
        known = [literal_eval(word) for word in re.findall(_QUOTED, choice[2])]
        typed = literal_eval(choice[1])
        return f"{name} cannot be “{typed}”.{nearest(typed, known)} It takes {', '.join(known)}"
    number = re.fullmatch(rf"({_QUOTED}) is not a valid int( range)?\.", error.message, re.DOTALL)
    if number:
        return f"{name} cannot be “{literal_eval(number[1])}”. It takes a whole number"
    outside = re.fullmatch(r"(-?\d+) is not in the range .*\.", error.message)
    if outside:
        least, most = param.type.min, param.type.max
        ends = f"from {least}" + (f" to {most}" if most is not None else " on")
        return f"{name} cannot be {outside[1]}. It takes whole numbers {ends}"
    return f"{name}: {error.message}"


def _summary(error: Exception) -> str:
    words = " ".join(str(error).split())[:300]
    return f"{type(error).__name__}: {words}" if words else type(error).__name__
