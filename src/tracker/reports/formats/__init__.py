"""The formats a report can be printed in: one row each. Nothing is imported until it is used."""

from dataclasses import dataclass
from importlib import import_module

from tracker.reports.document import Job, Rendered


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its name, the endings of its files, and the module here whose `render` makes it.

    A binary one is not for a terminal.
    """

    name: str
    endings: tuple[str, ...]
    media_type: str
    module: str
    binary: bool = False

    def render(self, job: Job) -> Rendered:
        """Make the bytes."""
        rendered: Rendered = import_module(f"{__name__}.{self.module}").render(job)
        return rendered


FORMATS = {
    each.name: each
    for each in (
        Format("text", (".txt",), "text/plain; charset=utf-8", "text"),
        Format("pdf", (".pdf",), "application/pdf", "typst", binary=True),
        Format("html", (".html", ".htm"), "text/html; charset=utf-8", "html"),
        Format("md", (".md", ".markdown"), "text/markdown; charset=utf-8", "md"),
        Format("json", (".json",), "application/json", "json"),
    )
}


def format_of_file(name: str) -> Format | None:
    """Find the format that a file's ending asks for."""
    ending = name.lower()
    return next((f for f in FORMATS.values() if ending.endswith(f.endings)), None)
