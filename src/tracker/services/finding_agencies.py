"""What a user can ask of agencies."""

from dataclasses import replace

from tracker.domain.facts import AgencyFact
from tracker.services.viewing import Viewer, agency_code
from tracker.storage.connection import Connection
from tracker.storage.reads import agencies as agency_reads


def find_agencies(connection: Connection, viewer: Viewer) -> list[AgencyFact]:
    """Give every agency; contact data only the coordinator's, or one's own."""
    own = _own_code(connection, viewer)
    return [_contact_data_kept(one, own) for one in agency_reads.agencies(connection)]


def find_agency(connection: Connection, viewer: Viewer, typed: str) -> AgencyFact:
    """Give the agency that `typed` means. Raises Refused with the nearest."""
    code = agency_code(connection, typed)
    agency = agency_reads.agencies(connection, code=code)[0]
    return _contact_data_kept(agency, _own_code(connection, viewer))


def _own_code(connection: Connection, viewer: Viewer) -> str | None:
    if viewer.agency is None:
        return None
    return agency_code(connection, viewer.agency)


def _contact_data_kept(agency: AgencyFact, own: str | None) -> AgencyFact:
    if own is None or agency.code == own:
        return agency
    return replace(agency, focal_points=())
