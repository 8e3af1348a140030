"""Where a report goes: in which format, to which file, and to the printer."""

from collections.abc import Callable

from tracker.cli.options import ReportFormat
from tracker.cli.output import deliver, say, warn
from tracker.errors import WrongWords
from tracker.reports.document import Job, Rendered
from tracker.reports.formats import FORMATS, format_of_file


def chosen_format(form: ReportFormat | None, output: str | None) -> str:
    """Give the format asked for, else the one that a file's ending names, else text."""
    if form is not None:
        return form
    if output in (None, "-"):
        return ReportFormat.TEXT
    by_ending = format_of_file(str(output))
    if by_ending is None:
        endings = ", ".join(ending for each in FORMATS.values() for ending in each.endings)
        raise WrongWords(
            f"The ending of “{output}” names no format. Accepted: {endings}; or --format. "
            "Nothing was written."
        )
    return by_ending.name


def deliver_report(
    job: Job,
    made: Callable[[str], Rendered],
    *,
    form: str | None,
    output: str | None,
    printer: str | None,
) -> None:
    """Write what `made` gives for `form`, if any, and send the PDF to the printer, if one is asked.

    `printer` is a name, or empty for the system's own.
    """
    if form is not None:
        rendered = made(form)
        for warning in rendered.warnings:
            warn(warning)
        content: str | bytes = rendered.content
        deliver(content if FORMATS[form].binary else rendered.content.decode(), output)
        if output not in (None, "-"):
            say(f"Wrote {output}.")
    if printer is not None:
        from tracker.cli.printing import print_out

        paged = made("pdf")
        for warning in paged.warnings:
            warn(warning)
        print_out(paged.content, printer or None, title=job.report.document().short_title)
        say("Sent to the printer.")
