"""What each format of text looks like: `python -m tests.reports.golden` writes it afresh.

Read the difference before it is committed: it is what every reader will see.
"""

from pathlib import Path

from tests.reports.rendering import GOLDEN, printed
from tracker.reports.formats import FORMATS

FOLDER = Path(__file__).parent / "golden_files"
TEXTUAL = sorted(name for name, form in FORMATS.items() if not form.binary)


def file_of(form: str) -> Path:
    """Give the file in which a format's look is kept."""
    return FOLDER / f"follow-up{FORMATS[form].endings[0]}"


if __name__ == "__main__":
    FOLDER.mkdir(exist_ok=True)
    for form in TEXTUAL:
        file_of(form).write_bytes(printed(GOLDEN, form).content)
