"""Forgetting a person: name, title and e-mail erased everywhere in the register."""

from dataclasses import dataclass

from tracker.domain.permission import Act
from tracker.domain.records import Agency, Person
from tracker.domain.text import clean_line, fold_name
from tracker.domain.vocabulary import Spelling
from tracker.errors import Refused
from tracker.services.acting import Actor, Doing
from tracker.storage import acts, agencies, backups, erasure, history, people, restore
from tracker.storage.address import read_address
from tracker.storage.session import Session
from tracker.storage.traces import names_of, traces

_KEPT = "Nothing was changed."
FORGOTTEN = "a former focal point"


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What stands in a person's place, and where their words stand that cannot be reached."""

    called: str
    unreachable: tuple[str, ...]


def forget(session: Session, actor: Actor, whom: str, *, dry_run: bool = False) -> Forgotten:
    """Erase the one person whose e-mail or name `whom` is: one act, recorded without the words.

    An owner who is that person keeps its commitments under a code that says nothing. Refused
    where nobody or more than one person is meant. It cannot be undone.
    """
    doing = Doing(session, actor)
    doing.hold(Act.CHANGE_AGENCIES)
    # Found before the names go, for it may be the one who acts.
    _ = doing.person
    persons, owners = _meant(session, clean_line(whom))
    called = [person.name for person in persons] + [owner.name for owner in owners]
    also = [person.email or "" for person in persons]
    for owner in owners:
        names = history.names_of(session, owner)
        called += [*names["aliases"], *names["former_names"]]
        also.append(owner.code)
    records: dict[str, history.Recorded] = {owner.uid: owner for owner in owners}
    for person in persons:
        records |= {record.uid: record for record in people.things_of(session, person)}
    if not records:
        records = {record.uid: record for record in _newest_thing(session, persons)}
    before = {uid: history.state_of(session, record) for uid, record in records.items()}
    for person in persons:
        people.erase(session, person, FORGOTTEN)
    for owner in owners:
        _erase_owner(session, owner)
    for uid, record in records.items():
        # A series keeps no such time.
        if hasattr(record, "updated_at"):
            record.updated_at = actor.now
        session.add(record)
        hidden = [history.PERSONAL, history.PERSONAL]
        fields = ("code", "name") if uid in {owner.uid for owner in owners} else ("contact_data",)
        doing.record(record, deed="forget", before=before[uid], also=dict.fromkeys(fields, hidden))
    unreachable = tuple(traces(session, names_of(called, also)))
    told = owners[0].code if owners else FORGOTTEN
    doing.finish(dry_run=dry_run)
    return Forgotten(told, unreachable)


def copies_beside(url: str) -> list[str]:
    """Name the copies beside the register, which may hold what was erased."""
    path = read_address(url).path
    return [f"The backup {copy}" for copy in backups.copies(path)] if path else []


def clear_free_space(url: str) -> str | None:
    """Take what was erased out of the database's free space; say what remains, None if nothing."""
    return erasure.sweep(read_address(url))


def _meant(session: Session, whom: str) -> tuple[list[Person], list[Agency]]:
    persons = people.persons_called(session, whom)
    owners = agencies.persons_called(session, whom)
    by_mail = [person for person in persons if (person.email or "").casefold() == whom.casefold()]
    if by_mail:
        persons = by_mail
    elif len(persons) > 1:
        listed = "\n".join(_described(session, person) for person in persons)
        raise Refused(
            f"“{whom}” is the name of {len(persons)} persons; say which by e-mail:\n{listed}\n"
            f"{_KEPT}"
        )
    if not persons and not owners:
        raise Refused(f"Nobody in the register has the name or e-mail “{whom}”. {_KEPT}")
    # One human being may stand there twice: as a person, and as an owner.
    for person in persons:
        same = people.persons_called(session, person.name)
        if len(same) == 1:
            owners += agencies.persons_called(session, person.name)
    for owner in [] if persons else owners:
        same = people.persons_called(session, owner.name)
        persons += same if len(same) == 1 else []
    owners = [one for owner in owners for one in agencies.merged_with(session, owner)]
    return persons, list({owner.uid: owner for owner in owners}.values())


def _described(session: Session, person: Person) -> str:
    things = people.things_of(session, person)
    codes = [thing.code for thing in things if isinstance(thing, Agency)]
    about = [f"({person.title})"] if person.title else []
    about.append(f"<{person.email}>" if person.email else "without an e-mail")
    if codes:
        about.append(f"for {', '.join(codes)}")
    return f"{person.name} {' '.join(about)}"


def _newest_thing(session: Session, persons: list[Person]) -> list[history.Recorded]:
    entry = acts.newest_by(session, [person.uid for person in persons])
    return [restore.record_of(session, entry.subject, acts.key_of(entry))] if entry else []


def _erase_owner(session: Session, owner: Agency) -> None:
    agencies.set_spellings(session, owner, ())
    taken = {fold_name(code) for code in agencies.codes(session)} | agencies.spellings(
        session
    ).keys()
    number = 1
    while fold_name(f"FORMER-{number}") in taken:
        number += 1
    owner.code = f"FORMER-{number}"
    # A name means one agency, so it is told apart as the code is.
    owner.name = f"{FORGOTTEN} ({owner.code})"
    session.add(owner)
    session.flush()
    if not owner.voided:
        agencies.set_spellings(
            session, owner, [(Spelling.CODE, owner.code), (Spelling.NAME, owner.name)]
        )
