"""`tracker log`: by options, by one line, and what the register makes of both."""

import json
from pathlib import Path

import pytest

from tests.registers import Run, contents, done, entries, fill, refused, shown


@pytest.fixture
def place(run: Run, any_register: str) -> str:
    fill(run)
    return any_register


@pytest.fixture
def here(run: Run, register: Path) -> str:
    fill(run)
    return str(register)


def test_every_option_is_kept_and_shown(run: Run, place: str) -> None:
    outcome = run(
        *("log", "cm13", "hold a symposium: migration and financing"),
        *("--owner", "global migration group", "--owner", "World Bank"),
        *("--partner", "IOM", "--partner", "UNHCR"),
        *("--due", "26 and 27 May 2015", "--kind", "EVENT", "--place", "New York"),
        *("--place", "Genève", "--said-by", "Sonia Plaza", "--said-for", "GMG"),
        *("--quote", "  the GMG was planning\n to convene…  ", "--document", "report.pdf"),
        *("--page", "vii", "--lines", "119 – 121", "--strength", "planned"),
        *("--status", "in-progress", "--tag", "#Financing", "--tag", "الهجرة", "--restricted"),
    )
    assert outcome.stdout == "CM13-01\n"
    assert outcome.stderr.count("\n") == 1
    found = shown(run, "cm13-1")
    assert {name: found[name] for name in ("ref", "meeting", "text", "kind", "status")} == {
        "ref": "CM13-01",
        "meeting": "CM13",
        "text": "hold a symposium: migration and financing",
        "kind": "event",
        "status": "in-progress",
    }
    assert [(owner["agency"], owner["role"]) for owner in found["owners"]] == [
        ("GMG", "lead"),
        ("WB", "lead"),
        ("IOM", "partner"),
        ("UNHCR", "partner"),
    ]
    assert {owner["acceptance"] for owner in found["owners"]} == {"unconfirmed"}
    assert found["due"] == {
        "words": "26 and 27 May 2015",
        "edtf": "2015-05-26/2015-05-27",
        "earliest": "2015-05-26",
        "latest": "2015-05-27",
        "relation": "on",
        "meeting": None,
    }
    assert found["first_due"] is None
    assert found["places"] == ["New York", "Genève"]
    assert sorted(found["tags"]) == sorted(["financing", "الهجرة"])
    assert (found["said_by"], found["said_for"], found["strength"]) == (
        "Sonia Plaza",
        "GMG",
        "planned",
    )
    assert found["source"] == {
        "document": "report.pdf",
        "page": "vii",
        "lines": "119-121",
        # Kept as read: a quotation is not the coordinator's to tidy.
        "quote": "  the GMG was planning\n to convene…  ",
    }
    assert (found["restricted"], found["voided"], found["verification"]) == (True, False, None)
    [entry] = found["history"]
    assert (entry["act"], entry["by"], entry["on"]) == ("log", "Tester", "2015-02-13")


def test_one_line_is_enough_and_options_win_over_it(run: Run, here: str) -> None:
    line = "GMG, with IOM: convene a symposium (New York, 26 and 27 May 2015) #financing #data"
    done(run("log", "CM13", line))
    said = shown(run, "CM13-01")
    assert said["text"] == "convene a symposium"
    assert [(o["agency"], o["role"]) for o in said["owners"]] == [
        ("GMG", "lead"),
        ("IOM", "partner"),
    ]
    assert (said["places"], said["tags"]) == (["New York"], ["data", "financing"])
    assert said["due"]["edtf"] == "2015-05-26/2015-05-27"

    done(run("log", "CM13", line, "--due", "July 2016", "--place", "Rome", "--tag", "other"))
    won = shown(run, "CM13-02")
    assert (won["due"]["edtf"], won["places"], won["tags"]) == ("2016-07", ["Rome"], ["other"])
    assert [o["agency"] for o in won["owners"]] == ["GMG", "IOM"]

    none = ("--due", "none", "--place", "NONE", "--tag", "none", "--partner", "none")
    done(run("log", "CM13", line, *none))
    bare = shown(run, "CM13-03")
    assert (bare["due"], bare["places"], bare["tags"]) == (None, [], [])
    assert [o["agency"] for o in bare["owners"]] == ["GMG"]

    # With --owner, a colon is text.
    done(run("log", "CM13", "Publish: a guide (June 2015)", "--owner", "UNHCR"))
    assert shown(run, "CM13-04")["text"] == "Publish: a guide"


def test_an_owner_to_be_found_is_said_and_never_assumed(run: Run, here: str) -> None:
    before = contents(here)
    refused(run("log", "CM13", "publish a guide"), "--owner")
    refused(run("log", "CM13", "publish a guide", "--partner", "IOM"), "--owner")
    refused(run("log", "CM13", "GMG, with GMG: publish a guide"), "GMG")
    refused(run("log", "CM13", "x", "--owner", "none", "--owner", "IOM"), "none")
    assert contents(here) == before
    outcome = run("log", "CM13", "publish a guide", "--owner", "none", "--partner", "IOM")
    assert done(outcome) == "CM13-01"
    assert "owner to be found" in outcome.stderr
    assert shown(run, "CM13-01")["owners"] == [
        {"agency": "IOM", "role": "partner", "acceptance": "unconfirmed"}
    ]


def test_numbers_are_never_reused(run: Run, place: str) -> None:
    for number in range(1, 4):
        assert done(run("log", "CM13", f"IOM: do {number}")) == f"CM13-{number:02}"
    done(run("void", "CM13-03", "--reason", "said twice"))
    assert done(run("log", "CM13", "IOM: do 4", "--dry-run")) == "CM13-04"
    assert done(run("log", "CM13", "IOM: do 4")) == "CM13-04"
    refused(run("log", "CM13", "IOX: do 5"))
    assert done(run("log", "CM13", "IOM: do 5")) == "CM13-05"
    done(run("meeting", "add", "WS1", "A workshop"))
    assert done(run("log", "WS1", "IOM: do it elsewhere")) == "WS1-01"
    refs = json.loads(done(run("list", "--format", "json")))
    assert [one["ref"] for one in refs if one["meeting"] == "CM13"] == [
        "CM13-01",
        "CM13-02",
        "CM13-04",
        "CM13-05",
    ]


def test_unknown_agencies_are_added_only_when_asked(run: Run, here: str) -> None:
    before = contents(here)
    line = "Centre for Migration Studies, with MADE Network: expand its work"
    refused(run("log", "CM13", line), "Centre for Migration Studies", "--add-agencies")
    refused(run("log", "CM13", "IOMM: expand its work"), "IOM", "Nearest")
    assert contents(here) == before

    outcome = run("log", "CM13", line, "--add-agencies")
    assert done(outcome) == "CM13-01"
    listed = json.loads(done(run("agency", "list", "--format", "json")))
    added = {one["name"]: one["code"] for one in listed if one["name"] in line}
    assert set(added) == {"Centre for Migration Studies", "MADE Network"}
    assert all(code in outcome.stderr for code in added.values())
    # Once added, the name is known.
    done(run("log", "CM13", "centre for migration studies: write it up"))
    deeds = [(entry["subject"], entry["deed"]) for entry in entries(here)][-4:]
    assert deeds == [
        ("agency", "add"),
        ("agency", "add"),
        ("commitment", "log"),
        ("commitment", "log"),
    ]
    assert len({entry["act"] for entry in entries(here)[-4:-1]}) == 1


HANGING = [
    ("by the next meeting", "CM14"),
    ("before CM14", "CM14"),
    ("in the margins of the third conference on financing for development", "FFD3"),
    ("during FFD3", "FFD3"),
]


def test_due_dates_hang_on_meetings_that_are_known(run: Run, place: str) -> None:
    done(
        run(
            *("meeting", "add", "CM14", "Fourteenth coordination meeting", "--series", "CM"),
            *("--number", "14", "--when", "11 and 12 February 2016"),
        )
    )
    done(
        run(
            *("meeting", "add", "FFD3", "Third conference on financing for development"),
            *("--when", "13 to 16 July 2015"),
        )
    )
    for number, (words, code) in enumerate(HANGING, start=1):
        done(run("log", "CM13", "IOM: hold a side event", "--due", words))
        due = shown(run, f"CM13-{number:02}")["due"]
        days = "2016-02-11/2016-02-12" if code == "CM14" else "2015-07-13/2015-07-16"
        assert (due["words"], due["meeting"], due["edtf"]) == (words, code, days)
    line = (
        "GMG: hold a side event in the margins of the third conference on financing for "
        "development (Addis Ababa, July 2015)"
    )
    done(run("log", "CM13", line))
    found = shown(run, "CM13-05")
    # The parenthesis is the conference's, place and all.
    assert (found["due"]["meeting"], found["due"]["relation"]) == ("FFD3", "in-margins-of")
    assert found["due"]["latest"] == "2015-07-16"
    assert found["places"] == []


def test_words_that_name_a_meeting_hang_on_it_as_soon_as_there_is_one(run: Run, place: str) -> None:
    for words, _ in HANGING:
        outcome = run("log", "CM13", "IOM: hold a side event", "--due", words)
        assert done(outcome)
        assert "no meeting of the register" in outcome.stderr
    done(run("log", "CM13", "IOM: do it", "--due", "two weeks before CM14"))
    done(run("log", "CM13", "IOM: do it", "--due", "by May 2016"))
    done(run("log", "CM13", "IOM: do it", "--due", "ongoing"))
    assert all(shown(run, f"CM13-{n:02}")["due"]["meeting"] is None for n in range(1, 8))

    added = run(
        *("meeting", "add", "CM14", "Fourteenth", "--series", "CM", "--number", "14"),
    )
    assert done(added) == "CM14"
    assert all(ref in added.stderr for ref in ("CM13-01", "CM13-02", "CM13-05"))
    assert shown(run, "CM13-01")["due"]["meeting"] == "CM14"
    assert shown(run, "CM13-01")["due"]["edtf"] is None
    done(run("meeting", "add", "FFD3", "Financing", "--when", "13 to 16 July 2015"))
    assert shown(run, "CM13-04")["due"]["latest"] == "2015-07-16"
    assert shown(run, "CM13-03")["due"]["meeting"] is None
    # The name comes later than the meeting.
    done(
        run(
            *("meeting", "edit", "FFD3"),
            *("--title", "Third Conference on Financing for Development"),
        )
    )
    assert shown(run, "CM13-03")["due"]["latest"] == "2015-07-16"

    done(run("meeting", "edit", "CM14", "--when", "11 and 12 February 2016"))
    due = {n: shown(run, f"CM13-{n:02}")["due"]["edtf"] for n in (1, 2, 5, 6, 7)}
    assert due == {
        1: "2016-02-11/2016-02-12",
        2: "2016-02-11/2016-02-12",
        5: "../2016-01-28",
        6: "../2016-05-31",
        7: None,
    }
    last = shown(run, "CM13-01")
    assert [entry["act"] for entry in last["history"]] == ["log", "move", "move"]
    assert (last["first_due"], last["slips"]) == (None, 0)
    assert done(run("db", "check")) == "sound"


def test_a_dry_run_prints_the_ref_and_changes_nothing(run: Run, place: str) -> None:
    before = contents(place)
    line = "New Agency: publish a guide (Rome, July 2015)"
    said = run(
        *("log", "CM13", line, "--add-agencies", "--said-by", "Jane Roe"),
        *("--document", "report.txt", "--dry-run"),
    )
    assert said.stdout == "CM13-01\n"
    assert said.stderr.startswith("Only tried")
    assert contents(place) == before


HOSTILE = "x\x1b[31m\u202e\x00y\x07\ufeff  z\u2067"


def test_what_is_typed_is_cleaned_on_the_way_in(run: Run, place: str) -> None:
    done(
        run(
            *("log", "CM13", HOSTILE, "--owner", "IOM", "--place", HOSTILE),
            *("--said-by", HOSTILE, "--document", HOSTILE, "--page", HOSTILE),
        )
    )
    found = shown(run, "CM13-01")
    clean = "x[31my z"
    assert (found["text"], found["places"], found["said_by"]) == (clean, [clean], clean)
    assert (found["source"]["document"], found["source"]["page"]) == (clean, clean)
    for bad in ("--tag", "--lines"):
        refused(run("log", "CM13", "x", "--owner", "IOM", bad, HOSTILE))
    refused(run("log", "CM13", "x", "--owner", "IOM", "--quote", "a\x00b"), "NUL")


WORLD = {
    "en": "publish a guide’s “annex”; then — 50% more & <b>bold</b>",
    "fr": "élaborer un guide à l’intention des États membres (œuvre)",
    "es": "publicar una guía para los países de América del Sur, ¿sí?",
    "ru": "опубликовать руководство по измерению миграции",
    "ar": "نشر دليل عن قياس الهجرة الدولية",
    "zh": "编写关于国际移徙衡量的手册",
    "sql": "'; DROP TABLE commitment; -- %s :name ?1 \\",
    "formula": '=HYPERLINK("http://x","y")',
    "typst": '#read("/etc/passwd") $x$ *b* `c`',
    "decomposed": "e\u0301laborer un re\u0301sume\u0301",
}


def test_every_language_and_every_hostile_text_is_kept_as_it_is(run: Run, place: str) -> None:
    import unicodedata

    for number, text in enumerate(WORLD.values(), start=1):
        done(
            run(
                *("log", "CM13", text, "--owner", "IOM", "--place", text, "--said-by", text),
                *("--quote", text, "--document", text),
            )
        )
        ref = f"CM13-{number:02}"
        done(run("update", ref, "--note", f"{text}\n{text}", "--dispute", text))
        found = shown(run, ref)
        kept = unicodedata.normalize("NFC", text)
        assert (found["text"], found["places"], found["said_by"]) == (kept, [kept], kept)
        assert found["source"]["quote"] == text
        assert found["last_update"]["note"] == f"{kept}\n{kept}"
    assert done(run("db", "check")) == "sound"
    for word, count in (("移徙", 1), ("руководство", 1), ("elaborer", 2), ("الهجرة", 1)):
        listed = done(run("list", word, "--format", "refs")).split()
        assert len(listed) == count, word


LIMITS = [
    ("text", 1_000, ()),
    ("place", 500, ("--place",)),
    ("said by", 500, ("--said-by",)),
    ("document", 500, ("--document",)),
    ("page", 40, ("--page",)),
    ("tag", 60, ("--tag",)),
    ("quotation", 20_000, ("--quote",)),
]


def test_lengths_have_stated_limits(run: Run, here: str) -> None:
    for name, limit, option in LIMITS:
        fits, over = "é" * limit, "é" * (limit + 1)
        text = ("x", *option, fits) if option else (fits,)
        done(run("log", "CM13", *text, "--owner", "IOM"))
        before = contents(here)
        text = ("x", *option, over) if option else (over,)
        refused(run("log", "CM13", *text, "--owner", "IOM"), name, f"{limit}")
        assert contents(here) == before


def test_a_person_is_named_in_no_entry(run: Run, place: str) -> None:
    by = ("--by", "Margarethe Actorsson")
    done(run(*by, "log", "CM13", "do it", "--owner", "IOM", "--said-by", "Sonia Speakerova"))
    done(run(*by, "edit", "CM13-01", "--said-by", "Samuel Speakerson"))
    point = "Jane Focalpoint (Chief of Section) <jane.focal@example.org> from 2015"
    done(run(*by, "agency", "edit", "IOM", "--focal-point", point))
    point = "Jane Focalpoint (Chief of Branch) <other.focal@example.org>"
    done(run(*by, "agency", "edit", "IOM", "--focal-point", point))
    person = ("agency", "add", "Ownersson", "Olga Ownersson", "--kind", "person")
    done(run(*by, *person, "--alias", "O. Ownersson"))
    done(run(*by, "agency", "edit", "Ownersson", "--name", "Olga Ownersson-Smith"))
    done(run(*by, "log", "CM13", "do it too", "--owner", "Olga Ownersson-Smith"))
    done(run(*by, "update", "CM13-02", "--accept", "--for", "Ownersson", "--note", "agreed"))
    told = repr(entries(place)).casefold()
    for personal in ("actors", "speaker", "focalpoint", "focal@", "chief", "ownersson"):
        assert personal not in told, personal
    assert shown(run, "CM13-01")["said_by"] == "Samuel Speakerson"
