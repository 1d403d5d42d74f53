"""Figures as they are printed, in both languages."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.i18n import numbers
from dashboard.i18n.locales import plural_category
from dashboard.i18n.nouns import out_of

from .world import JOINER, NBSP, plain

COUNTS = st.integers(min_value=0, max_value=10_000_000)


def test_a_count_of_a_base_does_not_break() -> None:
    assert numbers.count_of(1, 2, "lv") == f"1{NBSP}no{NBSP}2"
    assert numbers.count_of(1, 2, "en") == f"1{NBSP}of{NBSP}2"


def test_bounds_come_first_and_meet_in_one_number() -> None:
    assert plain(numbers.range_of(0, 2, 2, "lv")) == "0–2 no 2"
    assert plain(numbers.range_of(125, 157, 256, "en")) == "125–157 of 256"
    assert plain(numbers.range_of(1, 1, 2, "lv")) == "1 no 2"


def test_a_range_is_joined_so_that_no_line_breaks_after_its_dash() -> None:
    assert numbers.span(90, 157, "lv") == f"90–{JOINER}157"
    assert numbers.span(90, 90, "lv") == "90"
    assert numbers.range_of(9000, 10000, 20000, "en").startswith(f"9,000–{JOINER}10,000{NBSP}of")


def test_a_series_of_years_is_told_with_its_span() -> None:
    victims = {2016: 17, 2014: 34, 2015: 12}
    assert plain(numbers.year_series(victims, "lv")) == "34, 12 un 17 2014.–2016. gadā"
    assert plain(numbers.year_series(victims, "en")) == "34, 12 and 17 in 2014–2016"
    assert numbers.year_series({2014: 34}, "lv") == "34 2014. gadā"
    assert numbers.year_series({2014: 34}, "en") == "34 in 2014"
    for years in ({}, {2014: 34, 2016: 17}):
        with pytest.raises(ValueError, match="consecutive"):
            numbers.year_series(years, "lv")


@pytest.mark.parametrize(
    ("share", "places", "latvian", "english"),
    [
        (0.35, 0, "35\xa0%", "35%"),
        (0.365, 1, "36,5\xa0%", "36.5%"),
        (0.145, 0, "15\xa0%", "15%"),
        (0.125, 0, "13\xa0%", "13%"),
        (0.0, 0, "0\xa0%", "0%"),
        (1.0, 0, "100\xa0%", "100%"),
        (0.5714285714, 0, "57\xa0%", "57%"),
    ],
)
def test_percentages(share: float, places: int, latvian: str, english: str) -> None:
    assert numbers.percent(share, "lv", places) == latvian
    assert numbers.percent(share, "en", places) == english


def test_percent_ranges() -> None:
    assert numbers.percent_range(0.2, 0.4, "lv") == f"20–{JOINER}40{NBSP}%"
    assert numbers.percent_range(0.55, 0.86, "en") == f"55–{JOINER}86%"
    assert numbers.percent_range(0.148, 0.151, "lv") == f"15{NBSP}%"


def test_what_is_rounded_in_print_is_said_to_be_about() -> None:
    assert plain(numbers.about(55, "lv")) == "aptuveni 55"
    assert plain(numbers.about(55, "en")) == "about 55"


@pytest.mark.parametrize(
    ("n", "latvian", "english"),
    [
        (999, "999", "999"),
        (9999, "9999", "9,999"),
        (10_000, "10\xa0000", "10,000"),
        (1_234_567, "1\xa0234\xa0567", "1,234,567"),
    ],
)
def test_thousands(n: int, latvian: str, english: str) -> None:
    assert numbers.whole(n, "lv") == latvian
    assert numbers.whole(n, "en") == english


def test_decimals() -> None:
    assert numbers.decimal_number(0.5, "lv") == "0,50"
    assert numbers.decimal_number(2 / 3, "en") == "0.67"
    assert numbers.decimal_number(64589.5, "lv", 1) == f"64{NBSP}589,5"


def test_dates_and_their_cases() -> None:
    day = date(2021, 7, 1)
    assert numbers.long_date(day, "lv") == "2021. gada 1. jūlijs"
    assert numbers.long_date(day, "lv", "gen") == "2021. gada 1. jūlija"
    assert numbers.long_date(day, "lv", "loc") == "2021. gada 1. jūlijā"
    assert numbers.long_date(date(2026, 11, 24), "en", "gen") == "24 November 2026"


@given(COUNTS)
def test_no_figure_can_break_and_its_digits_survive(n: int) -> None:
    for lang in ("lv", "en"):
        shown = numbers.whole(n, lang)
        assert " " not in shown
        assert int("".join(filter(str.isdigit, shown))) == n


@given(st.floats(min_value=0, max_value=1))
def test_a_percentage_is_the_nearest_whole_one(share: float) -> None:
    shown = int(numbers.percent(share, "en").removesuffix("%"))
    assert abs(shown - share * 100) <= 0.5 + 1e-9


@given(st.integers(min_value=0, max_value=999))
def test_what_follows_no_agrees_with_the_plural_category(n: int) -> None:
    after_no = "iestādes" if plural_category(n, "lv") == "one" else "iestādēm"
    assert out_of(n, "all", "lv") == after_no


@pytest.mark.parametrize(
    ("n", "word"),
    [(1, "iestādes"), (2, "iestādēm"), (10, "iestādēm"), (11, "iestādēm"), (21, "iestādes")],
)
def test_after_no_a_one_takes_the_genitive(n: int, word: str) -> None:
    assert out_of(n, "all", "lv") == word
