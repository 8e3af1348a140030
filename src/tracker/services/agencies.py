"""What a user can do with agencies."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from tracker.domain.drafts import AgencyDraft, checked
from tracker.domain.permission import Act
from tracker.domain.records import Agency, FocalPoint
from tracker.domain.text import clean_line, fold_name
from tracker.domain.vocabulary import AgencyKind, Spelling
from tracker.errors import Refused
from tracker.intake.directory import un_system
from tracker.intake.names import make_code
from tracker.intake.periods import read_period, read_person
from tracker.intake.spellings import split_bracket
from tracker.services.acting import Actor, Doing, find_agency
from tracker.storage import agencies, history, people
from tracker.storage.identity import new_uid
from tracker.storage.session import Session

_KEPT = "Nothing was changed."


@dataclass(frozen=True, slots=True)
class DirectoryLoad:
    """What loading a directory did: codes added, and codes that were there already."""

    added: tuple[str, ...]
    known: tuple[str, ...]


def add_agency(session: Session, actor: Actor, draft: AgencyDraft, *, dry_run: bool = False) -> str:
    """Add an agency; give its code."""
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_AGENCIES)
    code = _added(doing, draft).code
    doing.finish(dry_run=dry_run)
    return code


def edit_agency(
    session: Session, actor: Actor, typed: str, asked: dict[str, Any], *, dry_run: bool = False
) -> str:
    """Correct an agency; `asked` holds the draft's fields that change (None or empty removes)."""
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_AGENCIES)
    for field in ("code", "name"):
        if field in asked and asked[field] is None:
            raise Refused(f"An agency cannot be without its {field}. {_KEPT}")
    agency = find_agency(session, typed)
    before = history.state_of(session, agency)
    names_before = history.names_of(session, agency)
    agency.kind = asked.get("kind", agency.kind)
    agency.code = asked.get("code", agency.code)
    agency.name = asked.get("name", agency.name)
    if {"code", "name", "aliases", "former_names"} & asked.keys():
        _spell(
            session,
            agency,
            aliases=asked.get("aliases", names_before["aliases"]) or (),
            former_names=asked.get("former_names", names_before["former_names"]) or (),
            called=names_before["code"],
        )
    also = _relate(doing, agency, asked)
    agency.updated_at = actor.now
    session.add(agency)
    if agency.kind == AgencyKind.PERSON:
        # That a name changed, or became a person's, is told; what it was is not.
        names, became = history.names_of(session, agency), before["kind"] != agency.kind
        also |= {
            field: [history.hidden(names_before[field]), history.hidden(name)]
            for field, name in names.items()
            if name != names_before[field] or (became and name)
        }
    if doing.record(agency, deed="edit", before=before, also=also) is None:
        raise Refused(f"{agency.code} says this already. {_KEPT}")
    code = agency.code
    doing.finish(dry_run=dry_run)
    return code


def load_un_system(session: Session, actor: Actor, *, dry_run: bool = False) -> DirectoryLoad:
    """Add the entities of the United Nations system that the register does not know yet."""
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_AGENCIES)
    known = agencies.spellings(session)
    added, there = [], []
    for entity in un_system():
        if fold_name(entity.code) in known or fold_name(entity.name) in known:
            there.append(entity.code)
            continue
        # A spelling that the register has given to another agency stays with that one.
        free = [name for name in entity.aliases if fold_name(name) not in known]
        former = [name for name in entity.former_names if fold_name(name) not in known]
        draft = AgencyDraft(
            code=entity.code,
            name=entity.name,
            kind=entity.kind,
            aliases=tuple(free),
            former_names=tuple(former),
            part_of=entity.part_of,
        )
        _added(doing, draft)
        spelt = (entity.code, entity.name, *free, *former)
        known |= {fold_name(name): entity.code for name in spelt}
        added.append(entity.code)
    doing.finish(dry_run=dry_run)
    return DirectoryLoad(tuple(added), tuple(there))


def add_by_name(doing: Doing, typed: str) -> Agency:
    """Add an agency of which only the name is known, under a code made from it."""
    doing.hold(Act.CHANGE_AGENCIES)
    codes = {code.casefold() for code in agencies.spellings(doing.session).values()}
    name, short = split_bracket(clean_line(typed))
    code = short if short and _is_code(short) and short.casefold() not in codes else name
    if not _is_code(code):
        code = make_code(name, taken=codes)
    return _added(doing, checked(AgencyDraft, {"code": code, "name": name}, where="agency: "))


def _is_code(name: str) -> bool:
    return name.isupper() and name.isalnum() and len(name) <= 12


def _added(doing: Doing, draft: AgencyDraft) -> Agency:
    agency = Agency(
        uid=new_uid(),
        code=draft.code,
        name=draft.name,
        kind=draft.kind,
        created_at=doing.actor.now,
        updated_at=doing.actor.now,
    )
    _hold_spellings_free(
        doing.session,
        agency,
        (draft.code, draft.name, *draft.aliases, *draft.former_names),
        called=draft.code,
    )
    doing.session.add(agency)
    doing.session.flush()
    _spell(
        doing.session,
        agency,
        aliases=draft.aliases,
        former_names=draft.former_names,
        called=draft.code,
    )
    _relate(doing, agency, {name: value for name, value in draft if value})
    doing.session.add(agency)
    doing.record(agency, deed="add", before={})
    return agency


def _spell(
    session: Session,
    agency: Agency,
    *,
    aliases: Iterable[str],
    former_names: Iterable[str],
    called: str,
) -> None:
    wanted = [(Spelling.CODE, agency.code), (Spelling.NAME, agency.name)]
    wanted += [(Spelling.ALIAS, name) for name in aliases]
    wanted += [(Spelling.FORMER_NAME, name) for name in former_names]
    _hold_spellings_free(session, agency, [name for _, name in wanted], called=called)
    agencies.set_spellings(session, agency, wanted)


def _hold_spellings_free(
    session: Session, agency: Agency, names: Iterable[str], *, called: str
) -> None:
    known = agencies.spellings(session)
    with session.no_autoflush:
        own = agencies.own_spellings(session, agency) if agency.id is not None else set()
    for name in names:
        folded = fold_name(name)
        if folded == "none":
            raise Refused(f"“{name}” stands for no agency at all, and cannot mean one. {_KEPT}")
        owner = known.get(folded)
        if owner is not None and folded not in own:
            raise Refused(f"“{name}” means {owner} already, and cannot mean {called} too. {_KEPT}")


def _relate(doing: Doing, agency: Agency, asked: dict[str, Any]) -> dict[str, list[Any]]:
    session, today = doing.session, doing.actor.today
    also: dict[str, list[Any]] = {}
    if "part_of" in asked:
        whole = find_agency(session, asked["part_of"]) if asked["part_of"] else None
        if whole is not None and agencies.is_within(session, whole, agency):
            raise Refused(f"{agency.code} cannot be part of itself. {_KEPT}")
        agency.part_of_id = whole.id if whole else None
    if "member_of" in asked:
        groups = [find_agency(session, name) for name in asked["member_of"] or ()]
        _hold_other(agency, groups)
        agencies.set_groups(session, agency, list({group.id: group for group in groups}.values()))
    if "chairs" in asked:
        periods = [read_period(typed, today=today) for typed in asked["chairs"] or ()]
        chairs = [(find_agency(session, p.who), p.since, p.until) for p in periods]
        _hold_other(agency, [chair for chair, _, _ in chairs])
        agencies.set_chairs(session, agency, chairs)
    if "focal_points" in asked:
        points: list[FocalPoint] = []
        for typed in asked["focal_points"] or ():
            period = read_period(typed, today=today)
            told = read_person(period.who)
            person, renewed = people.person_told(
                session, told.name, title=told.title, email=told.email
            )
            if any(person.id == point.person_id for point in points):
                raise Refused(f"{told.name} is named twice as focal point. {_KEPT}")
            if renewed:
                # Beside the list of focal points, which may change in the same act.
                also["contact_data"] = [history.PERSONAL, history.PERSONAL]
            points.append(
                FocalPoint(
                    agency_id=agency.key,
                    person_id=person.key,
                    since=period.since,
                    until=period.until,
                )
            )
        agencies.set_focal_points(session, agency, points)
    return also


def _hold_other(agency: Agency, others: Iterable[Agency]) -> None:
    for other in others:
        if other.id == agency.id:
            raise Refused(f"{agency.code} cannot be its own group or chair. {_KEPT}")
