"""The field's own words: every fixed list of values. Standard library only."""

from enum import StrEnum


class Status(StrEnum):
    """How far is it? What the owner reports; the register sets the first one."""

    ANNOUNCED = "announced"
    IN_PROGRESS = "in-progress"
    COMPLETED = "completed"
    PARTLY_COMPLETED = "partly-completed"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"

    @property
    def is_closed(self) -> bool:
        """Whether nothing more is awaited."""
        return self not in OPEN_STATUSES


OPEN_STATUSES = (Status.ANNOUNCED, Status.IN_PROGRESS)
DELIVERED_STATUSES = (Status.COMPLETED, Status.PARTLY_COMPLETED)


class Acceptance(StrEnum):
    """Does the owner agree that it undertook this?"""

    UNCONFIRMED = "unconfirmed"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"


class Verification(StrEnum):
    """Does the coordinator agree that it was delivered?"""

    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    DOUBTED = "doubted"


class Role(StrEnum):
    """In what part an agency owns a commitment."""

    LEAD = "lead"
    PARTNER = "partner"


class Relation(StrEnum):
    """How a commitment stands to its due interval."""

    ON = "on"
    BY = "by"
    IN = "in"
    DURING = "during"
    IN_MARGINS_OF = "in-margins-of"


class MeetingKind(StrEnum):
    """What sort of event a meeting is."""

    COORDINATION_MEETING = "coordination-meeting"
    WORKSHOP = "workshop"
    SIDE_EVENT = "side-event"
    SYMPOSIUM = "symposium"
    PANEL = "panel"
    CONFERENCE = "conference"
    DIALOGUE = "dialogue"
    SEMINAR = "seminar"
    EXPERT_GROUP = "expert-group"
    TASK_FORCE = "task-force"
    OTHER = "other"


class AgencyKind(StrEnum):
    """What sort of body an agency is."""

    UN_ENTITY = "un-entity"
    INTERGOVERNMENTAL = "intergovernmental"
    GOVERNMENT = "government"
    NGO = "ngo"
    NETWORK = "network"
    ACADEMIC = "academic"
    WORKING_GROUP = "working-group"
    PERSON = "person"
    OTHER = "other"


class CommitmentKind(StrEnum):
    """What will be delivered."""

    EVENT = "event"
    PUBLICATION = "publication"
    DATA = "data"
    CAPACITY_BUILDING = "capacity-building"
    POLICY = "policy"
    FUNDING = "funding"
    COORDINATION = "coordination"
    OTHER = "other"


class Strength(StrEnum):
    """How strongly it was worded."""

    FIRM = "firm"
    PLANNED = "planned"
    INTENDED = "intended"
    INTEREST = "interest"


class LinkKind(StrEnum):
    """How one commitment stands to another."""

    SUPERSEDES = "supersedes"
    RENEWS = "renews"
    DUPLICATES = "duplicates"
    FOLLOWS = "follows"
    PART_OF = "part-of"


class Channel(StrEnum):
    """By which way news reached the register."""

    MEETING = "meeting"
    E_MAIL = "e-mail"
    CALL = "call"
    LETTER = "letter"
    OTHER = "other"


class Capacity(StrEnum):
    """As what somebody acts."""

    COORDINATOR = "coordinator"
    AGENCY = "agency"


class Door(StrEnum):
    """Through which door an act came."""

    CLI = "cli"
    TUI = "tui"
    SSH = "ssh"
    SHEET = "sheet"
    IMPORT = "import"


class Subject(StrEnum):
    """What an entry of history is about."""

    COMMITMENT = "commitment"
    MEETING = "meeting"
    AGENCY = "agency"
    SERIES = "series"


class Spelling(StrEnum):
    """What a way of writing an agency is to it."""

    CODE = "code"
    NAME = "name"
    ALIAS = "alias"
    FORMER_NAME = "former-name"


class GroupBy(StrEnum):
    """By what a report's matrix is arranged."""

    AGENCY = "agency"
    MEETING = "meeting"
    STATUS = "status"
    TAG = "tag"
    MONTH = "month"


class Paper(StrEnum):
    """What a report is printed on."""

    A4 = "a4"
    LETTER = "letter"


_LABELS = {"e-mail": "e-mail", "un-entity": "UN entity", "ngo": "NGO"}


def label(value: str) -> str:
    """Give a value as people read it: "partly-completed" is "partly completed"."""
    return _LABELS.get(value) or value.replace("-", " ")
