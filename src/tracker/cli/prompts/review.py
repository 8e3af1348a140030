"""The last question before anything is written: save it, drop it, or change a field."""

from collections.abc import Sequence

from tracker.cli.prompts import choices
from tracker.cli.prompts.interview import Interview
from tracker.errors import Refused, nearest

SAVE = "yes"
DROP = "no"


def ask_what_next(interview: Interview, fields: Sequence[str]) -> str:
    """Give SAVE, DROP, or the one of `fields` that is to be changed; their beginnings do."""

    def read(typed: str) -> str:
        word = typed.casefold()
        if word in fields:
            return word
        for first in ((SAVE, DROP), fields):
            begun = [one for one in first if one.startswith(word)]
            if len(begun) == 1:
                return begun[0]
        raise Refused(
            f"“{typed}” is no field.{nearest(typed, fields)} yes saves it, no drops it; "
            f"the fields are {', '.join(fields)}."
        )

    return interview.ask(
        "Save it? yes, no, or a field to change",
        read,
        stands=SAVE,
        completer=choices.words([SAVE, DROP, *fields]),
    )
