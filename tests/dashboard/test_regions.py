"""Planning regions and Latvia side by side, on the real study."""

from dataclasses import replace
from pathlib import Path

import pytest

from dashboard.atlas import PLACED_TYPES, Atlas, read_atlas
from dashboard.database import Database
from dashboard.map_views import MapChoice
from dashboard.regions import (
    country_value,
    homes,
    own_country_value,
    region_values,
    share_of,
    silent_on_question,
    together,
)
from tests.dashboard.i18n.world import value

TRAINING, NGO = "training_coverage", "ngo_awareness"


@pytest.fixture(scope="module")
def atlas(study_database: Path) -> Atlas:
    return read_atlas(Database(study_database).edition(), "2009")


def choice(indicator: str, kind: str = "all", *, estimates: bool = True) -> MapChoice:
    return MapChoice(indicator, kind, estimates)


def test_regions_stand_in_the_order_of_the_alphabet_whatever_their_values(atlas: Atlas) -> None:
    for indicator in (TRAINING, NGO):
        found = region_values(atlas, choice(indicator))
        names = [one.planning_region for one in found]
        assert names == ["Kurzemes", "Latgales", "Rīgas", "Vidzemes", "Zemgales"]


def test_latvia_beside_regions_leaves_the_agency_out(atlas: Atlas) -> None:
    parts = [atlas.latvia[TRAINING, one] for one in PLACED_TYPES]
    country = country_value(atlas, choice(TRAINING))
    assert country.denominator == sum(one.denominator or 0 for one in parts)
    assert country.numerator == sum(one.numerator or 0 for one in parts)
    whole = own_country_value(atlas, choice(TRAINING))
    agency = atlas.latvia[TRAINING, "employment_agency"].denominator or 0
    assert whole.denominator == (country.denominator or 0) + agency
    services = choice(TRAINING, "social_service")
    assert country_value(atlas, services) == own_country_value(atlas, services)


def test_without_estimates_an_estimate_is_not_published(atlas: Atlas) -> None:
    found = region_values(atlas, choice(NGO, estimates=False))
    assert {(one.evidence, one.value) for one in found} == {("not_published", None)}
    country = country_value(atlas, choice(NGO, estimates=False))
    assert (country.evidence, country.denominator, country.lower) == ("not_published", None, None)


def test_the_agency_has_a_value_in_latvia_and_in_no_region(atlas: Atlas) -> None:
    agency = choice(TRAINING, "employment_agency")
    assert {one.evidence for one in region_values(atlas, agency)} == {"not_published"}
    assert country_value(atlas, agency).denominator == 26


def test_bounds_add_up_and_the_weakest_evidence_stays() -> None:
    known = value(NGO, 3, 10, evidence="derived", caveats=("courts_assumed",))
    guess = replace(value(NGO, None, 30, evidence="estimated", bounds=(6, 24)), value=0.5)
    both = together([known, guess])
    assert (both.evidence, both.numerator, both.denominator) == ("estimated", None, 40)
    assert (both.lower, both.value, both.upper) == pytest.approx((9 / 40, 18 / 40, 27 / 40))
    assert both.caveats == ("courts_assumed",)


def test_a_silent_type_adds_nothing_and_a_hidden_one_hides_the_sum() -> None:
    known = value(NGO, 3, 10)
    silent = value(NGO, None, None, evidence="no_answer")
    assert together([known, silent]).denominator == 10
    assert together([silent, silent]).evidence == "no_answer"
    hidden = together([known, value(NGO, None, None, evidence="suppressed")])
    assert (hidden.evidence, hidden.denominator, hidden.value) == ("suppressed", None, None)


def test_a_share_is_said_of_twenty_and_more() -> None:
    assert share_of(value(TRAINING, 10, 19), "en") == ""
    assert share_of(value(TRAINING, 10, 20), "en") == "50%"
    assert share_of(value(TRAINING, None, None, evidence="no_answer"), "en") == ""


def test_no_reform_moved_an_institution_to_another_region(
    atlas: Atlas, study_database: Path
) -> None:
    edition = Database(study_database).edition()
    for newer in ("2021", "2025"):
        assert homes(read_atlas(edition, newer)) == homes(atlas)


def test_the_question_on_training_was_passed_over_by_some(atlas: Atlas) -> None:
    assert silent_on_question(atlas, choice(TRAINING))
    assert not silent_on_question(atlas, choice("identified_cases"))
