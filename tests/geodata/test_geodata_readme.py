"""The README's figures are those of the record beside the product."""

import json

import pytest

from geodata.boundaries import boundary_sets
from geodata.make_boundaries import META_FILE
from geodata.reference import FOLDER
from geodata.sources import COARSE, OFFICIAL

README = (FOLDER / "README.md").read_text(encoding="utf-8")
RECORD = json.loads(META_FILE.read_text(encoding="utf-8"))


@pytest.mark.parametrize("source", [OFFICIAL, COARSE])
def test_sources_stand_in_readme_and_record_as_in_the_program(source) -> None:
    assert vars(source) in RECORD["sources"]
    for fact in (source.package, source.version, source.member):
        assert fact in README
    assert source.archive_sha256 in README
    assert source.member_sha256 in README


def test_counts_and_accuracy_of_the_readme_are_measured_ones() -> None:
    official = RECORD["accuracy"]["shipped_2021_against_official"]
    coarse = RECORD["accuracy"]["natural_earth_against_official"]
    overlap = RECORD["accuracy"]["shipped_2009_against_natural_earth"]
    borders = RECORD["accuracy"]["border_km_2009"]
    figures = [
        *(f"{number:,}" for number in RECORD["vertices"].values()),
        f"{official['displacement_m_median']:.0f} m in the median",
        f"95 % within {official['displacement_m_p95']:.0f} m",
        f"{official['hausdorff_m']:.0f} m at worst",
        f"{official['area_difference_percent_max']:.2f} % at most",
        f"{coarse['displacement_m_median']:.0f} m off in the median",
        f"{coarse['displacement_m_p95']:,.0f} m at the 95th percentile",
        f"{overlap['overlap_median']} in the median",
        f"{overlap['overlap_p05']} at the 5th percentile",
        f"{overlap['overlap_min']} at worst",
        f"{borders['natural_earth']:,.0f} of the {borders['all']:,.0f} km",
        f"GEOS ({RECORD['made_with']['geos']})",
    ]
    assert [figure for figure in figures if figure not in README] == []


def test_the_drawn_shares_of_split_units_stand_in_the_readme() -> None:
    shares = RECORD["accuracy"]["area_weights_of_split_units"]
    assert {row["code_2009"] for row in shares} == {"LV-001", "LV-037"}
    assert [row for row in shares if f"{row['area_weight'] + 1e-9:.3f}" not in README] == []


def test_the_sets_own_accuracy_sentences_use_the_same_figures() -> None:
    official = RECORD["accuracy"]["shipped_2021_against_official"]
    for entry in boundary_sets():
        for sentence in (entry.accuracy_lv, entry.accuracy_en):
            assert f"{official['displacement_m_median']:.0f} m" in sentence
            assert f"{official['displacement_m_p95']:.0f} m" in sentence
