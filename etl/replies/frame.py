"""The frame as names: a survey's institutions and municipalities, ready to be looked up."""

from etl.replies.names import Directory, Known
from etl.survey_format import Survey
from geodata.boundaries import boundary_sets, read_municipalities


def directory(survey: Survey) -> Directory:
    """The institutions of `survey` and the municipalities of its own boundary set."""
    places = place_names(survey.facts.boundary_set if survey.facts else "")
    return Directory(
        (
            Known(
                located.row.institution_id,
                located.row.institution_type,
                located.row.name_lv,
                located.row.municipality_code,
                places.get(located.row.municipality_code, ""),
            )
            for located in survey.institutions
        ),
        places,
    )


def place_names(boundary_set: str) -> dict[str, str]:
    """Code → name, the place itself in the genitive: "Alojas novads", "Rīgas pilsēta".

    Empty where the boundary set is not known, which is a problem of its own.
    """
    if boundary_set not in {known.boundary_set for known in boundary_sets()}:
        return {}
    frame = read_municipalities(boundary_set)
    return {
        row["code"]: row["name_nom"] if row["type"] == "novads" else f"{row['name_gen']} pilsēta"
        for row in frame.to_dict("records")
    }
