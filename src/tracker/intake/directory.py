"""The directory of the United Nations system that ships with tracker."""

from dataclasses import dataclass

from tracker.domain.vocabulary import AgencyKind


@dataclass(frozen=True, slots=True)
class DirectoryAgency:
    """One entity of the directory; `part_of` is the code of the one that it is part of."""

    code: str
    name: str
    kind: AgencyKind
    aliases: tuple[str, ...] = ()
    former_names: tuple[str, ...] = ()
    part_of: str | None = None


def un_system() -> tuple[DirectoryAgency, ...]:
    """Give the entities of the United Nations system; a whole always stands before its parts."""
    import tomllib
    from importlib.resources import files

    text = files("tracker.intake").joinpath("un_system.toml").read_text(encoding="utf-8")
    return tuple(
        DirectoryAgency(
            code=row["code"],
            name=row["name"],
            kind=AgencyKind(row.get("kind", AgencyKind.UN_ENTITY)),
            aliases=tuple(row.get("aliases", ())),
            former_names=tuple(row.get("former_names", ())),
            part_of=row.get("part_of"),
        )
        for row in tomllib.loads(text)["agency"]
    )
