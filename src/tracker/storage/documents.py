"""Writes: documents that commitments were taken from."""

import hashlib
from datetime import datetime

from sqlmodel import Session, select

from tracker.domain.records import Document
from tracker.domain.text import fold
from tracker.storage.identity import new_uid


def document_named(
    session: Session, name: str, *, meeting_id: int | None, now: datetime
) -> Document:
    """Give the document of that name, filed under the meeting where it is new."""
    known = session.exec(select(Document).where(Document.name_folded == fold(name))).first()
    if known is not None:
        return known
    document = Document(
        uid=new_uid(),
        name=name,
        name_folded=fold(name),
        meeting_id=meeting_id,
        created_at=now,
    )
    session.add(document)
    session.flush()
    return document


def keep_text(session: Session, document: Document, text: str) -> None:
    """Keep the text of a document as read, with its SHA-256 (of the text in UTF-8)."""
    document.text = text
    document.sha256 = hashlib.sha256(text.encode()).hexdigest()
    session.add(document)
