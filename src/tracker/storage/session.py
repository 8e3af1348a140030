"""The session that services are typed with; they name SQLModel nowhere."""

from sqlmodel import Session

__all__ = ["Session"]
