"""The live map: the picture's drawing with classes in place of paints."""

from xml.etree import ElementTree

import pytest

from dashboard.figures.live_map import LiveView, live_map
from dashboard.figures.picture import Shapes

SVG = "{http://www.w3.org/2000/svg}"
AREAS = {"A": "M0,0l9,0 0,9z", "B": "M9,0l9,0 0,9z", "C": "M0,9l9,0 0,9z"}
SHAPES = Shapes(AREAS, "M0,0l18,0 0,18z")
VIEW = LiveView(
    "training_coverage",
    "Apmācība",
    {"A": 3, "B": 8, "C": 13},
    {"A": "Aa. 1 no 2.", "B": "Bē <b>.", "C": "Cē."},
    selected="B",
    faded=("C",),
)


def drawn(view: LiveView | None = VIEW) -> ElementTree.Element:
    return ElementTree.fromstring(live_map(SHAPES, {"Baltijas jūra": (21.2, 57.9)}, view))


def uses(name: str, view: LiveView | None = VIEW) -> list[ElementTree.Element]:
    groups = [g for g in drawn(view).iter(f"{SVG}g") if name in (g.get("class") or "").split()]
    return [one for one in groups[0] if one.tag == f"{SVG}use"]


def test_boundaries_over_hatch_alone_have_a_white_casing() -> None:
    assert [one.get("href") for one in uses("picture-cased")] == ["#pic-B"]


def test_areas_and_boundaries_have_the_class_of_their_value_in_one_order() -> None:
    for layer in ("picture-areas", "picture-lines"):
        found = [(one.get("href"), (one.get("class") or "").split()[0]) for one in uses(layer)]
        assert found == [("#pic-A", "paint-3"), ("#pic-B", "paint-8"), ("#pic-C", "paint-13")]


def test_the_indicator_is_a_class_of_the_group_and_the_group_has_a_name() -> None:
    (group,) = (g for g in drawn().iter(f"{SVG}g") if g.get("role") == "group")
    assert group.get("class") == "picture-areas paints-training_coverage"
    assert group.get("aria-label") == "Apmācība"


def test_every_area_is_a_named_button_and_one_is_in_the_tab_order() -> None:
    areas = uses("picture-areas")
    assert [one.get("aria-label") for one in areas] == list(VIEW.labels.values())
    assert {one.get("role") for one in areas} == {"button"}
    assert [one.get("tabindex") for one in areas] == ["-1", "0", "-1"]
    assert [one.get("aria-pressed") for one in areas] == ["false", "true", "false"]


def test_areas_outside_of_the_region_are_faded() -> None:
    assert ["is-faded" in (one.get("class") or "") for one in uses("picture-areas")] == [
        False,
        False,
        True,
    ]


def test_the_selection_is_an_ink_line_on_a_casing_over_all_boundaries() -> None:
    marks = uses("picture-marks")
    assert [(one.get("href"), one.get("class")) for one in marks] == [
        ("#pic-B", "picture-casing"),
        ("#pic-B", "picture-selection"),
    ]
    groups = [g.get("class") for g in drawn().iter(f"{SVG}g")]
    lines = next(place for place, name in enumerate(groups) if "picture-lines" in (name or ""))
    assert groups.index("picture-marks") > lines


@pytest.mark.parametrize("view", [VIEW, None])
def test_every_pattern_is_there_because_any_indicator_may_be_chosen(view: LiveView | None) -> None:
    patterns = [one.get("id") for one in drawn(view).iter(f"{SVG}pattern")]
    assert len(patterns) == len(set(patterns)) == 52


def test_without_a_view_nothing_is_painted_and_nothing_named() -> None:
    assert {one.get("class") for one in uses("picture-lines", None)} == {None}
    assert [sorted(one.keys()) for one in uses("picture-areas", None)] == [
        ["data-code", "href"]
    ] * 3


def test_what_lies_around_is_named() -> None:
    names = {one.text: one.get("class") for one in drawn().iter(f"{SVG}text")}
    assert names["Baltijas jūra"] == "picture-around"
    assert names["Rīga"] is None
