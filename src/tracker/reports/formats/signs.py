"""Bars of signs, for formats that are text alone."""

from tracker.reports.document import Bar, Tone

_SIGNS = {Tone.ALERT: "█", Tone.FIRM: "▒", Tone.QUIET: "░"}


def draw_bar(bar: Bar, *, longest: int, room: int) -> str:
    """Draw a bar from zero, a sign for each where `longest` fits in `room`, else in proportion.

    What is not nothing gets a sign at the least.
    """
    signs = ""
    reached, ends = 0, 0
    for portion in bar.portions:
        if portion.number:
            reached += portion.number
            end = reached if longest <= room else round(reached * room / longest)
            ends = max(end, ends + 1)
            signs += _SIGNS[portion.tone] * (ends - len(signs))
    return signs


def say_scale(longest: int, *, room: int) -> str | None:
    """Say what a sign stands for where it is more than one."""
    return None if longest <= room else f"A sign stands for about {longest / room:.1f}."
