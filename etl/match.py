"""Match: an institution to its municipality. Only an exact code counts; nothing is guessed."""

from collections.abc import Mapping
from typing import Any

from etl.problems import Problem
from etl.survey_format import InstitutionRow, Located

TYPE_NAMES_EN = {
    "orphans_court": "Orphans' court",
    "social_service": "Social service",
    "employment_agency": "Employment agency branch",
}


def match_institutions(
    institutions: list[Located[InstitutionRow]], municipalities: Mapping[str, str]
) -> tuple[list[dict[str, Any]], list[Problem]]:
    """Place each institution in a municipality of the wave's own boundary set.

    `municipalities` maps code to name; it is empty where the boundary set itself is not known,
    which is a problem of its own. Returns one record per institution, as the table
    `institution` takes it without its wave; an unknown code is a problem, an empty one is not:
    the source does not place every institution.
    """
    records: list[dict[str, Any]] = []
    problems: list[Problem] = []
    for located in institutions:
        row = located.row
        code = row.municipality_code
        if code and municipalities and code not in municipalities:
            problems.append(located.problem("municipality_code", "municipality_unknown"))
        name_en = row.name_en or _name_en(row, municipalities.get(row.municipality_code, ""))
        records.append(
            {
                "institution_id": row.institution_id,
                "institution_type": row.institution_type,
                "name_lv": row.name_lv,
                "name_en": name_en,
                "municipality_code": row.municipality_code or None,
                "sub_unit": row.sub_unit or None,
                "source": row.source,
                "quote": row.quote,
                "caveats": list(row.caveat),
            }
        )
    return records, problems


def _name_en(row: InstitutionRow, municipality: str) -> str:
    place = ", ".join(part for part in (row.sub_unit, municipality) if part)
    return f"{TYPE_NAMES_EN[row.institution_type]}, {place or 'place not published'}"
