"""The three boundary sets as other rooms receive them."""

from itertools import pairwise

import geopandas as gpd
import pytest
import shapely

from geodata import coverage
from geodata.boundaries import (
    country_outline,
    read_boundary_set,
    read_municipalities,
    region_outlines,
)

UNITS = {"2009": 119, "2021": 43, "2025": 42}

COLUMNS = [
    "boundary_set", "code", "name_nom", "name_gen", "name_dat", "name_acc", "name_loc", "type",
    "planning_region", "geometry", "label_lon", "label_lat", "area_km2", "neighbours",
]  # fmt: skip


def segments(geometry: shapely.Geometry) -> set[tuple[tuple[float, float], ...]]:
    """Every edge as an unordered pair of corners."""
    found = set()
    for part in shapely.get_parts(geometry):
        for ring in (part.exterior, *part.interiors):
            corners = list(ring.coords)
            found |= {tuple(sorted(pair)) for pair in pairwise(corners)}
    return found


def test_a_set_has_its_columns_its_units_and_the_order_of_codes(
    frame: gpd.GeoDataFrame, boundary_set: str
) -> None:
    assert list(frame.columns) == COLUMNS
    assert len(frame) == UNITS[boundary_set]
    assert list(frame["code"]) == list(read_municipalities(boundary_set)["code"])
    assert list(frame["code"]) == sorted(set(frame["code"]))
    assert set(frame["boundary_set"]) == {boundary_set}
    assert frame.crs.to_epsg() == 4326


def test_an_unknown_set_is_refused_with_the_allowed_ones() -> None:
    with pytest.raises(ValueError, match=r"“2010” is unknown\. Allowed: 2009, 2021, 2025\."):
        read_boundary_set("2010")


def test_outlines_in_degrees_are_a_valid_coverage_without_gaps(frame: gpd.GeoDataFrame) -> None:
    outlines = list(frame.geometry)
    assert shapely.is_valid(outlines).all()
    assert shapely.coverage_is_valid(outlines)
    assert coverage.gaps(outlines) == []


def test_outlines_in_degrees_have_six_decimals(frame: gpd.GeoDataFrame) -> None:
    corners = shapely.get_coordinates(list(frame.geometry))
    assert (corners == corners.round(6)).all()


def test_outer_rings_run_clockwise_and_inner_ones_counter_clockwise(
    frame: gpd.GeoDataFrame,
) -> None:
    for part in shapely.get_parts(list(frame.geometry)):
        assert not part.exterior.is_ccw
        assert all(ring.is_ccw for ring in part.interiors)


def test_towns_are_holes_in_the_novads_around_them(frames: dict[str, gpd.GeoDataFrame]) -> None:
    holes = {
        key: set(frame.loc[[bool(list(g.interiors)) for g in frame.geometry.explode()], "code"])
        for key, frame in frames.items()
        if key != "2009"  # Raunas novads has two parts there; see the next test
    }
    assert holes == {"2021": {"LV-041", "LV-077", "LV-111"}, "2025": {"LV-041", "LV-077", "LV-111"}}


def test_only_raunas_novads_of_2009_has_two_parts(frames: dict[str, gpd.GeoDataFrame]) -> None:
    several = {
        key: list(frame.loc[shapely.get_num_geometries(list(frame.geometry)) > 1, "name_nom"])
        for key, frame in frames.items()
    }
    assert several == {"2009": ["Raunas novads"], "2021": [], "2025": []}


def test_label_points_lie_well_inside(frame: gpd.GeoDataFrame) -> None:
    for row in frame.itertuples():
        label = shapely.Point(row.label_lon, row.label_lat)
        assert row.geometry.contains(label), row.code
        assert row.geometry.boundary.distance(label) > 0.008, row.code  # some 500 m


def test_areas_are_those_of_the_outlines(frame: gpd.GeoDataFrame) -> None:
    drawn = frame.to_crs("EPSG:3059").area / 1e6
    assert (drawn / frame["area_km2"] - 1).abs().max() < 0.01


def test_areas_agree_with_official_figures_and_with_latvia(
    frames: dict[str, gpd.GeoDataFrame],
) -> None:
    areas = frames["2021"].set_index("code")["area_km2"]
    assert areas["LV-091"] == pytest.approx(1029, abs=1)
    for frame in frames.values():
        assert frame["area_km2"].sum() == pytest.approx(areas.sum(), abs=0.5)


def test_neighbours_are_mutual_nobody_is_alone_and_nobody_is_his_own(
    frame: gpd.GeoDataFrame,
) -> None:
    near = dict(zip(frame["code"], frame["neighbours"], strict=True))
    for code, others in near.items():
        assert others, code
        assert others == sorted(set(others) - {code})
        assert all(code in near[other] for other in others)


def test_neighbours_of_places_that_one_can_name(frames: dict[str, gpd.GeoDataFrame]) -> None:
    near = {
        key: dict(zip(frame["code"], frame["neighbours"], strict=True))
        for key, frame in frames.items()
    }
    assert near["2021"]["LV-REZ"] == ["LV-077"]
    assert near["2021"]["LV-JEL"] == ["LV-041"]
    assert near["2009"]["LV-JEL"] == ["LV-041", "LV-069"]
    assert "LV-102" in near["2021"]["LV-059"]
    assert "LV-102" not in near["2025"]


def test_neighbours_are_those_whose_common_border_has_a_length(
    frames: dict[str, gpd.GeoDataFrame],
) -> None:
    frame = frames["2025"]
    outlines = dict(zip(frame["code"], frame.geometry, strict=True))
    for code, others in zip(frame["code"], frame["neighbours"], strict=True):
        measured = [
            other
            for other, outline in outlines.items()
            if other != code
            and shapely.intersection(outline.boundary, outlines[code].boundary).length > 0
        ]
        assert others == measured, code


def test_regions_are_five_and_fill_the_country(frame: gpd.GeoDataFrame) -> None:
    regions = region_outlines(frame)
    names = ["Kurzemes", "Latgales", "Rīgas", "Vidzemes", "Zemgales"]
    assert list(regions["planning_region"]) == names
    assert regions.crs == frame.crs
    assert coverage.is_valid(list(regions.geometry))
    country = country_outline(frame)
    assert shapely.equals(shapely.union_all(list(regions.geometry)), country)


def test_region_and_country_edges_are_edges_of_municipalities(frame: gpd.GeoDataFrame) -> None:
    edges = segments(shapely.MultiPolygon(shapely.get_parts(list(frame.geometry)).tolist()))
    assert segments(country_outline(frame)) <= edges
    for region in region_outlines(frame).geometry:
        assert segments(region) <= edges


def test_the_country_is_one_piece_without_holes_and_runs_clockwise(
    frame: gpd.GeoDataFrame,
) -> None:
    country = country_outline(frame)
    assert country.geom_type == "Polygon"
    assert list(country.interiors) == []
    assert not country.exterior.is_ccw
    west, south, east, north = country.bounds
    assert (west, south, east, north) == pytest.approx((20.97, 55.67, 28.24, 58.09), abs=0.02)


def test_the_country_is_the_same_in_every_set(frames: dict[str, gpd.GeoDataFrame]) -> None:
    outlines = {country_outline(frame).wkb for frame in frames.values()}
    assert len(outlines) == 1
