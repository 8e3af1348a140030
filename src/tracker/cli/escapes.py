"""What is made safe before anybody is shown it: the one place that knows hostile characters."""

import re

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f]")
# Embeddings, overrides and isolates make a line read otherwise than it is.
_OVERRIDES = re.compile("[\u202a-\u202e\u2066-\u2069\ufeff]")
_RAW_IN_JSON = re.compile("[\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufeff\ud800-\udfff]")


def shown(text: str) -> str:
    """Make `text` safe to show: control characters become visible, changes of direction go."""
    text = _OVERRIDES.sub("", text.replace("\r\n", "\n"))
    return _CONTROLS.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def one_line(text: str) -> str:
    """Make `text` safe to show, on one line."""
    return shown(" ".join(text.split()))


def json_text(value: object, *, indent: int | None = None) -> str:
    """Write a value as JSON that loses nothing: whatever could mislead is written as its number."""
    import json

    text = json.dumps(value, ensure_ascii=False, indent=indent)
    return _RAW_IN_JSON.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
