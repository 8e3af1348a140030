"""What a caller may ask for, cleaned and checked before the register hears of it."""

import re
import unicodedata
from datetime import date
from typing import Annotated, Any, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, ValidationError

from tracker.domain.text import BLOCK_LIMIT, LINE_LIMIT, clean_block, clean_line
from tracker.domain.vocabulary import (
    AgencyKind,
    Channel,
    CommitmentKind,
    MeetingKind,
    Status,
    Strength,
)
from tracker.errors import Refused

TEXT_LIMIT = 1_000
CODE_LIMIT = 40
# Addresses of document stores run long.
EVIDENCE_LIMIT = 2_000

_CODE = re.compile(r"[^\W_]+(-[^\W_]+)*")
_LINES = re.compile(r"(\d{1,7})(?:\s*[-–—]\s*(\d{1,7}))?")


def _code(value: str) -> str:
    if not _CODE.fullmatch(value):
        raise ValueError("letters, digits and single hyphens are accepted, such as CM13")
    return value


def _lines(value: str) -> str:
    match = _LINES.fullmatch(value)
    if not match:
        raise ValueError("a line or two lines are accepted, such as 117 or 117-119")
    first, last = match.group(1), match.group(2)
    if last and int(last) < int(first):
        raise ValueError(f"line {last} comes before line {first}")
    return f"{first}-{last}" if last and last != first else first


def _as_read(value: str) -> str:
    # PostgreSQL keeps no NUL in text, and no reader of documents gives one.
    if "\0" in value:
        raise ValueError("a quotation cannot hold the character NUL")
    return value


def _tag(value: str) -> str:
    tag = value.removeprefix("#").casefold()
    if not tag or not all(c in "-_" or c.isalnum() or unicodedata.combining(c) for c in tag):
        raise ValueError("letters, digits and hyphens are accepted, such as financing")
    return tag


Line = Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=LINE_LIMIT)]
Block = Annotated[str, BeforeValidator(clean_block), Field(min_length=1, max_length=BLOCK_LIMIT)]
Sentence = Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=TEXT_LIMIT)]
Code = Annotated[
    str,
    BeforeValidator(clean_line),
    Field(min_length=1, max_length=CODE_LIMIT),
    AfterValidator(_code),
]
Quote = Annotated[str, Field(min_length=1, max_length=BLOCK_LIMIT), AfterValidator(_as_read)]
Evidence = Annotated[
    str, BeforeValidator(clean_line), Field(min_length=1, max_length=EVIDENCE_LIMIT)
]
Lines = Annotated[str, BeforeValidator(clean_line), AfterValidator(_lines)]
Tag = Annotated[str, BeforeValidator(clean_line), Field(max_length=60), AfterValidator(_tag)]


class Draft(BaseModel):
    """What every draft has in common: unknown fields are refused, and nothing is changed later."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class SeriesDraft(Draft):
    """A series as asked for."""

    code: Code
    title: Line


class MeetingDraft(Draft):
    """A meeting as asked for; `when` in words."""

    code: Code
    title: Line
    kind: MeetingKind = MeetingKind.OTHER
    when: Line | None = None
    place: Line | None = None
    series: Line | None = None
    number: Annotated[int, Field(ge=1, le=100_000)] | None = None
    in_margins_of: Line | None = None


class AgencyDraft(Draft):
    """An agency as asked for; other agencies as typed, chairs as "A from D to D"."""

    code: Code
    name: Line
    kind: AgencyKind = AgencyKind.OTHER
    aliases: tuple[Line, ...] = ()
    former_names: tuple[Line, ...] = ()
    part_of: Line | None = None
    member_of: tuple[Line, ...] = ()
    chairs: tuple[Line, ...] = ()
    focal_points: tuple[Line, ...] = ()


class CommitmentDraft(Draft):
    """A commitment as asked for; agencies and due date as typed.

    Without leads and partners, `owner_to_be_found` says that this is meant.
    """

    text: Sentence
    leads: tuple[Line, ...] = ()
    partners: tuple[Line, ...] = ()
    owner_to_be_found: bool = False
    due: Line | None = None
    kind: CommitmentKind | None = None
    places: tuple[Line, ...] = ()
    tags: tuple[Tag, ...] = ()
    said_by: Line | None = None
    said_for: Line | None = None
    document: Line | None = None
    page: Annotated[str, BeforeValidator(clean_line), Field(min_length=1, max_length=40)] | None = (
        None
    )
    lines: Lines | None = None
    quote: Quote | None = None
    strength: Strength | None = None
    status: Status = Status.ANNOUNCED
    restricted: bool = False


class UpdateDraft(Draft):
    """News of commitments as asked for; `accept` and `dispute` are the owner's own."""

    status: Status | None = None
    note: Block | None = None
    evidence: tuple[Evidence, ...] = ()
    due: Line | None = None
    reason: Block | None = None
    accept: bool = False
    dispute: Block | None = None
    on: date | None = None
    via: Channel | None = None
    for_agency: Line | None = None
    restricted: bool = False


class CheckDraft(Draft):
    """With whom a delivery was checked, or why it is doubted, as told."""

    checked_with: Line | None = None
    doubt: Block | None = None


_Draft = TypeVar("_Draft", bound=Draft)

# Where a field's name in a draft is not the word that people know it by.
_SHOWN = {
    "for_agency": "agency",
    "part_of": "part of",
    "member_of": "member of",
    "former_names": "former name",
    "aliases": "alias",
    "focal_points": "focal point",
    "checked_with": "with",
    "said_by": "said by",
    "said_for": "said for",
    "in_margins_of": "in the margins of",
    "places": "place",
    "tags": "tag",
    "leads": "owner",
    "partners": "partner",
    "chairs": "chair",
    "quote": "quotation",
}


def checked(kind: type[_Draft], values: dict[str, Any], *, where: str = "") -> _Draft:
    """Make a draft of `kind`, or raise Refused that names each field at fault.

    `where` opens the message: the line of a file, for one.
    """
    try:
        return kind(**values)
    except ValidationError as error:
        faults = "; ".join(_fault(fault) for fault in error.errors())
        raise Refused(f"{where}{faults}. Nothing was changed.") from error


def _fault(fault: Any) -> str:
    field = str(fault["loc"][0])
    shown = _SHOWN.get(field, field)
    context = fault.get("ctx") or {}
    match fault["type"]:
        case "string_too_short" | "too_short":
            return f"{shown}: empty"
        case "string_too_long" | "too_long":
            return f"{shown}: longer than {context['max_length']} characters"
        case "value_error":
            return f"{shown} “{_short(fault['input'])}”: {context['error']}"
        case "int_parsing" | "int_from_float" | "greater_than_equal" | "less_than_equal":
            return f"{shown} “{_short(fault['input'])}”: a number from 1 to 100,000 is accepted"
        case "enum":
            return f"{shown} “{_short(fault['input'])}”: accepted are {context['expected']}"
        case _:
            return f"{shown} “{_short(fault['input'])}”: {fault['msg']}"


def _short(value: object) -> str:
    text = clean_line(str(value))
    return text if len(text) <= 60 else f"{text[:59]}…"
