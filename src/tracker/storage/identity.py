"""Identifiers that hold between registers."""

from uuid_utils import uuid7


def new_uid() -> str:
    """Make a UUIDv7 (RFC 9562), whose order is the order of making."""
    return str(uuid7())
