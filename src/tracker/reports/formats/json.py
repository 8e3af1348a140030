"""JSON: the figures themselves, which every other format is drawn from."""

import json

from tracker.reports.document import Job, Rendered


def render(job: Job) -> Rendered:
    """Write the report's data; a lone surrogate, which UTF-8 cannot hold, stays an escape."""
    text = json.dumps(job.report.data, ensure_ascii=False, indent=2)
    return Rendered(f"{text}\n".encode("utf-8", "backslashreplace"))
