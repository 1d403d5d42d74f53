"""The chart of the planning regions, by what it means."""

import json
from dataclasses import replace
from typing import Any

import pytest

from dashboard.figures import regions
from dashboard.figures.colours import ground, hatch_line, own_colour
from dashboard.figures.hatching import hatch_path
from dashboard.records import AreaValue
from tests.dashboard.i18n.world import value

TRAINING, MATERIALS = "training_coverage", "materials_availability"
BAR, CASING, MEAN, DOTS = range(4)


def estimate(lower: int, upper: int, base: int, mean: float) -> AreaValue:
    made = value(MATERIALS, None, base, evidence="estimated", bounds=(lower, upper))
    return replace(made, value=mean)


def figure(indicator: str, *values: AreaValue) -> dict[str, Any]:
    ticks = ["0", "20", "40", "60", "80", "100"]
    made: dict[str, Any] = json.loads(regions.region_figure(indicator, values, ticks).to_json())
    return made


def test_known_values_are_solid_dots_in_the_given_order() -> None:
    data = figure(TRAINING, value(TRAINING, 3, 4), value(TRAINING, 1, 4), value(TRAINING, 1, 2))[
        "data"
    ]
    assert data[DOTS]["x"] == [0.75, 0.25, 0.5]
    assert data[DOTS]["y"] == [0.5, 1.5, 2.75]  # Latvia, the last, stands apart
    assert data[DOTS]["marker"]["color"] == own_colour(TRAINING)
    assert data[BAR]["x"] == data[MEAN]["x"] == []


def test_an_estimate_is_its_bounds_hatched_and_its_mean_a_line() -> None:
    data = figure(MATERIALS, estimate(1, 41, 41, 0.25), value(MATERIALS, 55, 230))["data"]
    bar = data[BAR]
    assert bar["base"] == [pytest.approx(1 / 41)]
    assert bar["x"] == [pytest.approx(40 / 41)]
    assert data[MEAN]["x"] == data[CASING]["x"] == [0.25]
    assert data[DOTS]["x"] == [pytest.approx(55 / 230)]
    pattern = bar["marker"]["pattern"]
    assert (pattern["bgcolor"], pattern["fgcolor"]) == (
        [ground(MATERIALS, 2)],
        [hatch_line(MATERIALS, 2)],
    )
    assert isinstance(bar["marker"]["color"], str)  # a list would overrule the ground


def test_the_hatch_is_that_of_the_small_maps() -> None:
    pattern = figure(MATERIALS, estimate(0, 1, 1, 0.5))["data"][BAR]["marker"]["pattern"]
    tile = pattern["size"] * 2**0.5  # as plotly.js draws it
    assert tile == pytest.approx(6)
    assert pattern["size"] * pattern["solidity"] == pytest.approx(1.2)
    assert hatch_path(6).startswith("M-1.5,1.5")


def test_the_axis_goes_from_nought_to_a_hundred_whatever_the_values() -> None:
    for values in ([value(TRAINING, 1, 20)], [value(TRAINING, 20, 20), value(TRAINING, 0, 20)]):
        layout = figure(TRAINING, *values)["layout"]
        assert layout["xaxis"]["range"] == [0, 1]
        assert layout["xaxis"]["tickvals"] == [0, 0.2, 0.4, 0.6, 0.8, 1]
        assert layout["yaxis"]["range"] == [len(values) + regions.APART, 0]


def test_silence_has_neither_mark_nor_guide() -> None:
    silent = value(TRAINING, None, None, evidence="no_answer")
    made = figure(TRAINING, silent, value(TRAINING, 1, 2))
    assert [one["y"] for one in made["data"]] == [[], [], [], [1.75]]
    assert [line["y0"] for line in made["layout"]["shapes"]] == [1.75]


def test_latvia_is_a_line_through_known_values_and_through_no_estimate() -> None:
    known = figure(TRAINING, value(TRAINING, 3, 4), value(TRAINING, 1, 2))["layout"]["shapes"]
    assert [(one["x0"], one["x1"]) for one in known] == [(0, 1), (0, 1), (0.5, 0.5)]
    guessed = figure(MATERIALS, estimate(0, 4, 4, 0.2), value(MATERIALS, 1, 2))["layout"]["shapes"]
    assert {(one["x0"], one["x1"]) for one in guessed} == {(0, 1)}


def test_the_figure_is_small_and_stands_still() -> None:
    made = figure(TRAINING, value(TRAINING, 1, 2))
    assert regions.CONFIG["staticPlot"] is True
    assert len(json.dumps(made)) < 4000  # Plotly's own template alone has seven thousand
    assert {trace["type"] for trace in made["data"]} == {"bar", "scatter"}
