"""The floor for `tracker list --owner`: a bare Typer program, one query through sqlite3."""

import sqlite3
from typing import Annotated

import typer

app = typer.Typer(rich_markup_mode=None, pretty_exceptions_enable=False, add_completion=False)


@app.command()
def main(db: str, owner: Annotated[str, typer.Option()]) -> None:
    """List what an agency owns."""
    rows = sqlite3.connect(db).execute(
        """
        SELECT v.ref, v.status, v.due_words, v.due_latest, v.text,
               (SELECT group_concat(o.agency, ', ') FROM owner_view o
                WHERE o.commitment_id = v.id AND o.role = 'lead')
        FROM commitment_view v
        WHERE v.voided = 0 AND v.id IN (
            SELECT commitment_id FROM commitment_owner o JOIN agency a ON a.id = o.agency_id
            WHERE a.code = ?)
        ORDER BY v.announced_latest NULLS LAST, v.meeting, v.number
        """,
        [owner],
    )
    print("\n".join("  ".join(map(str, row)) for row in rows))


if __name__ == "__main__":
    app()
