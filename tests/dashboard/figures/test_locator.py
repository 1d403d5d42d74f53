"""The locator map."""

from xml.etree import ElementTree

from dashboard.figures.locator import FRAME, ground, locator
from dashboard.figures.projection import path

SQUARE = [(24.0, 56.5), (24.0, 57.0), (25.0, 57.0), (25.0, 56.5), (24.0, 56.5)]
BESIDE = [(25.0, 56.5), (25.0, 57.0), (26.0, 57.0), (26.0, 56.5), (25.0, 56.5)]


def fills() -> list[str | None]:
    shared = ground({"A": [SQUARE], "B": [BESIDE], "C": [SQUARE]}, [SQUARE])
    svg = locator(shared, "A", ["A", "B"])
    return [element.get("fill") for element in ElementTree.fromstring(svg)]


def test_own_unit_is_ink_its_region_grey_the_rest_white() -> None:
    assert fills() == ["#15191E", "#D3D7DA", "#FFFFFF", "none"]


def test_latvia_fits_the_frame() -> None:
    for point in [(20.97, 56.07), (28.24, 56.15), (25.0, 58.08), (26.6, 55.68)]:
        x, y = FRAME.place(point)
        assert 6 <= x <= 294
        assert 6 <= y <= 184


def test_north_is_up_and_east_is_right() -> None:
    west, north = FRAME.place((22, 57.5))
    east, south = FRAME.place((27, 56.0))
    assert west < east
    assert north < south


def corners(data: str) -> set[tuple[float, float]]:
    """The points of a path that is one ring."""
    first, steps = data.strip("Mz").split("l")
    x, y = map(float, first.split(","))
    points = {(x, y)}
    for step in steps.split():
        x, y = (at + float(by) for at, by in zip((x, y), step.split(","), strict=True))
        points.add((x, y))
    return points


def test_neighbours_go_on_sharing_their_edge() -> None:
    assert len(corners(path([SQUARE], FRAME)) & corners(path([BESIDE], FRAME))) == 2


def test_a_ring_smaller_than_the_grain_is_left_out() -> None:
    speck = [(24.0, 56.5), (24.0, 56.5001), (24.0001, 56.5), (24.0, 56.5)]
    assert path([speck], FRAME) == ""
