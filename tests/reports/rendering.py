"""How tests print a report: facts in, bytes out, through the registry."""

from tests.reports.facts import year_of
from tracker.domain.vocabulary import Paper
from tracker.reports.document import Job, Rendered, Report
from tracker.reports.follow_up import FollowUpFacts, draw, follow_up
from tracker.reports.formats import FORMATS


def printed(
    facts: FollowUpFacts, form: str, *, paper: Paper = Paper.A4, width: int = 80
) -> Rendered:
    """Print facts in a format."""
    return FORMATS[form].render(Job(Report(follow_up(facts), draw), paper, width))


def read(facts: FollowUpFacts, form: str = "text", *, width: int = 10_000) -> str:
    """Print facts in a format of text, unless told in lines so long that nothing is wrapped."""
    return printed(facts, form, width=width).content.decode()


def sentences(facts: FollowUpFacts) -> str:
    """Give what the first page says in sentences."""
    from tracker.reports.document import Paragraph

    blocks = draw(follow_up(facts)).parts[0].blocks
    lines = [block.line for block in blocks if isinstance(block, Paragraph)]
    return " ".join("".join(run.text for run in line.runs) for line in lines)


GOLDEN = year_of(9)
