"""The last question before anything is written: save it, drop it, or change a field."""

from collections.abc import Sequence

from tracker.cli.prompts import choices
from tracker.cli.prompts.interview import Interview, completed
from tracker.errors import Refused, nearest

SAVE = "yes"
DROP = "no"


def ask_what_next(interview: Interview, fields: Sequence[str], *, in_words: bool = False) -> str:
    """Give SAVE, DROP, or the one of `fields` that is to be changed; their beginnings do.

    With `in_words`, Enter alone does not save: what stands may not be what was looked at.
    """

    def read(typed: str) -> str:
        for words in ((SAVE, DROP), fields):
            word = completed(typed, words)
            if word in words:
                return word
        raise Refused(
            (f"“{typed}” is no field.{nearest(typed, fields)} " if typed else "")
            + "yes saves it, no drops it; "
            f"the fields are {', '.join(fields)}."
        )

    return interview.ask(
        "Save it? yes, no, or a field to change",
        read,
        stands="" if in_words else SAVE,
        completer=choices.words([SAVE, DROP, *fields]),
    )
