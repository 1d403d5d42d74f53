"""Statements in words: whose they are, where, and what the source says, for study and profile."""

from collections.abc import Mapping

from dashboard.atlas import Atlas
from dashboard.components.row_lists import StatementWords, statement_id
from dashboard.database import Edition
from dashboard.i18n.grammar import institution_name, region_name, sentence_case
from dashboard.pages.place_parts import Voice
from dashboard.records import Institution, Statement


def read_statements(edition: Edition, atlas: Atlas, lang: str) -> list[Statement]:
    """All statements of the wave within the atlas's boundary set, read once per edition."""
    key = ("statements", atlas.scope, lang)
    if key not in edition.kept:
        own = {"wave": atlas.wave["wave"], "boundary_set": atlas.boundary_set, "lang": lang}
        edition.kept[key] = [Statement(**row) for row in edition.rows("statements", own)]
    statements: list[Statement] = edition.kept[key]
    return statements


def by_id(atlas: Atlas) -> dict[str, Institution]:
    """Every institution by its identifier, those without a place too."""
    return {one.institution_id: one for group in atlas.institutions.values() for one in group}


def statement_words(
    voice: Voice, statement: Statement, institutions: Mapping[str, Institution], *, linked: bool
) -> StatementWords:
    """A statement with its owner; `linked`: with its region and a link to the place's profile."""
    atlas, lang = voice.atlas, voice.words.lang
    institution = institutions.get(statement.institution_id)
    place = atlas.municipalities.get(statement.code)
    view = atlas.state(lang)
    there = f"#{statement_id(statement.statement_id)}"
    return StatementWords(
        text=statement.text,
        who=_who(voice, statement, institution),
        href=view.address(f"/municipality/{place.code}") if place and linked else "",
        place=_where(voice, statement, institution) if linked else "",
        source=sentence_case(voice.source(statement.source)),
        source_href=there if linked else f"{view.address('/study')}{there}",
        quote=statement.quote,
        number=statement.statement_id,
    )


def _who(voice: Voice, statement: Statement, institution: Institution | None) -> str:
    """The institution, else the place, else the type that the statement is about, else nobody."""
    if institution:
        return sentence_case(institution_name(institution, voice.words.lang, qualified=True))
    if statement.code:
        return voice.atlas.municipalities[statement.code].name_nom
    kind = statement.institution_type
    return voice.words(f"institutions.{kind}") if kind else ""


def _where(voice: Voice, statement: Statement, institution: Institution | None) -> str:
    """The planning region, and the municipality where the owner's name does not say it."""
    place = voice.atlas.municipalities.get(statement.code)
    if place is None:
        return ""
    region = region_name(place.planning_region, voice.words.lang)
    said = institution is None or (
        not institution.sub_unit and institution.own_name_nom == place.name_nom
    )
    return region if said else f"{place.name_nom}, {region}"
