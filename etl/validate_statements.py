"""Validate statements: whose each is must be said once, and rightly. Nothing is repaired."""

from collections.abc import Collection, Iterator, Mapping

from etl.problems import Problem
from etl.survey_format import Located, StatementRow, Survey

INSTITUTIONS = "institutions.csv"


def statement_problems(survey: Survey, municipalities: Collection[str]) -> Iterator[Problem]:
    """Statements whose institution, place or type cannot be as it is written.

    `municipalities` are the codes of the survey's own boundary set, none where it is not known.
    """
    types = {i.row.institution_id: i.row.institution_type for i in survey.institutions}
    for located in survey.statements:
        row = located.row
        if row.institution_id and row.municipality_code:
            yield located.problem("municipality_code", "place_beside_institution")
        elif (
            row.municipality_code and municipalities and row.municipality_code not in municipalities
        ):
            yield located.problem("municipality_code", "statement_municipality_unknown")
        if row.institution_id:
            yield from _owner(survey, located, types)


def _owner(
    survey: Survey, located: Located[StatementRow], types: Mapping[str, str]
) -> Iterator[Problem]:
    """The institution of a statement must be known, and its type be the one that is written."""
    row = located.row
    own = types.get(row.institution_id)
    if own is None:
        if not survey.may_hold(INSTITUTIONS, institution_id=row.institution_id):
            yield located.problem("institution_id", "institution_unknown")
    elif row.institution_type != own:
        facts = {"institution": row.institution_id, "type": own}
        yield located.problem("institution_type", "statement_type_differs", **facts)
