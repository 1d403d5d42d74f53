"""Names, types, regions, sets and crosswalks: the tables of this room."""

import re
from datetime import date, timedelta
from itertools import pairwise

import pandas as pd
import pytest

from geodata.boundaries import boundary_sets, read_crosswalk, read_municipalities
from geodata.reference import NAME_COLUMNS

REGIONS = {"Kurzemes", "Latgales", "Rīgas", "Vidzemes", "Zemgales"}

NOVADS_ENDINGS = ("novads", "novada", "novadam", "novadu", "novadā")

CITIES = {
    "LV-DGV": "Daugavpils Daugavpils Daugavpilij Daugavpili Daugavpilī",
    "LV-JEL": "Jelgava Jelgavas Jelgavai Jelgavu Jelgavā",
    "LV-JKB": "Jēkabpils Jēkabpils Jēkabpilij Jēkabpili Jēkabpilī",
    "LV-JUR": "Jūrmala Jūrmalas Jūrmalai Jūrmalu Jūrmalā",
    "LV-LPX": "Liepāja Liepājas Liepājai Liepāju Liepājā",
    "LV-REZ": "Rēzekne Rēzeknes Rēzeknei Rēzekni Rēzeknē",
    "LV-RIX": "Rīga Rīgas Rīgai Rīgu Rīgā",
    "LV-VEN": "Ventspils Ventspils Ventspilij Ventspili Ventspilī",
    "LV-VMR": "Valmiera Valmieras Valmierai Valmieru Valmierā",
}


@pytest.fixture
def municipalities(boundary_set: str) -> pd.DataFrame:
    return read_municipalities(boundary_set)


def test_codes_are_unique_and_iso_like(municipalities: pd.DataFrame) -> None:
    assert municipalities["code"].is_unique
    assert all(re.fullmatch(r"LV-(\d{3}|[A-Z]{3})", code) for code in municipalities["code"])


def test_a_novads_keeps_its_stem_in_all_five_cases(municipalities: pd.DataFrame) -> None:
    novadi = municipalities[municipalities["type"] == "novads"]
    for forms in novadi[NAME_COLUMNS].itertuples(index=False):
        stems = {form.rpartition(" ")[0] for form in forms}
        assert len(stems) == 1
        assert re.fullmatch(r"[A-ZĀČĒĢĪĶĻŅŠŪŽ][a-zāčēģīķļņšūž]+(s|u|a)", stems.pop())
        assert tuple(form.rpartition(" ")[2] for form in forms) == NOVADS_ENDINGS


def test_cities_are_declined_as_people_say_them(municipalities: pd.DataFrame) -> None:
    cities = municipalities[municipalities["type"] != "novads"]
    for row in cities.itertuples():
        assert [getattr(row, column) for column in NAME_COLUMNS] == CITIES[row.code].split()


def test_types_and_their_numbers(boundary_set: str, municipalities: pd.DataFrame) -> None:
    expected = {
        "2009": {"novads": 110, "republikas_pilseta": 9},
        "2021": {"novads": 36, "valstspilseta": 7},
        "2025": {"novads": 35, "valstspilseta": 7},
    }
    assert municipalities["type"].value_counts().to_dict() == expected[boundary_set]


def test_every_municipality_lies_in_one_of_the_five_regions(municipalities: pd.DataFrame) -> None:
    assert set(municipalities["planning_region"]) == REGIONS


def test_names_do_not_repeat_in_any_case(municipalities: pd.DataFrame) -> None:
    assert all(municipalities[column].is_unique for column in NAME_COLUMNS)


def test_natural_earth_keys_are_unique_and_only_in_2009(boundary_set: str) -> None:
    rows = read_municipalities(boundary_set)
    assert ("hasc" in rows) == (boundary_set == "2009")
    assert boundary_set != "2009" or rows["hasc"].str.fullmatch(r"LV\.[A-Z]{2}").all()
    assert boundary_set != "2009" or rows["hasc"].is_unique


def test_a_table_that_a_caller_changes_does_not_change_for_the_next() -> None:
    rows = read_municipalities("2025")
    rows.loc[0, "name_nom"] = "Nekurienes novads"
    assert read_municipalities("2025").loc[0, "name_nom"] == "Aizkraukles novads"


def test_sets_follow_one_another_without_a_day_between() -> None:
    sets = boundary_sets()
    assert [entry.boundary_set for entry in sets] == ["2009", "2021", "2025"]
    assert [entry.units for entry in sets] == [119, 43, 42]
    assert sets[0].in_force_from == date(2009, 7, 1)
    for earlier, later in pairwise(sets):
        assert earlier.in_force_to is not None
        assert later.in_force_from - earlier.in_force_to == timedelta(days=1)
    assert sets[-1].in_force_to is None


def test_sets_say_source_licence_and_accuracy_in_both_languages() -> None:
    for entry in boundary_sets():
        texts = (
            entry.title_lv, entry.title_en, entry.source_lv, entry.source_en,
            entry.licence, entry.accuracy_lv, entry.accuracy_en,
        )  # fmt: skip
        assert all(texts), entry.boundary_set


def test_crosswalks_start_at_every_old_unit_and_reach_every_new_one() -> None:
    for (from_set, to_set), rows in read_crosswalk().groupby(["from_set", "to_set"]):
        assert set(rows["from_code"]) == set(read_municipalities(from_set)["code"])
        assert set(rows["to_code"]) == set(read_municipalities(to_set)["code"])


def test_an_old_unit_has_one_seat_and_shares_that_sum_to_one() -> None:
    rows = read_crosswalk()
    assert not rows.duplicated(["from_set", "from_code", "to_set", "to_code"]).any()
    by_unit = rows.groupby(["from_set", "to_set", "from_code"])
    assert (by_unit["seat"].sum() == 1).all()
    assert by_unit["area_weight"].sum().sub(1).abs().max() < 1e-12
    assert rows["area_weight"].between(0, 1, inclusive="right").all()


def test_the_crosswalk_over_both_steps_follows_varaklani_to_madona() -> None:
    rows = read_crosswalk()
    steps = rows[["from_set", "to_set"]].drop_duplicates()
    assert sorted(zip(steps["from_set"], steps["to_set"], strict=True)) == [
        ("2009", "2021"), ("2009", "2025"), ("2021", "2025"),
    ]  # fmt: skip
    far = rows[(rows["from_set"] == "2009") & (rows["to_set"] == "2025")]
    assert len(far) == 121
    ends = far.set_index("from_code")["to_code"]
    assert ends["LV-102"] == "LV-059"
    aglona = far[far["from_code"] == "LV-001"].set_index("to_code")
    assert aglona["area_weight"].to_dict() == {"LV-047": 0.659, "LV-073": 0.341}
    assert aglona["seat"].to_dict() == {"LV-047": False, "LV-073": True}


def test_no_merger_crosses_a_planning_region() -> None:
    for row in read_crosswalk().itertuples():
        old = read_municipalities(row.from_set).set_index("code")["planning_region"]
        new = read_municipalities(row.to_set).set_index("code")["planning_region"]
        assert old[row.from_code] == new[row.to_code], row
