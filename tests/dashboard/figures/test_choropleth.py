"""The map's figure, by what it means."""

import json
from typing import Any

import pytest

from dashboard.figures import choropleth as maps
from dashboard.figures.colours import colorscale

CODES = ("LV-001", "LV-041")


def figure(selected: str = "", old: str | None = None) -> dict[str, Any]:
    view = maps.MapView("training_coverage", CODES, (3, 12), selected, {"Igaunija": (26.0, 58.0)})
    outlines = maps.Outlines("/2009.json", "/country.json", old, ("LV-001",) if old else ())
    made: dict[str, Any] = json.loads(maps.choropleth(view, outlines).to_json())
    return made


def test_areas_carry_drawing_codes_and_the_stepped_scale() -> None:
    areas = figure()["data"][maps.AREAS]
    assert areas["locations"] == list(CODES)
    assert areas["z"] == [3, 12]
    assert (areas["zmin"], areas["zmax"]) == (-0.5, 14.5)
    assert areas["colorscale"] == colorscale("training_coverage")
    assert areas["geojson"] == "/2009.json"
    assert areas["featureidkey"] == "properties.code"


@pytest.mark.parametrize(("selected", "shown"), [("", []), ("LV-041", ["LV-041"])])
def test_the_selection_is_an_ink_line_on_a_white_casing(selected: str, shown: list[str]) -> None:
    data = figure(selected)["data"]
    casing, line = data[maps.CASING], data[maps.SELECTION]
    assert casing["locations"] == line["locations"] == shown
    assert (casing["marker"]["line"]["width"], line["marker"]["line"]["width"]) == (6.2, 2.8)


def test_traces_keep_their_places_with_and_without_old_boundaries() -> None:
    plain, new = figure(), figure(old="/2009.json")
    assert [trace["type"] for trace in plain["data"]] == [trace["type"] for trace in new["data"]]
    assert plain["data"][maps.OLD_LINE]["locations"] == []
    assert new["data"][maps.OLD_LINE]["locations"] == ["LV-001"]
    assert new["data"][maps.BOUNDARIES]["marker"]["line"]["width"] == 1.5


def test_only_the_areas_answer_the_pointer() -> None:
    hover = [trace["hoverinfo"] for trace in figure()["data"]]
    assert hover[maps.AREAS] == "none"  # events, but no native label
    assert set(hover[1:]) == {"skip"}


def test_the_projection_is_fixed_by_ranges_and_never_by_fitbounds() -> None:
    geo = figure()["layout"]["geo"]
    assert geo["fitbounds"] is False
    assert geo["lonaxis"]["range"] == [20.8, 28.4]
    assert geo["lataxis"]["range"] == [55.65, 58.11]
    assert geo["center"] == {"lon": 24.6, "lat": 56.89}
    assert geo["projection"]["rotation"]["lon"] == 24.6


def test_view_survives_changes_and_nothing_is_asked_of_other_hosts() -> None:
    assert figure()["layout"]["uirevision"] == "map"
    assert maps.CONFIG["topojsonURL"] == "/assets/topo/"
    assert maps.CONFIG["displayModeBar"] is False


def test_the_figure_is_small_enough_to_travel_with_the_page() -> None:
    assert len(json.dumps(figure())) < 5000
