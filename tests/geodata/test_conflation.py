"""Cutting a unit along a coarser map's borders, on squares."""

import pytest
import shapely

from geodata.conflation import split_unit

UNIT = shapely.box(0, 0, 20_000, 10_000)


def test_parts_fill_the_unit_exactly_and_keep_their_own_border() -> None:
    # The coarse map ends 1 km short of the unit on one side and passes it by 1 km on the other.
    west = shapely.box(-1000, 1000, 8000, 11_000)
    east = shapely.box(8000, 1000, 21_000, 11_000)
    parts = split_unit(UNIT, [west, east])
    assert sum(part.area for part in parts) == pytest.approx(UNIT.area)
    assert shapely.intersection(*parts).area == pytest.approx(0)
    border = shapely.intersection(parts[0].boundary, parts[1].boundary)
    assert border.length == pytest.approx(10_000, rel=0.02)
    assert border.hausdorff_distance(shapely.LineString([(8000, 0), (8000, 10_000)])) < 60


def test_land_that_no_part_covers_goes_to_the_nearest() -> None:
    west, east = shapely.box(0, 0, 6000, 10_000), shapely.box(10_000, 0, 20_000, 10_000)
    parts = split_unit(UNIT, [west, east])
    assert parts[0].area == pytest.approx(8000 * 10_000, rel=0.01)
    assert parts[1].area == pytest.approx(12_000 * 10_000, rel=0.01)


def test_a_town_inside_becomes_a_hole() -> None:
    town = shapely.box(4000, 4000, 6000, 6000)
    around = shapely.box(0, 0, 20_000, 10_000).difference(town)
    parts = split_unit(UNIT, [around, town])
    assert parts[1].equals(town)
    assert len(parts[0].interiors) == 1


def test_a_unit_that_was_not_merged_stays_as_it_is() -> None:
    assert split_unit(UNIT, [shapely.box(100, 100, 5000, 5000)]) == [UNIT]


def test_a_small_piece_cut_off_goes_to_whom_it_borders() -> None:
    # The unit has a bay; beyond it the west's coarse outline leaves a scrap inside the east.
    scrap = shapely.box(15_000, 0, 15_500, 500)
    west = shapely.union(shapely.box(0, 0, 8000, 10_000), scrap)
    east = shapely.box(8000, 0, 20_000, 10_000).difference(scrap)
    parts = split_unit(UNIT, [west, east])
    assert [part.geom_type for part in parts] == ["Polygon", "Polygon"]
    assert shapely.covers(parts[1], scrap)


def test_a_large_detached_part_stays_with_its_own() -> None:
    second = shapely.box(15_000, 0, 17_000, 2000)
    west = shapely.union(shapely.box(0, 0, 8000, 10_000), second)
    east = shapely.box(8000, 0, 20_000, 10_000).difference(second)
    parts = split_unit(UNIT, [west, east])
    assert parts[0].geom_type == "MultiPolygon"
    assert shapely.covers(parts[0], second)


def test_a_part_that_lies_elsewhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="outside its unit: check the crosswalk"):
        split_unit(UNIT, [UNIT, shapely.box(30_000, 0, 40_000, 10_000)])
