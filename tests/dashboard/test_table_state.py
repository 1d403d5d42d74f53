"""The table's address: the export's own parameters, repeated, read back as written."""

from dataclasses import replace
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dashboard.database import Database
from dashboard.exports.filters import allowed_values, parameters_of
from dashboard.table_rows import filter_options
from dashboard.table_state import COLUMNS, ROWS, Options, TableView, read_table


@pytest.fixture(scope="module")
def options(study_database: Path) -> Options:
    return filter_options(Database(study_database).edition())


def read(query: str, options: Options) -> tuple[TableView, tuple[tuple[str, str], ...]]:
    return read_table(tuple(parse_qsl(query, keep_blank_values=True)), options)


@st.composite
def views(draw: st.DrawFn, options: Options) -> TableView:
    """Any view: several boundary sets at once, several values of any parameter."""
    view = TableView(draw(st.sampled_from(ROWS)), lang=draw(st.sampled_from(["lv", "en"])))
    sets = draw(st.lists(st.sampled_from(["2009", "2021", "2025"]), max_size=2))
    allowed = allowed_values(view.rows, sets, options)
    view = view.having("boundary_set", sets)
    for name in parameters_of(view.rows):
        if name != "boundary_set":
            view = view.having(name, draw(st.lists(st.sampled_from(allowed[name]), max_size=3)))
    orders = [f"{down}{column}" for down in ("", "-") for column in COLUMNS[view.rows]]
    return replace(
        view,
        sort=draw(st.sampled_from(["", *orders])),
        row=draw(st.integers(1, 999_999)),
        quotes=draw(st.sampled_from(["off", "on"])),
    )


def test_what_a_view_writes_is_read_back(options: Options) -> None:
    @given(views(options))
    def holds(view: TableView) -> None:
        assert read(urlsplit(view.address()).query, options) == (view, ())
        assert view.fitting(options) == replace(view, row=1)

    holds()


def test_any_text_whatever_gives_a_view(options: Options) -> None:
    @given(st.text(max_size=60))
    def holds(text: str) -> None:
        view, _ = read(text, options)
        assert read(urlsplit(view.address()).query, options) == (view, ())

    holds()


def test_a_default_view_has_a_bare_address(options: Options) -> None:
    assert TableView().address() == "/table"
    assert read("", options) == (TableView(), ())


def test_a_value_is_added_and_taken_away(options: Options) -> None:
    one = TableView().toggled("planning_region", "Zemgales").toggled("evidence", "named")
    two = one.toggled("planning_region", "Latgales")
    assert two.values("planning_region") == ("Latgales", "Zemgales")
    assert two.toggled("planning_region", "Latgales") == one
    assert two.having("boundary_set", ["2021"]).cleared().address() == "/table?boundary_set=2021"


@pytest.mark.parametrize(
    ("query", "parameter", "value"),
    [
        ("evidence=guessed", "evidence", "guessed"),
        ("evidence=named&evidence=guessed", "evidence", "guessed"),
        ("planning_region=Zemgale", "planning_region", "Zemgale"),
        ("boundary_set=1990", "boundary_set", "1990"),
        ("municipality=LV-112", "municipality", "LV-112"),  # of 2021, not of 2009
        ("question=training", "question", "training"),  # of answers
        ("rows=answers&indicator=training_coverage", "indicator", "training_coverage"),
        ("rows=answers&evidence=estimated", "evidence", "estimated"),
        ("rows=cells", "rows", "cells"),
        ("lang=de", "lang", "de"),
        ("sort=rank", "sort", "rank"),
        ("sort=--value", "sort", "--value"),
        ("rows=answers&sort=value", "sort", "value"),
        ("row=0", "row", "0"),
        ("row=-5", "row", "-5"),
        ("row=1234567890", "row", "1234567890"),
        ("quotes=some", "quotes", "some"),
        ("view=globe", "view", "globe"),
        ("dialect=excel", "dialect", "excel"),
        ("wave=", "wave", ""),
    ],
)
def test_what_is_not_understood_is_told_and_left_out(
    options: Options, query: str, parameter: str, value: str
) -> None:
    view, unknown = read(query, options)
    assert unknown == ((parameter, value),)
    assert value not in view.values(parameter)


def test_other_rows_are_shown_from_the_first_on_in_the_same_order(options: Options) -> None:
    view, unknown = read("sort=-value&row=101", options)
    assert (view.sort, view.row, unknown) == ("-value", 101, ())
    fewer = view.toggled("planning_region", "Zemgales")
    assert fewer.address() == "/table?planning_region=Zemgales&sort=-value"
    assert replace(view, rows="answers").fitting(options).address() == "/table?rows=answers"


def test_a_link_from_the_map_is_honoured(options: Options) -> None:
    view, unknown = read(
        "indicator=ngo_awareness&planning_region=Zemgales&boundary_set=2021"
        "&municipality=LV-041&view=list&estimates=on&lang=en",
        options,
    )
    assert unknown == ()
    assert (view.rows, view.lang) == ("indicators", "en")
    assert view.chosen == {
        "indicator": ("ngo_awareness",),
        "planning_region": ("Zemgales",),
        "boundary_set": ("2021",),
        "municipality": ("LV-041",),
    }


def test_what_means_everything_on_the_map_is_no_filter(options: Options) -> None:
    assert read("planning_region=&municipality=", options) == (TableView(), ())
    assert read("rows=answers&institution_type=all", options) == (TableView("answers"), ())
    view, _ = read("institution_type=all", options)  # rows of their own among the indicators
    assert view.values("institution_type") == ("all",)


def test_estimates_switched_off_are_evidence_that_is_not_asked_for(options: Options) -> None:
    view, unknown = read("estimates=off", options)
    assert unknown == ()
    assert view.values("evidence") == tuple(
        sorted({"named", "reported", "derived", "not_published", "no_answer", "suppressed"})
    )
    chosen, _ = read("estimates=off&evidence=estimated", options)
    assert chosen.values("evidence") == ("estimated",)
    answers, _ = read("rows=answers&estimates=off", options)
    assert answers == TableView("answers")


def test_other_rows_and_other_boundaries_keep_what_they_know(options: Options) -> None:
    view, _ = read(
        "indicator=training_coverage&institution_type=all&institution_type=orphans_court"
        "&evidence=estimated&evidence=named&planning_region=Zemgales",
        options,
    )
    answers = TableView("answers", view.chosen).fitting(options)
    assert answers.address() == (
        "/table?rows=answers&institution_type=orphans_court&planning_region=Zemgales&evidence=named"
    )
    old, _ = read("municipality=LV-001&municipality=LV-041", options)  # Aglonas novads: until 2021
    newer = old.having("boundary_set", ["2021"]).fitting(options)
    assert newer.values("municipality") == ("LV-041",)
