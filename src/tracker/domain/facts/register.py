"""What views show of the register."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class RegisterFact:
    """The register itself; `time_zone` is an IANA name, `uid` a UUIDv7."""

    uid: str
    name: str
    time_zone: str
