"""What the paper says, as a reader of plain text finds it."""

import re
from datetime import date

import pytest

from tests.reports.facts import JULY, MAY, commitment, entry, facts, meeting, owner, year_of
from tests.reports.rendering import read, sentences
from tracker.domain.due import Due
from tracker.domain.facts import LinkFact, SourceFact, UpdateFact
from tracker.domain.vocabulary import (
    Acceptance,
    Capacity,
    Channel,
    LinkKind,
    Relation,
    Role,
    Status,
    Verification,
)


def test_the_first_page_says_how_many_there_are_how_far_and_what_is_late_and_whose():
    made = [
        commitment("FM13-01", status=Status.COMPLETED, verification=Verification.VERIFIED),
        commitment("FM13-02", status=Status.COMPLETED),
        commitment("FM13-03", overdue=True, owners=(owner("IBL"),)),
        commitment("FM13-04", overdue=True, due=MAY, silent=True),
    ]
    assert sentences(facts(made)) == (
        "Of the 4 commitments announced at the thirteenth meeting and covered here, 2 are completed"
        " (1 of them verified) and 2 stand as announced. 2 were delivered since the previous"
        " meeting. 2 are overdue, the longest by 233 days: FLK (1) and IBL (1). On 1 of them no"
        " word has come since the previous meeting: FLK (1)."
        " 4 have not been confirmed by their owners."
    )


@pytest.mark.parametrize(
    ("made", "said"),
    [
        ([], "No commitment falls under this report."),
        (
            [commitment(status=Status.IN_PROGRESS)],
            "The one commitment announced at the thirteenth meeting and covered here is in",
        ),
        (
            [commitment("FM13-01"), commitment("FM13-02")],
            "Both commitments announced at the thirteenth meeting and covered here stand as",
        ),
    ],
)
def test_few_commitments_are_said_in_plain_words(made, said):
    assert sentences(facts(made)).startswith(said)


def test_many_agencies_are_not_all_named_in_a_sentence():
    made = [
        commitment(f"FM13-{number}", owners=(owner(f"A{number}"),), overdue=True)
        for number in range(1, 10)
    ]
    assert re.search(r"A1 \(1\), .* A5 \(1\) and 4 others \(4\)\.", sentences(facts(made)))


def test_several_meetings_are_named_while_they_are_few():
    few = (meeting("FM12", number=12), meeting(), meeting("SIDE", number=None, series=None))
    assert "announced at the twelfth meeting, the thirteenth meeting and SIDE and" in sentences(
        facts([commitment()], covered=few)
    )
    many = tuple(meeting(f"FM{number}", number=number) for number in range(1, 9))
    assert "announced at 8 meetings" in sentences(facts([commitment()], covered=many))


def test_a_restricted_report_says_so_at_its_head_and_in_the_row():
    one = commitment(restricted=True)
    text = read(facts([one], options=("restricted items included",)))
    assert "CONTAINS RESTRICTED ITEMS" in text
    assert "1 is restricted: this paper is not for general distribution." in text
    assert "Asked for  restricted items included" in text
    assert f"{one.text} restricted Lead" in row_of(one)


def row_of(one, history=(), **changes):
    """Give the lines of the matrix that one commitment stands in."""
    text = read(facts([one], history, **changes), width=100)
    matrix = text[text.index("Matrix by agency") : text.index("Annex: sources")]
    return re.sub(r"\s+", " ", matrix)


def test_owners_are_leads_first_then_partners_and_who_has_not_confirmed():
    one = commitment(
        owners=(
            owner("FLK", acceptance=Acceptance.CONFIRMED),
            owner("IBL"),
            owner("NEB", Role.PARTNER),
            owner("PIO", Role.PARTNER),
        )
    )
    assert "FLK, IBL with NEB, PIO not confirmed by IBL" in row_of(one)
    assert "not confirmed" not in row_of(
        commitment(owners=(owner("FLK", acceptance=Acceptance.CONFIRMED),))
    )


def test_a_dispute_is_told_in_the_words_of_who_disputes():
    disputing = owner("FLK", acceptance=Acceptance.DISPUTED, words="We never said that.")
    one = commitment(owners=(disputing,), acceptance=Acceptance.DISPUTED)
    assert "disputed by FLK: “We never said that.”" in row_of(one)
    text = read(facts([one]))
    attention = text[text.index("For attention") : text.index("Matrix by agency")]
    assert "disputed by FLK: “We never said that.”" in attention


def test_no_owner_is_said_in_words():
    assert "Owner to be found: 1 commitment" in row_of(commitment(owners=()))


@pytest.mark.parametrize(
    ("due", "said"),
    [
        (None, "no date given"),
        (Due("ongoing"), "ongoing undated"),
        (Due("by the next meeting", None, None, Relation.BY, "FM14"), "no day yet: hangs on FM14"),
        (JULY, "Due July 2030 Status"),
        (MAY, "Due 26 and 27 May 2030 Status"),
        (
            Due("next week", date(2030, 2, 18), date(2030, 2, 24), Relation.IN),
            "next week between 18 and 24 February 2030",
        ),
        (Due("by the end of May", None, date(2030, 5, 31), Relation.BY), "May by 31 May 2030"),
    ],
)
def test_due_words_stand_as_they_were_said_and_as_read_where_they_do_not_say_it(due, said):
    assert said in row_of(commitment(due=due))


def test_a_due_date_that_moved_shows_the_first_one_why_and_how_often():
    one = commitment(first_due=MAY, due_changed_because="the ship was late", slips=2)
    assert (
        "July 2030 first due 26 and 27 May 2030; moved: the ship was late moved later 2 times"
        in (row_of(one))
    )


def test_overdue_says_since_when_and_silence_since_which_meeting():
    assert "announced overdue 168 days no word since FM13" in row_of(
        commitment(overdue=True, silent=True)
    )
    assert "no word since announced" in row_of(commitment(silent=True), previous=None)


def test_where_leads_differ_each_ones_last_word_stands():
    leads = (owner("FLK", last_status=Status.COMPLETED), owner("IBL"))
    differ = commitment(status=Status.COMPLETED, owners=leads)
    assert "completed FLK: completed IBL: no word" in row_of(differ)
    agree = tuple(owner(code, last_status=Status.COMPLETED) for code in ("FLK", "IBL"))
    assert "FLK: completed" not in row_of(commitment(status=Status.COMPLETED, owners=agree))


@pytest.mark.parametrize(
    ("verification", "said"),
    [
        (Verification.UNVERIFIED, "not yet verified"),
        (Verification.VERIFIED, "completed verified"),
        (Verification.DOUBTED, "delivery doubted"),
    ],
)
def test_what_the_coordinator_thinks_of_a_delivery_is_said(verification, said):
    assert said in row_of(commitment(status=Status.COMPLETED, verification=verification))


def test_the_last_word_has_its_day_its_speaker_and_its_channel():
    told = UpdateFact(
        at=entry("FM13-01").at,
        on=date(2030, 8, 28),
        by="A. N. Example",
        agency="IBL",
        note="Two lamps are lit.\n\nThe third is not.",
        channel=Channel.E_MAIL,
    )
    one = commitment(last_update=told)
    assert "28 August 2030, IBL, by e-mail Two lamps are lit. The third is not." in row_of(one)
    assert "Last word none" in row_of(commitment())


def test_a_withdrawn_one_says_why():
    one = commitment(
        status=Status.WITHDRAWN,
        last_update=UpdateFact(
            entry("FM13-01").at, date(2030, 8, 28), "A. N.", "FLK", note="Told."
        ),
    )
    history = [
        entry(one.ref, 2, "update", changes={"status": ["announced", "withdrawn"]}, reason="Fog.")
    ]
    assert "Told. because: Fog." in row_of(one, history)


def test_links_and_full_names_are_given():
    one = commitment(links=(LinkFact(LinkKind.RENEWS, "FM12-03"),))
    assert "renews FM12-03" in row_of(one)
    assert "Fictional League of Lighthouse Keepers (FLK): 1 commitment" in row_of(one)


def annex_of(one, history=()):
    text = read(facts([one], history))
    return text[text.index("Annex: sources") : text.index("Agencies named")]


def test_the_annex_quotes_the_passage_with_its_place_and_speaker():
    one = commitment(
        source=SourceFact("report.pdf", "7", "119-121", "The League would\nconvene it."),
        said_by="Ms. Invented Speaker",
        said_by_title="Keeper",
        said_for="FLK",
    )
    annex = annex_of(one)
    assert "“The League would convene it.”" in annex
    assert (
        "report.pdf, page 7, lines 119–121; said by Ms. Invented Speaker, Keeper, for FLK" in annex
    )
    assert "No passage is recorded (report.pdf)." in annex_of(
        commitment(source=SourceFact("report.pdf"))
    )
    assert "No passage is recorded." in annex_of(commitment(source=None))


def test_history_is_dated_lines_the_newest_last():
    one = commitment(status=Status.COMPLETED)
    lead = {"agency": "FLK", "role": "lead", "words": None}
    history = [
        entry(one.ref, 1, changes={"text": [None, one.text], "status": [None, "announced"]}),
        entry(
            one.ref,
            2,
            "update",
            on=date(2030, 8, 28),
            at=entry(one.ref).at.replace(month=9, day=1),
            on_behalf_of="FLK",
            channel=Channel.E_MAIL,
            changes={
                "status": ["announced", "in-progress"],
                "due": [{"words": "26 and 27 May 2030"}, {"words": "July 2030"}],
                "first_due": [None, {"words": "26 and 27 May 2030"}],
                "owners": [
                    [{**lead, "acceptance": "unconfirmed"}],
                    [{**lead, "acceptance": "confirmed"}],
                ],
            },
            reason="The ship was late.",
            note="Example: two lamps are lit.",
            evidence=("https://lighthouses.example/lamps",),
        ),
        entry(
            one.ref,
            3,
            "update",
            on=date(2030, 10, 1),
            at=entry(one.ref).at.replace(month=10, day=1),
            capacity=Capacity.AGENCY,
            agency="FLK",
            changes={
                "status": ["in-progress", "completed"],
                "verification": [None, "unverified"],
            },
        ),
    ]
    assert re.findall(r"^(?:\d+ \w+ \d{4}|  ) .*", annex_of(one, history), re.MULTILINE)[2:] == [
        "20 February 2030  Logged by the coordinator (A. N. Example)",
        (
            "28 August 2030    Status: announced → in progress; "
            "due: 26 and 27 May 2030 → July 2030; confirmed by FLK"
        ),
        "                  Reason: The ship was late.",
        "                  Example: two lamps are lit.",
        "                  Evidence: https://lighthouses.example/lamps",
        (
            "                    Updated for FLK by the coordinator (A. N. Example), "
            "news by e-mail, recorded 1 September 2030"
        ),
        "1 October 2030    Status: in progress → completed",
        "                    Updated by FLK (A. N. Example)",
    ]


def test_the_foot_says_what_it_was_printed_from():
    foot = read(facts([commitment()], options=("owner FLK",))).rsplit("-----\n", 1)[1]
    assert [line.split("  ")[0] for line in foot.splitlines() if not line.startswith(" ")] == [
        "Register",
        "As of",
        "Asked for",
        "Version",
        "Digest",
    ]
    assert "Fictional lighthouse register" in foot
    assert "15 January 2031" in foot
    assert "0123456789abcdef" * 4 in foot


def test_a_long_report_repeats_nothing_and_loses_nothing():
    text = read(year_of(300))
    annex = text[text.index("Annex: sources") :]
    for number in range(1, 301):
        assert len(re.findall(rf"^FM13-{number:02} ", annex, re.MULTILINE)) == 1
