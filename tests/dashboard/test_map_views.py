"""What the estimates switch does to a value, and how amounts and bars are made of it."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.atlas import read_atlas
from dashboard.components.squares import letters
from dashboard.database import Database
from dashboard.figures.classes import NOT_PUBLISHED, drawing_code
from dashboard.i18n.translate import catalogue
from dashboard.map_views import (
    ON_TOTALS,
    MapChoice,
    amount_of,
    bar_shares,
    square_kinds,
    view_meaning,
    without_estimate,
)
from dashboard.records import AreaValue


def value(evidence: str, numerator: int | None, upper: float | None, *caveats: str) -> AreaValue:
    """A value of two institutions: known where there is a numerator, else 0 to `upper`."""
    share = None if numerator is None else numerator / 2
    known = share is not None
    return AreaValue(
        indicator="materials_availability",
        institution_type="all",
        code="LV-041",
        planning_region="Zemgales",
        numerator=numerator,
        denominator=2 if known or upper is not None else None,
        value=share if known else upper and upper / 2,
        lower=share if known else upper and 0.0,
        upper=share if known else upper,
        evidence=evidence,
        sources=("footnote 35",),
        caveats=caveats,
        class_number=None,
    )


def test_with_estimates_off_an_estimate_has_no_number_source_or_caveat_left() -> None:
    hidden = without_estimate(value("estimated", None, 1.0, "published_rounded"))
    assert hidden.evidence == "not_published"
    assert drawing_code(hidden) == NOT_PUBLISHED
    numbers = (hidden.numerator, hidden.denominator, hidden.value, hidden.lower, hidden.upper)
    assert numbers == (None,) * 5
    assert (hidden.sources, hidden.caveats) == ((), ())


def test_with_estimates_off_known_values_and_silence_stay_as_they_are() -> None:
    for kept in (
        value("named", 1, None),
        value("derived", 0, None),
        value("no_answer", None, None),
    ):
        assert without_estimate(kept) is kept


def test_an_amount_says_counts_bounds_or_what_is_missing() -> None:
    assert amount_of(value("named", 1, None), "lv") == "1\u00a0no\u00a02"
    assert (
        amount_of(value("estimated", None, 1.0), "lv").replace("\u2060", "") == "0–2\u00a0no\u00a02"
    )
    rounded = value("derived", 1, None, "published_rounded")
    assert amount_of(rounded, "en") == "about\u00a01\u00a0of\u00a02"
    assert amount_of(value("no_answer", None, None), "en") == "no answer"


def test_a_bar_is_solid_only_as_far_as_somebody_is_known() -> None:
    assert bar_shares(value("named", 1, None)) == (0.5, 0.0)
    assert bar_shares(value("estimated", None, 1.0)) == (0.0, 1.0)
    assert bar_shares(value("derived", 1, None, "published_rounded")) == (0.0, 0.5)


def test_a_suspicion_has_a_square_of_its_own_and_counts_as_no(study_database: Path) -> None:
    atlas = read_atlas(Database(study_database).edition(), "2009")
    choice = MapChoice("identified_cases", "all", estimates=True)
    kinds = square_kinds(atlas.at("LV-043"), atlas.answers, choice)  # Kandavas novads
    assert letters(kinds) == "ys"
    assert atlas.values["identified_cases", "all"]["LV-043"].numerator == 1


@pytest.mark.parametrize("estimates", [True, False])
def test_a_total_that_is_not_published_is_never_said_to_be_none(
    small_database: Path, *, estimates: bool
) -> None:
    atlas = read_atlas(Database(small_database).edition(), "2009")
    materials = MapChoice("materials_availability", "all", estimates=estimates)
    assert atlas.latvia["materials_availability", "orphans_court"].value is None
    assert view_meaning(atlas, materials, "", "en") == (
        "Materials for clients: leaflets, posters or others are available."
    )
    unprinted = replace(atlas, printed={})
    ngos = view_meaning(unprinted, MapChoice("ngo_awareness", "all", estimates=False), "", "en")
    assert ngos == ('NGO awareness: the institution would turn to "Drošā māja" or "Marta".')


def test_what_a_lead_on_totals_names_is_what_it_is_given() -> None:
    for lead, named in ON_TOTALS.items():
        said = str(catalogue("lv")[f"lead.{lead}"])
        assert set(re.findall(r"{(\w+)}", said)) == named
