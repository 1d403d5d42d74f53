"""The slides of the real study: their sentences, legends and names, told from the rows alone."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from dashboard.atlas import read_atlas, read_labels
from dashboard.components.slide import AnswerBlock, Legend, NamedGroup, Slide
from dashboard.database import Database, Edition
from dashboard.figures.classes import legend_counts
from dashboard.figures.picture import FRAME
from dashboard.i18n.translate import Words
from dashboard.map_views import drawing_codes, values_of, view_headline
from dashboard.pages.place_parts import Voice
from dashboard.pages.present import layout, region_windows, slides_of
from dashboard.pages.present_link import present_address
from dashboard.present_slides import NAMES, Deck, lines_of
from dashboard.present_window import ASPECT, window_around
from dashboard.state import INDICATORS, INSTITUTION_TYPES, ParsedState, ViewState
from tests.dashboard.components.trees import nodes, text, with_class

ONE_SURVEY = tuple(name for name in NAMES if name != "change")
OWN = {"slide": NAMES[0], "keys": "on", "fullscreen": "off"}


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


def deck(edition: Edition, **view: str) -> Deck:
    """The deck of a view."""
    state = ViewState(**view)
    atlas = read_atlas(edition, state.boundary_set)
    voice = Voice(atlas, Words(state.lang), read_labels(edition, state.lang))
    return Deck(voice, state, region_windows(edition, state.boundary_set))


def slides(edition: Edition, **view: str) -> dict[str, Slide]:
    """The slides of a view by name."""
    return {one.name: one for one in slides_of(deck(edition, **view))}


def legend(slide: Slide) -> Legend:
    """The legend of a slide, beside its map or under it."""
    return next(one for one in (*slide.under, *slide.aside) if isinstance(one, Legend))


def page(edition: Edition, own: dict[str, str] | None = None, **view: str) -> Any:
    """The page of a view."""
    return layout(edition, ParsedState(ViewState(**view), own=OWN | (own or {}), defaults=OWN))


def test_a_municipality_has_a_slide_only_where_one_is_chosen(edition: Edition) -> None:
    assert tuple(slides(edition)) == ONE_SURVEY[:-1]
    assert tuple(slides(edition, municipality="LV-041")) == ONE_SURVEY


@pytest.mark.parametrize("boundary_set", ["2009", "2021", "2025"])
@pytest.mark.parametrize("institution_type", INSTITUTION_TYPES)
@pytest.mark.parametrize("estimates", ["on", "off"])
def test_headline_and_counts_are_those_of_the_map(
    edition: Edition, boundary_set: str, institution_type: str, estimates: str
) -> None:
    for region in ("", "Zemgales"):
        view = {
            "boundary_set": boundary_set,
            "institution_type": institution_type,
            "estimates": estimates,
            "planning_region": region,
        }
        made, found = deck(edition, **view), slides(edition, **view)
        for indicator in INDICATORS:
            choice, slide = made.choice(indicator), found[indicator]
            assert slide.headline == view_headline(made.voice.atlas, choice, region, "lv")
            values = values_of(made.voice.atlas, choice, region)
            counts = legend_counts(drawing_codes(values))
            known = {f"fill-{indicator}-{at}": n for at, n in enumerate(counts.known)}
            known |= {f"fill-{indicator}-{at + 6}": n for at, n in enumerate(counts.estimated)}
            known |= {f"fill-{indicator}-12": counts.no_answer}
            known |= {f"fill-{indicator}-13": counts.not_published}
            rows = {row.fill: row.count for row in legend(slide).rows}
            assert rows.items() <= known.items()
            assert sum(rows.values()) == len(values)
            assert slide.map.picture == (indicator, institution_type, estimates)


def test_the_legend_goes_from_all_to_none_and_ends_with_silence(edition: Edition) -> None:
    rows = legend(slides(edition)["training_coverage"]).rows
    assert [(row.word, row.count) for row in rows] == [
        ("visas", 43),
        ("vairāk nekā puse", 2),
        ("puse", 33),
        ("mazāk nekā puse", 1),
        ("līdz piektdaļai", 1),
        ("neviena", 34),
        ("nav atbildes", 5),
    ]
    assert [row.word for row in rows if row.outlined] == ["neviena"]


def test_what_the_headline_counts_is_outlined(edition: Edition) -> None:
    found = slides(edition)
    training = found["training_coverage"]
    assert training.headline.startswith("32 pašvaldībās no 119")
    # The two whose courts may not all be known are in the class, but not counted.
    assert len(training.map.marks.contoured) == 32
    cases = found["identified_cases"]
    assert len(cases.map.marks.contoured) == 22
    assert {row.word for row in legend(cases).rows if row.outlined} == {
        "visas",
        "puse",
        "mazāk nekā puse",
    }
    assert not found["materials_availability"].map.marks.contoured


def test_estimates_say_so_in_a_sentence_and_in_each_row(edition: Edition) -> None:
    slide = slides(edition)["materials_availability"]
    assert slide.headline == "Gandrīz visur zināms tikai kopskaits: karte rāda aplēsi"
    words = [row.word.replace("\u2060", "").replace("\u00a0", " ") for row in legend(slide).rows]
    assert words == ["aplēse 40–60 %", "aplēse 20–40 %", "aplēse līdz 20 %", "nav atbildes"]
    assert any("Publicēti tikai kopskaiti" in one for one in slide.aside if isinstance(one, str))


def test_the_priorities_name_who_has_cases_but_no_training(edition: Edition) -> None:
    slide = slides(edition)["priorities"]
    assert slide.headline.endswith(": Bauskas novadā un Strenču novadā")
    first, second, third = (one for one in slide.aside if isinstance(one, NamedGroup))
    assert (first.names, first.main) == (("Bauskas novads", "Strenču novads"), True)
    assert (second.count, third.count) == (8, 30)
    # Daugavpils novads may have courts that nobody names: it has no group.
    assert "Daugavpils novads" not in second.names
    assert [one.text for one in slide.map.labels] == ["Bauskas novads", "Strenču novads"]
    places = read_atlas(edition, "2009").municipalities
    assert [places[code].name_nom for code in slide.map.marks.contoured] == list(first.names)
    assert sum((first.count, second.count, third.count)) + sum(
        row.count for row in legend(slide).rows
    ) == len(places)


def test_where_nobody_has_both_the_slide_says_that(edition: Edition) -> None:
    slide = slides(edition, boundary_set="2021", planning_region="Latgales")["priorities"]
    assert slide.headline.startswith("Nav nevienas pašvaldības")
    assert slide.map.labels == ()


def test_a_region_lists_its_municipalities_by_name_numbered_as_on_the_map(
    edition: Edition,
) -> None:
    slide = slides(edition, planning_region="Rīgas")["region"]
    (rows,) = (one for one in slide.aside if isinstance(one, tuple))
    names = [row.name for row in rows]
    assert names[:2] + names[-2:] == [
        "Ādažu novads",
        "Alojas novads",
        "Stopiņu novads",
        "Tukuma novads",
    ]
    assert len(names) == 30
    assert [row.number for row in rows] == [one.text for one in slide.map.labels]
    assert slide.subject == "Rīgas plānošanas reģions"


def test_without_a_region_in_the_view_the_first_one_is_shown(edition: Edition) -> None:
    assert slides(edition)["region"].subject == "Kurzemes plānošanas reģions"


def test_every_number_and_name_lies_within_its_picture(edition: Edition) -> None:
    for boundary_set in ("2009", "2021", "2025"):
        for region in read_atlas(edition, boundary_set).planning_regions:
            slide = slides(edition, boundary_set=boundary_set, planning_region=region)["region"]
            assert all(0 < one.left < 100 and 0 < one.top < 100 for one in slide.map.labels)


def test_a_municipality_shows_what_its_institutions_answered(edition: Edition) -> None:
    slide = slides(edition, municipality="LV-041")["municipality"]
    said = slide.headline.replace("\u00a0", " ")
    assert said == "Jelgavas novadā apmācīti darbinieki ir 1 no 2 iestādēm: sociālajam dienestam."
    blocks = [one for one in slide.aside if isinstance(one, AnswerBlock)]
    assert [one.indicator for one in blocks] == list(INDICATORS)
    training = blocks[1]
    assert [(who, answer, sign.evidence) for who, answer, sign in training.answers] == [
        ("Bāriņtiesa", "Nav, bet plānota", "named"),
        ("Sociālais dienests", "Ir", "derived"),
    ]
    assert blocks[2].kinds == ("estimated", "estimated")
    assert slide.map.marks.selected == "LV-041"
    assert not any(row.outlined for row in legend(slide).rows)


def test_a_municipality_leaves_no_institution_out_whatever_the_view(edition: Edition) -> None:
    every = slides(edition, municipality="LV-041")["municipality"]
    courts = slides(edition, municipality="LV-041", institution_type="orphans_court")
    assert courts["municipality"] == every


def test_with_estimates_off_no_answer_is_estimated(edition: Edition) -> None:
    slide = slides(edition, municipality="LV-041", estimates="off")["municipality"]
    blocks = [one for one in slide.aside if isinstance(one, AnswerBlock)]
    assert {sign.evidence for one in blocks for _, _, sign in one.answers} == {
        "named",
        "derived",
        "not_published",
    }


def test_longer_sentences_take_more_lines() -> None:
    assert [lines_of("a" * n) for n in (62, 63, 130, 131)] == [1, 2, 2, 3]


def test_a_window_holds_its_points_in_the_shape_of_its_place() -> None:
    points = [(21.0, 56.0), (22.0, 56.1)]
    window = window_around(points)
    assert window.width / window.height == pytest.approx(ASPECT)
    for lon, lat in points:
        left, top = window.share(lon, lat)
        assert 0 < left < 100
        assert 0 < top < 100
    assert window.width < FRAME.width


def test_one_slide_is_shown_and_says_which_and_whose_data_it_is(edition: Edition) -> None:
    made = page(edition, {"slide": "priorities"}, municipality="LV-041")
    sections = with_class(made, "slide")
    shown = with_class(made, "is-shown")
    assert len(sections) == 7
    assert [one["props"]["data-slide"] for one in shown] == ["priorities"]
    assert (
        shown[0]["props"]["data-title"] == "Kur apmācīt vispirms, 5\u00a0no\u00a07 · Rīcības karte"
    )
    for one in sections:
        foot = text(with_class(one, "slide-foot"))
        assert (
            "Avots: Tiesībsarga pētījums, 2017 · 2009. gada robežas · datu versija 2016-1" in foot
        )
        assert [node["type"] for node in nodes(one)].count("H1") == 1


def test_a_slide_that_the_view_lacks_gives_way_to_the_first(edition: Edition) -> None:
    made = page(edition, {"slide": "municipality"})
    assert [one["props"]["data-slide"] for one in with_class(made, "is-shown")] == [NAMES[0]]


def test_the_start_button_comes_with_a_wish_for_the_full_screen_only(edition: Edition) -> None:
    assert with_class(page(edition), "slides-start") == []
    for wish in ("on", ""):
        assert len(with_class(page(edition, {"fullscreen": wish}), "slides-start")) == 1


@pytest.mark.parametrize(
    ("path", "view", "address"),
    [
        ("/", {}, "/present?slide=training_coverage"),
        ("/", {"indicator": "identified_cases"}, "/present?indicator=identified_cases"),
        ("/methods", {"lang": "en"}, "/present?lang=en"),
        ("/priorities", {"boundary_set": "2021"}, "/present?boundary_set=2021&slide=priorities"),
        ("/compare?mode=change", {"wave": "2026"}, "/present?wave=2026&slide=change"),
        ("/compare?mode=regions", {}, "/present"),
        ("/municipality/LV-041", {}, "/present?municipality=LV-041&slide=municipality"),
    ],
)
def test_every_page_leads_to_the_slide_nearest_to_it(
    path: str, view: dict[str, str], address: str
) -> None:
    assert present_address(replace(ViewState(), **view), path) == address
