"""What can go wrong, in words for the coordinator, each with its exit code (docs/exit-codes.md)."""

from collections.abc import Iterable


class TrackerError(Exception):
    """A refusal in one or more plain sentences; `exit_code` is what the process ends with."""

    exit_code = 1


class Refused(TrackerError):
    """The register or a reader judged the input and refused it; nothing was changed."""


class WrongWords(TrackerError):
    """The command's words are off: what was typed cannot be a command of this form."""

    exit_code = 2


class RegisterUnusable(TrackerError):
    """The register is missing, locked, corrupt, too new, unreachable, or out of space."""

    exit_code = 3


class NotPermitted(TrackerError):
    """This actor may not do this; nothing was changed."""

    exit_code = 4


class DoneInPart(TrackerError):
    """Some of it was done; the message lists what remains, and doing it again is safe."""

    exit_code = 5


def nearest(typed: str, known: Iterable[str], *, count: int = 3) -> str:
    """Say which of `known` lie nearest to `typed`: " Nearest: A, B." or nothing."""
    from difflib import get_close_matches

    # A code may be typed in full words and the other way round, so letter case is no distance.
    spellings: dict[str, str] = {}
    for word in known:
        spellings.setdefault(word.casefold(), word)
    close = get_close_matches(typed.casefold(), spellings, n=count, cutoff=0.5)
    return f" Nearest: {', '.join(spellings[word] for word in close)}." if close else ""
