"""Text that means something to a format, or to nobody; and a report with nothing else in it."""

from dataclasses import replace
from datetime import UTC, date, datetime

from tests.reports.facts import commitment, entry, facts, meeting, owner
from tracker.domain.due import Due
from tracker.domain.facts import LinkFact, PeriodFact, RegisterFact, SourceFact, UpdateFact
from tracker.domain.vocabulary import (
    DELIVERED_STATUSES,
    Acceptance,
    Capacity,
    GroupBy,
    LinkKind,
    Relation,
    Role,
    Status,
    Verification,
)
from tracker.reports.changes import Earlier
from tracker.reports.follow_up import FollowUpFacts, follow_up

TEXTS = (
    "</script><script>alert(1)</script>",
    "'\"><img src=x onerror=alert(1)>",
    "&amp; &lt; &#x41;",
    '#import "@preview/evil:1.0.0": *',
    "#panic() $x$ *b* _i_ `c` @label <label> = heading",
    "| a | b |",
    "\\| \\\\ \\",
    "# heading",
    "- item",
    "+ item",
    "1. item",
    "2) item",
    "> quotation",
    "---",
    "===",
    "~~~",
    "```",
    "[x](javascript:alert(1)) ![i](http://lighthouse.example/x.png)",
    "<http://lighthouse.example> www.lighthouse.example http://lighthouse.example a@b.example",
    "=cmd|'/c calc'!A1",
    "{} {0} {n} %s %(x)s",
    "\x1b[31mred\x1b[0m \x1b]0;title\x07 \x00 \x7f \x9b31m",
    "\u202eback to front\u202c \u2066isolate\u2069 \ufeff",
    "tab\tline\nline\r\nline\u2028line\x85line",
    "\ud800 lone surrogate",
    "\u0301\u0300 mark without a letter",
    "\u0600 \u2064 \u00ad \u200b \U000e0001",
    "\u0378 \ue000 \uffff \U0001f600 \U0001f469\u200d\U0001f467",
    "中文 日本語 한국어 हिन्दी ไทย",
    "العربية עברית",
    "x" * 500,
    "word " * 100,
    "中" * 500,
    "",
    "   ",
)


def filled_with(text: str) -> FollowUpFacts:
    """Make a report in which every field that holds text holds this one."""
    said = meeting(
        text or "FM13",
        title=text,
        place=text,
        series=text or None,
        series_title=text,
        when=Due(text, date(2030, 2, 12), date(2030, 2, 13), Relation.ON),
    )
    disputing = owner(
        text, acceptance=Acceptance.DISPUTED, words=text, last_status=Status.COMPLETED
    )
    made = commitment(
        text or "FM13-01",
        text=text,
        owners=(disputing, replace(owner("FLK"), name=text), owner(f"{text}2", Role.PARTNER)),
        due=Due(text, None, date(2031, 1, 1), Relation.BY, text),
        first_due=Due(text),
        due_changed_because=text,
        places=(text,),
        tags=(text,),
        said_by=text,
        said_by_title=text,
        said_for=text,
        source=SourceFact(text, text, text, text),
        links=(LinkFact(LinkKind.RENEWS, text),),
        linked_from=tuple(LinkFact(kind, text) for kind in LinkKind),
        acceptance=Acceptance.DISPUTED,
        restricted=True,
        overdue=True,
        silent=True,
        slips=3,
        last_update=UpdateFact(
            datetime(2030, 9, 1, tzinfo=UTC), date(2030, 9, 1), text, text, None, text, (text,)
        ),
    )
    was = {"agency": text, "role": "lead", "acceptance": "unconfirmed", "words": None}
    closed = [
        replace(
            made,
            ref=f"{text}-{status}",
            status=status,
            verification=Verification.DOUBTED if status in DELIVERED_STATUSES else None,
            overdue=False,
            silent=False,
            closed_on=date(2031, 1, 4),
            linked_from=(LinkFact(LinkKind.SUPERSEDES, text),) * (status == Status.SUPERSEDED),
        )
        for status in Status
        if status.is_closed
    ]
    doubt = {"note": text, "reason": text, "evidence": (text,), "restricted": True}
    history = [
        *(entry(one.ref, 4, "update", by=text, evidence=(text,), reason=text) for one in closed),
        *(entry(one.ref, 5, "verify", by=text, **doubt) for one in closed),
        entry(made.ref, 1, by=text),
        entry(
            made.ref,
            2,
            text,
            by=text,
            capacity=Capacity.AGENCY,
            agency=text,
            changes={
                text: [text, text],
                "owners": [[was], [{**was, "acceptance": "disputed", "words": text}]],
                "due": [None, {"words": text}],
            },
            note=text,
            reason=text,
            evidence=(text,),
        ),
        entry(made.ref, 3, "update", on_behalf_of=text, note=f"Example: {text}"),
    ]
    before = follow_up(facts([made], meeting=said, covered=(said,)))
    return facts(
        [made, *closed],
        history,
        chairs={text: (PeriodFact(text),)},
        earlier=Earlier(1, before),
        with_restricted=True,
        group_by=GroupBy.TAG,
        number=2,
        register=RegisterFact(text, text, "UTC"),
        version=text,
        meeting=said,
        previous=said,
        covered=(said,),
        agencies={text: text},
        options=(text,),
        digest=text,
    )
