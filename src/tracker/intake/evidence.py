"""Evidence as typed: an address on the web, or a file of which name and SHA-256 are kept."""

import hashlib
from pathlib import Path
from urllib.parse import urlsplit

from tracker.errors import Refused


def read_evidence(typed: str) -> str:
    """Read an address or the path of a file; a file becomes "NAME sha256:…".

    Raises Refused for what is neither, or a file that cannot be read.
    """
    parts = urlsplit(typed)
    if parts.scheme.casefold() in {"http", "https"} and parts.hostname:
        if any(character.isspace() for character in typed):
            raise Refused(f"The address “{typed}” has a space in it. Nothing was changed.")
        return typed
    path = Path(typed).expanduser()
    if parts.scheme and "://" in typed:
        raise Refused(
            f"Evidence “{typed}” is no address that tracker keeps. Accepted: https://…, http://…, "
            "or the path of a file. Nothing was changed."
        )
    try:
        with path.open("rb") as file:
            digest = hashlib.file_digest(file, "sha256").hexdigest()
    except OSError as error:
        raise Refused(
            f"Evidence “{typed}” is no address (https://…) and no file that can be read: "
            f"{error.strerror}. Nothing was changed."
        ) from error
    return f"{path.name} sha256:{digest}"
