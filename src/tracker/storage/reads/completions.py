"""Reads: what begins as typed, by code and with what it is called; each list one small question.

A list that would be longer ends with its very last row: a shell fills in what all rows begin
with, and the first ones alone would make it fill in too much.
"""

from tracker.domain.permission import Relations
from tracker.domain.text import fold, fold_name
from tracker.storage.connection import Connection
from tracker.storage.filters import owned_by

LIMIT = 100
Offer = tuple[str, str]
_STARTS = "LIKE :typed ESCAPE '\\'"


def refs(connection: Connection, typed: str, *, seen_by: Relations | None = None) -> list[Offer]:
    """Give refs with the commitment's text; where there are too many, "CM13-" with the meeting."""
    seen = "" if seen_by is None else f" AND (v.restricted = :no OR v.id IN ({owned_by(seen_by)}))"
    # The code of a meeting has hyphens of its own. Its first piece finds the meetings that can be
    # meant, and so spares a look at each ref.
    sql = (
        "SELECT v.ref, v.text FROM commitment_view v WHERE v.voided = :no AND v.meeting_id IN"
        " (SELECT id FROM meeting WHERE code_folded LIKE :piece ESCAPE '\\')"
        f" AND v.meeting_folded || substr(v.ref, length(v.meeting) + 1) {_STARTS}{seen}"
    )
    begins = fold(typed)
    more = {"no": False, "piece": _beginning(begins.partition("-")[0])}
    # Ten thousand refs are put in order in 7 ms, and left as they come in none.
    few = connection.rows(f"{sql} LIMIT {LIMIT + 1}", {"typed": _beginning(begins)} | more)
    if len(few) <= LIMIT:
        return sorted((str(ref), str(text)) for ref, text in few)
    whole = _some(
        connection,
        f"SELECT code, title FROM meeting_view m WHERE code_folded {_STARTS} AND EXISTS"
        " (SELECT 1 FROM commitment c WHERE c.meeting_id = m.id AND c.voided = :no)",
        ("code_folded",),
        begins,
        no=False,
    )
    if len(whole) > 1:
        return [(f"{code}-", title) for code, title in whole]
    return _some(connection, sql, ("v.meeting_order", "v.number"), begins, **more)


def meetings(connection: Connection, typed: str) -> list[Offer]:
    """Give codes of meetings with their titles."""
    sql = f"SELECT code, title FROM meeting_view WHERE code_folded {_STARTS}"
    return _some(connection, sql, ("code_folded",), fold(typed))


def series(connection: Connection, typed: str) -> list[Offer]:
    """Give codes of series with their titles."""
    sql = f"SELECT code, title FROM series_view WHERE code_folded {_STARTS}"
    return _some(connection, sql, ("code_folded",), fold(typed))


def agencies(connection: Connection, typed: str) -> list[Offer]:
    """Give codes of agencies with their names."""
    sql = (
        "SELECT v.code, v.name FROM agency_view v JOIN agency_spelling s"
        f" ON s.agency_id = v.id AND s.kind = 'code' WHERE s.folded {_STARTS}"
    )
    found = _some(connection, sql, ("s.folded",), fold_name(typed))
    # To a spelling a hyphen is a space; in a line it is itself.
    return [(code, name) for code, name in found if fold(code).startswith(fold(typed))]


def tags(connection: Connection, typed: str, *, restricted_too: bool = True) -> list[Offer]:
    """Give tags, with nothing beside them; for an agency those of what is restricted stay out."""
    sql = f"SELECT DISTINCT tag, '' FROM commitment_tag WHERE tag {_STARTS}"
    if not restricted_too:
        sql += " AND commitment_id IN (SELECT id FROM commitment WHERE NOT restricted)"
    return _some(connection, sql, ("tag",), typed.casefold())


def _some(
    connection: Connection, sql: str, order: tuple[str, ...], begins: str, **more: object
) -> list[Offer]:
    asked = {"typed": _beginning(begins)} | more
    rows = connection.rows(f"{sql} ORDER BY {', '.join(order)} LIMIT {LIMIT + 1}", asked)
    if len(rows) > LIMIT:
        turned = ", ".join(f"{key} DESC" for key in order)
        rows[LIMIT - 1 :] = connection.rows(f"{sql} ORDER BY {turned} LIMIT 1", asked)
    return [(str(value), str(about)) for value, about in rows]


def _beginning(text: str) -> str:
    for special in ("\\", "%", "_"):
        text = text.replace(special, f"\\{special}")
    return f"{text}%"
