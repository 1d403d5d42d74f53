"""What the build has counted is what the answers of the real study say, place by place."""

from collections import Counter
from itertools import product
from pathlib import Path

import pytest

from dashboard.atlas import AGENCY, PLACED_TYPES, Atlas, read_atlas
from dashboard.database import Database, Edition
from dashboard.map_views import MapChoice, place_kinds, square_kinds
from dashboard.priorities import pair_of, reading, standings
from dashboard.state import INDICATORS

SETS = ("2009", "2021", "2025")
TRAINING = "training_coverage"


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


@pytest.fixture(params=SETS)
def atlas(edition: Edition, request: pytest.FixtureRequest) -> Atlas:
    return read_atlas(edition, str(request.param))


def everybody(atlas: Atlas, institution_type: str) -> list[str]:
    """The institutions of a type, those without a place too."""
    return [
        one.institution_id
        for group in atlas.institutions.values()
        for one in group
        if one.institution_type == institution_type
    ]


def test_a_place_is_drawn_as_its_institutions_one_by_one_say(atlas: Atlas) -> None:
    seen: Counter[str] = Counter()
    for indicator, kind, estimates in product(INDICATORS, ("all", *PLACED_TYPES), (True, False)):
        choice = MapChoice(indicator, kind, estimates)
        for code in atlas.municipalities:
            said = square_kinds(atlas.at(code, kind), atlas.answers, choice)
            assert Counter(place_kinds(atlas, choice, code)) == Counter(said), (code, choice)
            assert atlas.counts.asked(indicator, code, kind) == len(said)
            seen.update(said)
    assert {"yes", "no", "estimated", "suspicion", "no_answer", "not_published"} <= set(seen)


@pytest.mark.parametrize("institution_type", [*PLACED_TYPES, AGENCY])
def test_the_country_is_drawn_as_all_institutions_say(atlas: Atlas, institution_type: str) -> None:
    ids = everybody(atlas, institution_type)
    responded = sum(
        i.responded for group in atlas.institutions.values() for i in group
        if i.institution_type == institution_type
    )  # fmt: skip
    for indicator in INDICATORS:
        known = [atlas.answers[one, indicator] for one in ids]
        yes = sum(one.share == 1 and one.evidence != "estimated" for one in known)
        kinds = atlas.counts.national_kinds(indicator, institution_type)
        assert (len(kinds), kinds.count("yes")) == (len(ids), yes)
        assert atlas.counts.responses(indicator, institution_type) == (responded, len(ids))


def test_silence_on_a_question_is_of_places_where_somebody_answered_the_survey(
    atlas: Atlas,
) -> None:
    found = set()
    for indicator, kind in product(INDICATORS, ("all", *PLACED_TYPES)):
        silent = {
            code
            for code in atlas.municipalities
            for one in atlas.at(code, kind)
            if one.responded
            and atlas.answers[one.institution_id, indicator].evidence == "no_answer"
        }
        assert atlas.counts.item_silent_codes(indicator, kind) == silent
        found |= silent
        if kind == "all":
            one_by_one = {
                c for c in atlas.municipalities if atlas.counts.is_item_silent(indicator, c)
            }
            assert one_by_one == silent
    assert found


def test_priorities_tell_of_suspicion_and_silence_as_the_institutions_do(atlas: Atlas) -> None:
    told: Counter[str] = Counter()
    for need, gap in product(INDICATORS, INDICATORS):
        if need != gap:
            for one in standings(atlas, pair_of(need, gap)):
                assert one.has_suspicion == bool(reading(atlas, need, one.place).suspicion)
                assert one.gap_silent == bool(one.gap_answers.question_silent)
                told.update({"suspicion": one.has_suspicion, "silent": one.gap_silent})
    assert told["suspicion"]
    assert told["silent"]


def test_the_branches_are_alike_as_their_answers_are(atlas: Atlas) -> None:
    ids = {one.institution_id for one in atlas.branches()}
    said: dict[str, set[str]] = {}
    for (owner, indicator), answer in atlas.answers.items():
        if owner in ids:
            said.setdefault(indicator, set()).add(answer.answer)
    assert atlas.branches_alike() == all(len(one) == 1 for one in said.values())
    assert atlas.branches_alike()


def test_branches_of_different_answers_are_not_alike(two_waves_database: Path) -> None:
    other = Database(two_waves_database).edition()
    atlas = read_atlas(other, "2025", "2026")
    ids = {one.institution_id for one in atlas.branches()}
    said: dict[str, set[str]] = {}
    for (owner, indicator), answer in atlas.answers.items():
        if owner in ids:
            said.setdefault(indicator, set()).add(answer.answer)
    assert atlas.branches_alike() == all(len(one) == 1 for one in said.values())
