"""A command line to paste logs exactly what was answered."""

import os
import shlex
import shutil

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.registers import done, shown
from tracker.cli.prompts.command_line import log_line
from tracker.domain.drafts import CommitmentDraft
from tracker.errors import Refused
from tracker.services.commitments import Ask, draft_of, log

texts = st.text(min_size=1, max_size=40).map(lambda text: f"do {text}") | st.sampled_from(
    ["-x", "--status", "train (Rome, May 2015) #data", "a 'b' \"c\" $d `e`", "read: #a (May 2016)"]
)
FIELDS = st.fixed_dictionaries(
    {"leads": st.sampled_from([("IOM",), ("IOM", "GMG")])},
    optional={
        "partners": st.just(("WB",)),
        "due": st.sampled_from([None, "July 2015", "by the next meeting"]),
        "places": st.sampled_from([None, ("New York", "-Rome")]),
        "tags": st.sampled_from([None, ("data", "women")]),
        "said_by": texts,
        "quote": texts,
        "kind": st.just("event"),
        "restricted": st.just(True),
    },
)
