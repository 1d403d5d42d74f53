"""Coverages on squares small enough to check by head. A unit is 1 km near Rīga, in EPSG:3059."""

import pytest
import shapely

from geodata import coverage
from geodata.coverage_flaws import gaps_wider_than_slivers, overlaps


def square(column: float, row: float, width: float = 1000, height: float = 1000) -> shapely.Polygon:
    x, y = 500_000 + 1000 * column, 300_000 + 1000 * row
    return shapely.box(x, y, x + width, y + height)


@pytest.fixture
def ring_of_eight() -> list[shapely.Polygon]:
    """Eight squares around an empty one."""
    return [square(c, r) for c in range(3) for r in range(3) if (c, r) != (1, 1)]


def test_squares_edge_to_edge_are_valid() -> None:
    assert coverage.is_valid([square(0, 0), square(1, 0)])


def test_a_hole_between_squares_is_a_gap(ring_of_eight: list[shapely.Polygon]) -> None:
    assert shapely.coverage_is_valid(ring_of_eight)
    assert not coverage.is_valid(ring_of_eight)
    assert coverage.gaps(ring_of_eight)[0].equals(square(1, 1))
    (flaw,) = gaps_wider_than_slivers(ring_of_eight)
    assert (flaw.kind, flaw.area_m2, flaw.members) == ("gap", 1_000_000, tuple(range(8)))
    assert (flaw.lon, flaw.lat) == pytest.approx((24.0246, 56.8573), abs=0.0001)


def test_a_gap_around_an_enclave_is_not_the_enclave() -> None:
    around = square(0, 0, 3000, 3000).difference(square(1, 1))
    town = square(1.1, 1.1, 800, 800)
    (gap,) = coverage.gaps([around, town])
    assert gap.area == pytest.approx(1_000_000 - 640_000)


def test_an_overlap_is_found_with_its_members_and_size() -> None:
    row = [square(0, 0), square(3, 0), square(0.9, 0)]
    (flaw,) = overlaps(row)
    assert (flaw.kind, flaw.members, flaw.area_m2) == ("overlap", (0, 2), 100_000)


def test_corners_without_a_partner_are_not_valid_and_are_mended() -> None:
    tall = square(0, 0, height=2000)
    polygons = [tall, square(1, 0), square(1, 1)]
    assert not coverage.is_valid(polygons)
    assert coverage.misfit_places(polygons)
    mended = coverage.mend(polygons)
    assert coverage.is_valid(mended)
    assert len(mended[0].exterior.coords) == len(tall.exterior.coords) + 1


@pytest.mark.parametrize(("width", "closed"), [(8, True), (12, False)])
def test_gaps_are_mended_up_to_the_width_of_a_sliver(
    ring_of_eight: list[shapely.Polygon], width: float, *, closed: bool
) -> None:
    filled = [*ring_of_eight, square(1, 1, width=1000 - width)]
    assert (gaps_wider_than_slivers(filled) == []) == closed
    assert (coverage.gaps(coverage.mend(filled)) == []) == closed


@pytest.mark.parametrize(("width", "found"), [(8, False), (12, True)])
def test_overlaps_are_faults_above_the_width_of_a_sliver(width: float, *, found: bool) -> None:
    assert bool(overlaps([square(0, 0), square(1 - width / 1000, 0)])) == found


def test_simplifying_keeps_the_common_border_common() -> None:
    wavy = [(501_000 + (i % 2) * 30, 300_000 + i * 50) for i in range(21)]
    left = shapely.Polygon([(500_000, 300_000), *wavy, (500_000, 301_000)])
    right = shapely.Polygon([(502_000, 300_000), *wavy, (502_000, 301_000)])
    light = coverage.simplify([left, right], 200)
    assert shapely.get_num_coordinates(light).sum() < 14
    assert coverage.is_valid(light)


def test_rounding_gives_whole_metres_and_moves_shared_corners_together() -> None:
    shifted = [shapely.affinity.translate(square(c, 0), 0.4, 0.3) for c in (0, 1)]
    result = coverage.rounded(shifted)
    assert [polygon.equals(square(c, 0)) for c, polygon in enumerate(result)] == [True, True]


def test_outlines_that_no_rounding_can_fit_are_refused_with_the_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(coverage, "mend", list)
    with pytest.raises(ValueError, match=r"do not fit together in whole metres at 56\.\d+ N, 24"):
        coverage.rounded([square(0, 0), square(0.5, 0)])


def test_degrees_keep_shared_corners_identical_and_run_clockwise() -> None:
    left, right = coverage.to_degrees([square(0, 0), square(1, 0)])
    assert len(set(left.exterior.coords) & set(right.exterior.coords)) == 2
    assert not left.exterior.is_ccw
    # LKS-92's false easting is 500 000 m on the meridian of 24° E.
    assert min(x for x, _ in left.exterior.coords) == pytest.approx(24, abs=1e-6)


def test_a_hole_runs_the_other_way() -> None:
    (holed,) = coverage.to_degrees([square(0, 0, 3000, 3000).difference(square(1, 1))])
    assert not holed.exterior.is_ccw
    assert holed.interiors[0].is_ccw


def test_neighbours_share_a_side_not_a_corner() -> None:
    assert coverage.neighbours([square(0, 0), square(1, 0), square(1, 1)]) == [[1], [0, 2], [1]]


def test_a_label_stands_in_the_middle_of_the_widest_part() -> None:
    handle = square(0, 0, width=5000, height=100)
    pan = square(5, 0, width=2000, height=2000)
    ((lon, lat),) = coverage.label_points([shapely.union(handle, pan)])
    (expected,) = coverage.label_points([pan])
    assert (lon, lat) == pytest.approx(expected, abs=2e-3)
