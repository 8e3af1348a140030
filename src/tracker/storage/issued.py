"""Writes: issued reports. What was issued is added, and never changed."""

import hashlib
from collections.abc import Mapping

from sqlmodel import Session, func, select

from tracker.domain.records import IssuedFile, IssuedReport


def next_number(session: Session) -> int:
    """Give the number that comes next; the writer's transaction keeps it from all others."""
    return (session.exec(select(func.max(IssuedReport.id))).one() or 0) + 1


def add_report(session: Session, report: IssuedReport, files: Mapping[str, bytes]) -> None:
    """Keep a report that has its number, and its bytes by format."""
    session.add(report)
    session.flush()
    for form, content in files.items():
        kept = IssuedFile(
            report_id=report.id or 0,
            format=form,
            sha256=hashlib.sha256(content).hexdigest(),
            content=content,
        )
        session.add(kept)
    session.flush()
