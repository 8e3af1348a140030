"""The chain of history: what of an entry is hashed, and in which form (docs/history.md)."""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

FIRST = "0" * 64

# The fields that are hashed, by the names under which they are. A field that is null is left out,
# so that one added later leaves the hashes of earlier entries as they are.
HASHED = (
    "number",
    "uid",
    "act",
    "deed",
    "subject",
    "subject_uid",
    "recorded_at",
    "true_on",
    "by",
    "capacity",
    "acting_agency",
    "for_agency",
    "door",
    "channel",
    "status",
    "changes",
    "note",
    "reason",
    "evidence",
    "restricted",
    "undoes",
    "previous",
)


def canonical(entry: Mapping[str, Any]) -> bytes:
    """Write an entry's hashed fields as one line of JSON.

    UTF-8, keys in the order of their code points at every level, no white space outside strings,
    characters not escaped but for what JSON demands, null fields left out. `entry` holds plain
    JSON values: people, agencies and what it is about by their uid, instants as
    "2015-09-01T10:00:00.000000Z", days as "2015-09-01".
    """
    told = {name: entry[name] for name in HASHED if entry.get(name) is not None}
    return json.dumps(told, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def digest(entry: Mapping[str, Any]) -> str:
    """Give the SHA-256 of an entry in hexadecimal."""
    return hashlib.sha256(canonical(entry)).hexdigest()
