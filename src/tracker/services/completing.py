"""What of the register could be meant by a word that is not typed to its end yet."""

from collections.abc import Callable
from datetime import date

from tracker.domain.permission import Relations
from tracker.storage.connection import Connection, reading
from tracker.storage.reads import completions

# Somebody waits at the prompt, who did not ask a question: rather nothing than late.
_PATIENCE_SECONDS = 0.2

Offer = tuple[str, str]


def offer(
    url: str,
    kind: str,
    typed: str,
    *,
    acting_as: str | None = None,
    today: Callable[[str], date],
) -> list[Offer]:
    """Give what `typed` may become, and in words what each is; `kind` is a key of OFFERS.

    An agency is offered the refs that it may see; `today` tells the day in a time zone. Raises
    RegisterUnusable where there is no register, or it is locked.
    """
    with reading(url, patience=_PATIENCE_SECONDS) as connection:
        if kind == "ref" and acting_as is not None:
            seen_by = _seen_by(connection, acting_as, today)
            return completions.refs(connection, typed, seen_by=seen_by)
        if kind == "tag":
            return completions.tags(connection, typed, restricted_too=acting_as is None)
        return OFFERS[kind](connection, typed)


OFFERS: dict[str, Callable[[Connection, str], list[Offer]]] = {
    "ref": completions.refs,
    "meeting": completions.meetings,
    "series": completions.series,
    "agency": completions.agencies,
    "tag": completions.tags,
}


def _seen_by(
    connection: Connection, acting_as: str, today: Callable[[str], date]
) -> Relations | None:
    from tracker.services.viewing import Viewer, relations_of
    from tracker.storage.reads.register import the_register

    day = today(the_register(connection).time_zone)
    return relations_of(connection, Viewer(day, acting_as))
