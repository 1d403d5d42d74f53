"""The slide of what changed: the change map's own sentence and counts. The newer is invented."""

from pathlib import Path

import pytest

from dashboard.atlas import read_atlas, read_labels
from dashboard.change_views import changes_of
from dashboard.components.slide import Legend, Slide
from dashboard.database import Database, Edition
from dashboard.figures.changes import change_code, change_counts
from dashboard.i18n.change_sentences import Span, change_headline
from dashboard.i18n.translate import Words
from dashboard.pages.place_parts import Voice
from dashboard.pages.present import PARAMETERS, layout, region_windows, slides_of
from dashboard.present_slides import Deck
from dashboard.state import INDICATORS, ParsedState, Usual, ViewState
from tests.dashboard.components.trees import text, with_class

NEWER = {"wave": "2026", "boundary_set": "2025", "usual": Usual("2026", "2025")}


@pytest.fixture(scope="module")
def edition(two_waves_database: Path) -> Edition:
    return Database(two_waves_database).edition()


def deck(edition: Edition, **view: object) -> Deck:
    state = ViewState(**NEWER | view)  # type: ignore[arg-type]
    atlas = read_atlas(edition, state.boundary_set, state.wave)
    voice = Voice(atlas, Words(state.lang), read_labels(edition, state.lang))
    return Deck(voice, state, region_windows(edition, state.boundary_set))


def slides(edition: Edition, **view: object) -> dict[str, Slide]:
    return {one.name: one for one in slides_of(deck(edition, **view))}


def legend(slide: Slide) -> Legend:
    return next(one for one in slide.aside if isinstance(one, Legend))


@pytest.mark.parametrize("indicator", INDICATORS)
@pytest.mark.parametrize("kind", ["all", "orphans_court", "social_service"])
@pytest.mark.parametrize("estimates", ["on", "off"])
@pytest.mark.parametrize("region", ["", "Latgales"])
def test_headline_and_counts_are_those_of_the_change_map(
    edition: Edition, indicator: str, kind: str, estimates: str, region: str
) -> None:
    view = {
        "indicator": indicator,
        "institution_type": kind,
        "estimates": estimates,
        "planning_region": region,
    }
    made, slide = deck(edition, **view), slides(edition, **view)["change"]
    found = changes_of(made.voice.atlas, "2016", made.choice(indicator), region)
    assert slide.headline == change_headline(found, Span("2016", "2026"), "lv")
    counts = change_counts(change_code(one) for one in found)
    rows = {row.fill.rpartition("-")[2]: row.count for row in legend(slide).rows}
    known = [rows[code] for code in ("1", "2", "3", "4", "5")]
    assert known == [counts.known[number] for number in (-2, -1, 0, 1, 2)]
    assert rows.get("8", 0) == sum(counts.ranged.values())
    assert rows["12"] == counts.silent
    assert (rows.get("10", 0), rows.get("13", 0)) == (counts.open, counts.not_comparable)
    assert sum(known) + rows.get("10", 0) + rows["12"] + rows.get("13", 0) == len(found)
    assert slide.map.picture == ("change", "2016", indicator, kind, estimates)
    assert len(slide.map.marks.contoured) == counts.known[1] + counts.known[2]


def test_it_stands_between_the_indicators_and_the_priorities(edition: Edition) -> None:
    names = list(slides(edition, municipality="LV-041"))
    assert names == [*INDICATORS, "change", "priorities", "region", "municipality"]


def test_there_is_none_where_there_is_nothing_before_or_no_place(
    edition: Edition, study_database: Path
) -> None:
    first = {"wave": "2016", "boundary_set": "2009"}
    assert "change" not in slides(edition, **first)
    assert "change" not in slides(edition, institution_type="employment_agency")
    alone = Database(study_database).edition()
    assert "change" not in slides(alone, wave="", boundary_set="2009")


def test_the_foot_names_both_surveys_and_both_data_versions(edition: Edition) -> None:
    own = {name: values[0] for name, values in PARAMETERS.items()} | {"slide": "change"}
    made = layout(edition, ParsedState(deck(edition, lang="en").state, own=own, defaults=own))
    (shown,) = with_class(made, "is-shown")
    assert text(with_class(shown, "slide-source")) == (
        "Source: surveys of 2016 and 2026 · 2025 boundaries · data version 2016-1, 2026-1"
    )


def test_cases_say_that_more_of_them_are_not_more_victims(edition: Edition) -> None:
    for indicator in INDICATORS:
        slide = slides(edition, indicator=indicator)["change"]
        said = " ".join(one for one in slide.aside if isinstance(one, str))
        assert ("nenozīmē vairāk upuru" in said) is (indicator == "identified_cases")
        assert "Tas, ka atbildes nav, nenozīmē „nē”." in said
