"""Where things are kept, and the settings: a TOML file where the platform keeps such files."""

import errno
import os
import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tracker.errors import Refused, RegisterUnusable, WrongWords, nearest

PAPERS = ("a4", "letter")
_LONGEST_NAME = 500
# What the system says when a disk, a quota or the largest allowed file is full.
NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting; `keep` gives a value as it is kept, or raises ValueError with what it takes."""

    name: str
    meaning: str
    keep: Callable[[str], str]
    default: Callable[[], str | None]


@dataclass(frozen=True, slots=True)
class SettingFact:
    """A setting as it stands; `kept` tells whether the file has it."""

    name: str
    value: str | None
    kept: bool
    meaning: str


def settings_path() -> Path:
    """Give the path of the settings file, which need not exist."""
    from platformdirs import user_config_path

    return user_config_path("tracker", appauthor=False) / "config.toml"


def default_register() -> str:
    """Give the path of the register where nothing else is asked for."""
    from platformdirs import user_data_path

    return str(user_data_path("tracker", appauthor=False) / "tracker.db")


def is_url(register: str) -> bool:
    """Tell a database's URL from the path of a file."""
    return "://" in register


def masked(register: str) -> str:
    """Give a register's path or URL without the password in it."""
    hidden = re.sub(r"(://[^:/@]*:).*@", r"\1***@", register, flags=re.DOTALL)
    return re.sub(r"(?i)(password=)[^&\s]*", r"\1***", hidden)


def _name(value: str) -> str:
    if not value.strip() or len(value) > _LONGEST_NAME:
        raise ValueError(f"a name of at most {_LONGEST_NAME} characters")
    return value


def _register(value: str) -> str:
    if not value.strip():
        raise ValueError("a path or a URL")
    return value if is_url(value) else str(Path(value).expanduser().absolute())


def _paper(value: str) -> str:
    if value.casefold() not in PAPERS:
        raise ValueError(" or ".join(PAPERS))
    return value.casefold()


def _count(value: str) -> str:
    if not re.fullmatch("[0-9]{1,3}", value):
        raise ValueError("a whole number from 0 to 999")
    return str(int(value))


SETTINGS: dict[str, Setting] = {
    setting.name: setting
    for setting in (
        Setting("name", "who acts, in history; else your login name", _name, lambda: None),
        Setting(
            "register", "the register's file, or its database's URL", _register, default_register
        ),
        Setting("paper", "the paper that reports are laid out for", _paper, lambda: "a4"),
        Setting("backups", "how many backups are kept beside the register", _count, lambda: "5"),
    )
}


def read_setting(name: str) -> str | None:
    """Give the value in force of one setting. Refused where the file or the value is broken."""
    path = settings_path()
    return _fact(SETTINGS[name], path, _text(path)).value


def read_settings() -> list[SettingFact]:
    """Give every setting as it stands. Refused where the file or a value in it is broken."""
    path = settings_path()
    text = _text(path)
    return [_fact(setting, path, text) for setting in SETTINGS.values()]


def unknown_settings() -> list[str]:
    """Give the names in the settings file that mean nothing to this version."""
    path = settings_path()
    return [name for name in _parsed(path, _text(path)) if name not in SETTINGS]


def setting_value(name: str, value: str) -> str | None:
    """Give `value` as the setting `name` keeps it; None for "none", which removes it.

    WrongWords where there is no such setting, or it does not take this value.
    """
    setting = known_setting(name)
    if value == "none":
        return None
    try:
        return setting.keep(value)
    except ValueError as takes:
        raise WrongWords(
            f"The setting {name} cannot be “{value}”. It takes {takes}, or none to remove it. "
            "Nothing was changed."
        ) from None


def known_setting(name: str) -> Setting:
    """Give a setting by its name; WrongWords with the nearest where there is none."""
    if name not in SETTINGS:
        raise WrongWords(
            f"There is no setting “{name}”.{nearest(name, SETTINGS)} "
            f"The settings are {', '.join(SETTINGS)}. Nothing was changed."
        )
    return SETTINGS[name]


def change_setting(name: str, value: str | None) -> None:
    """Keep `value`, checked by `setting_value`, in the settings file; None removes it."""
    import tomlkit

    path = settings_path()
    text = _text(path)
    _parsed(path, text)
    document = tomlkit.parse(text)
    if value is not None:
        document[name] = value
    elif name in document:
        del document[name]
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    write_whole(path, tomlkit.dumps(document).encode(), private=True)


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file whole or not at all; a `private` one only its owner can read.

    RegisterUnusable where there is no space, Refused where it cannot be written otherwise.
    """
    try:
        target = path.resolve()
        if target.exists() and not target.is_file():
            # A device or a pipe is written into and never replaced.
            target.write_bytes(data)
        else:
            _replace(target, data, private)
    except OSError as error:
        reason = (error.strerror or "cannot be written").lower()
        if error.errno in NO_SPACE:
            raise RegisterUnusable(
                f"{path} was not written: there is no space left ({reason}). What stood there "
                "before is unchanged."
            ) from None
        raise Refused(f"{path} cannot be written: {reason}. Nothing was changed.") from None


def _replace(target: Path, data: bytes, private: bool) -> None:
    beside = target.with_name(f".tracker-{os.getpid()}.tmp")
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    descriptor = os.open(beside, flags, 0o600 if private else 0o666)
    try:
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if target.exists() and not private:
            beside.chmod(target.stat().st_mode & 0o777)
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return ""
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Refused(f"The settings file {path} cannot be read: {reason}.") from None
    except UnicodeDecodeError:
        raise Refused(
            f"The settings file {path} is not UTF-8 text. Mend it or remove it."
        ) from None


def _parsed(path: Path, text: str) -> dict[str, Any]:
    import tomllib

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise Refused(
            f"The settings file {path} is not TOML: {error}. A setting looks like "
            'name = "Ana Pereira", a line each. Mend the line or remove the file.'
        ) from None


def _fact(setting: Setting, path: Path, text: str) -> SettingFact:
    name, value = setting.name, _parsed(path, text).get(setting.name)
    if value is None:
        return SettingFact(name, setting.default(), kept=False, meaning=setting.meaning)
    try:
        if not isinstance(value, str):
            raise ValueError(f'a text in quotes, as in {name} = "…"')  # noqa: TRY301, TRY004
        return SettingFact(name, setting.keep(value), kept=True, meaning=setting.meaning)
    except ValueError as takes:
        raise Refused(
            f"The settings file {path}{_line_of(name, text)}: {name} cannot be “{value}”; "
            f"it takes {takes}. Mend the line or remove it."
        ) from None


def _line_of(name: str, text: str) -> str:
    for number, line in enumerate(text.splitlines(), start=1):
        if re.match(rf"\s*[\"']?{name}[\"']?\s*=", line):
            return f", line {number}"
    return ""
