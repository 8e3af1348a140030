"""Evidence as typed: an address on the web, or a file of which name and SHA-256 are kept."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

from tracker.errors import Refused


def read_evidence(typed: str) -> str:
    """Read an address or the path of a file; a file becomes "NAME sha256:…".

    Raises Refused for what is neither, or a file that cannot be read.
    """
    scheme, host = _address(typed)
    if scheme in {"http", "https"} and host:
        if any(character.isspace() for character in typed):
            raise Refused(f"The address “{typed}” has a space in it. Nothing was changed.")
        return typed
    if "://" in typed:
        raise Refused(
            f"Evidence “{typed}” is no address that tracker keeps. Accepted: https://…, http://…, "
            "or the path of a file. Nothing was changed."
        )
    try:
        path = Path(typed).expanduser()
        # A device or a pipe may never end.
        if path.exists() and not path.is_file():
            raise Refused(f"Evidence “{typed}” is no file. Nothing was changed.")
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, RuntimeError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no such file"
        raise Refused(
            f"Evidence “{typed}” is no address (https://…) and no file that can be read: "
            f"{why}. Nothing was changed."
        ) from error
    return f"{path.name} sha256:{digest}"


def _address(typed: str) -> tuple[str, str | None]:
    try:
        parts = urlsplit(typed.strip())
    except ValueError:
        return "", None
    return parts.scheme.casefold(), parts.hostname
