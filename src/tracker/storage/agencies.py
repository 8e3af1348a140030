"""Writes: agencies, their spellings, parts, groups and focal points."""

from collections.abc import Iterable
from datetime import date

from sqlalchemy import ColumnElement
from sqlmodel import Session, col, delete, or_, select

from tracker.domain.permission import Relations
from tracker.domain.records import Agency, AgencySpelling, FocalPoint, GroupChair, GroupMember
from tracker.domain.text import fold_name
from tracker.domain.vocabulary import AgencyKind, Spelling


def spellings(session: Session) -> dict[str, str]:
    """Give the code of the agency that each folded spelling means."""
    rows = session.exec(
        select(AgencySpelling.folded, Agency.code).join(
            Agency, col(Agency.id) == AgencySpelling.agency_id
        )
    )
    return dict(rows.all())


def agency_coded(session: Session, code: str) -> Agency | None:
    """Give the agency whose code it is, in any letter case."""
    return session.exec(
        select(Agency)
        .join(AgencySpelling, col(AgencySpelling.agency_id) == Agency.id)
        .where(AgencySpelling.folded == fold_name(code), AgencySpelling.kind == Spelling.CODE)
    ).first()


def set_spellings(session: Session, agency: Agency, wanted: Iterable[tuple[Spelling, str]]) -> None:
    """Let `wanted` be the ways of writing `agency`; the first of two that fold alike stays."""
    _clear(session, AgencySpelling, agency)
    seen: dict[str, AgencySpelling] = {}
    for position, (kind, written) in enumerate(wanted):
        folded = fold_name(written)
        seen.setdefault(
            folded,
            AgencySpelling(
                folded=folded, agency_id=agency.key, kind=kind, written=written, position=position
            ),
        )
    session.add_all(seen.values())
    session.flush()


def written(session: Session, agency: Agency, kind: Spelling) -> list[str]:
    """Give the aliases or the former names of an agency, in order."""
    return list(
        session.exec(
            select(AgencySpelling.written)
            .where(AgencySpelling.agency_id == agency.id, AgencySpelling.kind == kind)
            .order_by(col(AgencySpelling.position))
        )
    )


def own_spellings(session: Session, agency: Agency) -> set[str]:
    """Give the folded spellings that mean `agency`."""
    return set(
        session.exec(select(AgencySpelling.folded).where(AgencySpelling.agency_id == agency.id))
    )


def set_groups(session: Session, agency: Agency, groups: Iterable[Agency]) -> None:
    """Let `groups` be those of which `agency` is a member."""
    session.exec(delete(GroupMember).where(col(GroupMember.member_id) == agency.id))
    session.add_all(GroupMember(group_id=group.key, member_id=agency.key) for group in groups)
    session.flush()


def set_chairs(
    session: Session, group: Agency, chairs: Iterable[tuple[Agency, date | None, date | None]]
) -> None:
    """Let `chairs` be those who chair `group`, each from one day to another."""
    session.exec(delete(GroupChair).where(col(GroupChair.group_id) == group.id))
    session.add_all(
        GroupChair(group_id=group.key, chair_id=chair.key, since=since, until=until)
        for chair, since, until in chairs
    )
    session.flush()


def set_focal_points(session: Session, agency: Agency, points: Iterable[FocalPoint]) -> None:
    """Let `points` be the focal points of `agency`."""
    _clear(session, FocalPoint, agency)
    session.add_all(points)
    session.flush()


def relations(session: Session, agency: Agency, *, day: date) -> Relations:
    """Tell where `agency` stands among the others on `day`."""
    return Relations(
        agency=agency.key,
        parts=frozenset(_parts(session, agency)),
        chairs=frozenset(
            session.exec(
                select(GroupChair.group_id).where(
                    GroupChair.chair_id == agency.id, *_holds_on(GroupChair, day)
                )
            )
        ),
        member_of=frozenset(
            session.exec(
                select(GroupMember.group_id).where(
                    GroupMember.member_id == agency.id, *_holds_on(GroupMember, day)
                )
            )
        ),
    )


def is_within(session: Session, agency: Agency, whole: Agency) -> bool:
    """Tell whether `agency` is `whole` or, through any number of steps, part of it."""
    return agency.id == whole.id or agency.id in _parts(session, whole)


def _parts(session: Session, whole: Agency) -> set[int]:
    found: set[int] = set()
    step = {whole.id}
    while step:
        below = session.exec(select(Agency.id).where(col(Agency.part_of_id).in_(step))).all()
        step = {part for part in below if part is not None and part not in found}
        found |= {part for part in step if part is not None}
    return found


def _holds_on(period: type[GroupChair] | type[GroupMember], day: date) -> list[ColumnElement[bool]]:
    return [
        or_(col(period.since).is_(None), col(period.since) <= day),
        or_(col(period.until).is_(None), col(period.until) >= day),
    ]


def _clear(session: Session, kind: type[AgencySpelling | FocalPoint], agency: Agency) -> None:
    session.exec(delete(kind).where(col(kind.agency_id) == agency.id))


def codes(session: Session) -> list[str]:
    """Give the code of every agency, of those that were merged or added by mistake too."""
    return list(session.exec(select(Agency.code)))


def persons_called(session: Session, name: str) -> list[Agency]:
    """Give the agencies that are persons and have `name` as code, name, alias or former name."""
    folded = fold_name(name)
    spelt = select(AgencySpelling.agency_id).where(AgencySpelling.folded == folded)
    meant = set(session.exec(spelt))
    persons = session.exec(
        select(Agency).where(Agency.kind == AgencyKind.PERSON).order_by(col(Agency.id))
    )
    return [
        agency
        for agency in persons
        if agency.id in meant or folded in (fold_name(agency.code), fold_name(agency.name))
    ]


def merged_with(session: Session, agency: Agency) -> list[Agency]:
    """Give the agency that `agency` is by now, and all that were merged into that one."""
    stays = session.get_one(Agency, agency.merged_into_id or agency.key)
    gone = session.exec(select(Agency).where(Agency.merged_into_id == stays.id))
    return [stays, *gone]
