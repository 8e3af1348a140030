"""A command line to paste logs exactly what was answered."""

import shlex

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.registers import done, shown
from tracker.cli.prompts.command_line import log_line
from tracker.cli.workspace import Workspace
from tracker.domain.drafts import CommitmentDraft, checked
from tracker.services import understanding
from tracker.services.commitments import Ask, log

AWKWARD = ["-x", "--status", "'", "\"a\" 'b' $c `d` \\", "(Rome, May 2015) #data", "read: #a (May)"]
WORDS = st.text(min_size=1, max_size=30) | st.sampled_from(AWKWARD)
LINES = WORDS.map(lambda text: f"do {text}") | st.sampled_from(["-x y", "--add-agencies", "none"])
FIELDS = st.fixed_dictionaries(
    {"leads": st.sampled_from([("IOM",), ("IOM", "GMG")])},
    optional={
        "partners": st.just(("WB",)),
        "due": st.sampled_from([None, "July 2015", "by the next meeting"]),
        "places": st.sampled_from([None, ("New York", "-Rome")]),
        "tags": st.sampled_from([None, ("data", "women")]),
        "said_by": WORDS.map(lambda text: f"{text} x"),
        "quote": WORDS.filter(lambda text: "\0" not in text and text.casefold() != "none"),
        "kind": st.just("event"),
        "restricted": st.just(True),
    },
)
UNLIKE = {"ref", "uid", "created_at", "updated_at", "last_update", "history"}


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(line=LINES, fields=FIELDS)
def test_what_is_pasted_logs_what_would_have_been_saved(meeting, register, run, line, fields):
    if "said_by" in fields:
        said_by = checked(CommitmentDraft, {"text": "-", "said_by": fields["said_by"]}).said_by
        fields["said_by"] = said_by
    here = Workspace(db=str(register), acting_as=None, by="Tester")
    with here.writing() as (session, actor):
        alone = Ask(line, {"owner_to_be_found": True})
        of_line = understanding.read_commitment(session, actor, alone)
    # As the questions do: what the line says stands until an answer takes it away.
    of_itself = {name: getattr(of_line, name) or None for name in ("due", "places", "tags")}
    ask = Ask(line, of_itself | fields)
    words = shlex.split(log_line([], meeting, ask, of_line=of_line, flags={}))
    with here.writing() as (session, actor):
        [saved] = log(session, actor, meeting, [ask])
    pasted = done(run(*words)).splitlines()[-1]
    first, second = shown(run, saved.ref), shown(run, pasted)
    assert {k: v for k, v in first.items() if k not in UNLIKE} == {
        k: v for k, v in second.items() if k not in UNLIKE
    }
