"""The shells' scripts for completion, and where each is installed."""

import os
import shlex
from pathlib import Path

_MARK = "# completion of tracker"


def script(shell: str) -> str:
    """Give the script for bash, zsh or fish."""
    return (Path(__file__).parent / f"tracker.{shell}").read_text(encoding="utf-8")


def install_for(shell: str, *, dry_run: bool = False) -> list[Path]:
    """Install the script for a shell; give the files that were, or would be, written.

    bash and zsh read it from a line in the file that they start with. Refused where a file
    cannot be read or written.
    """
    if shell == "fish":
        place = _folder("XDG_CONFIG_HOME", ".config") / "fish" / "completions" / "tracker.fish"
        wanted = {place: script(shell).encode()}
    else:
        place = _folder("XDG_DATA_HOME", ".local/share") / "tracker" / f"completion.{shell}"
        starting = _starting_file(shell)
        wanted = {
            place: script(shell).encode(),
            starting: _with_line(_read(starting) or b"", place),
        }
    changed = {path: content for path, content in wanted.items() if _read(path) != content}
    if not dry_run:
        for path, content in changed.items():
            _write(path, content)
    return list(changed)


def _starting_file(shell: str) -> Path:
    if shell == "zsh":
        return Path(os.environ.get("ZDOTDIR") or Path.home()) / ".zshrc"
    return Path.home() / ".bashrc"


def _with_line(before: bytes, place: Path) -> bytes:
    """Give a shell's starting file with the line that reads `place` as its last one."""
    quoted = shlex.quote(str(place))
    line = f"[ -r {quoted} ] && . {quoted}  {_MARK}\n".encode()
    kept = [old for old in before.splitlines(keepends=True) if not old.rstrip().endswith(_mark())]
    if line in before.splitlines(keepends=True):
        return before
    if kept and not kept[-1].endswith(b"\n"):
        kept[-1] += b"\n"
    return b"".join([*kept, line])


def _mark() -> bytes:
    return _MARK.encode()


def _folder(variable: str, otherwise: str) -> Path:
    given = os.environ.get(variable, "")
    # The standard passes over a folder that is not absolute.
    return Path(given) if Path(given).is_absolute() else Path.home() / otherwise


def _read(path: Path) -> bytes | None:
    from tracker.errors import Refused

    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Refused(f"{path} cannot be read: {reason}. Nothing was changed.") from None


def _write(path: Path, content: bytes) -> None:
    from tracker.config import write_whole
    from tracker.errors import Refused

    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "unknown reason").lower()
        raise Refused(f"{path.parent} cannot be made: {reason}. Nothing was changed.") from None
    write_whole(path, content)
