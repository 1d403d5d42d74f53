"""The table shows the rows of the file that it offers, and its counts are what would remain."""

import csv
import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from dashboard import ids
from dashboard.atlas import read_atlas
from dashboard.database import Database, Edition
from dashboard.i18n.order import latvian_key
from dashboard.i18n.translate import Words
from dashboard.pages.table_cells import BOUNDARIES, COLUMNS, SURVEY, Reader, table_data
from dashboard.pages.table_export import citation
from dashboard.pages.table_filters import names_of
from dashboard.routes import page_at
from dashboard.table_rows import (
    FACETS,
    TableRows,
    filter_options,
    question_words,
    read_counts,
)
from dashboard.table_state import COLUMNS as SORTABLE
from dashboard.table_state import ROWS, TableView
from tests.dashboard.components.trees import nodes
from tests.dashboard.components.trees import text as words
from tests.dashboard.tables import every_row
from tests.dashboard.test_table_state import views

# Columns whose words are in the order of the alphabet whatever stands beside the letters.
ALPHABETICAL = {"code", "boundaries"}


@pytest.fixture(scope="module")
def edition(study_database: Path) -> Edition:
    return Database(study_database).edition()


def file_of(client: FlaskClient, view: TableView) -> list[dict[str, str]]:
    answer = client.get(view.export_address("analysis"))
    assert answer.status_code == 200
    return list(csv.DictReader(io.StringIO(answer.text, newline="")))


def shown(edition: Edition, view: TableView) -> list[dict[str, Any]]:
    """The table as the browser gets it: a row is its cells by column, texts bare."""
    atlases = {("2016", one): read_atlas(edition, one) for one in ("2009", "2021", "2025")}
    reader = Reader(Words(view.lang), question_words(edition, view.lang), {"2016": "2016"}, atlases)
    found = TableRows(every_row(edition, view), read_counts(edition, view))
    data = table_data(view, found, reader)
    keys = [column["key"] for column in data["columns"]]
    return [
        dict(zip(keys, (data["cells"][at] for at in line), strict=True)) for line in data["rows"]
    ]


def sort_keys(edition: Edition, view: TableView, rows: Sequence[Any], column: str) -> list[Any]:
    """What each row is sorted by: what its cell says, or what it has for that."""
    atlases = {("2016", one): read_atlas(edition, one) for one in ("2009", "2021", "2025")}
    reader = Reader(Words(view.lang), question_words(edition, view.lang), {"2016": "2016"}, atlases)
    of_column = {one.key: one for one in (*COLUMNS[view.rows], SURVEY, BOUNDARIES)}[column]
    cells = [of_column.cell(row, reader) for row in rows]
    return [cell.get("sort", cell["text"]) if isinstance(cell, dict) else cell for cell in cells]


def alphabet(lang: str) -> Any:
    """A key of the alphabet: ā is a letter in Latvian and a kind of a in English."""
    return lambda word: latvian_key(word) if lang == "lv" and isinstance(word, str) else word


def text(cell: Any) -> str:
    return str(cell["text"]) if isinstance(cell, dict) else str(cell)


def figure(share: str, lang: str) -> str:
    """A share of a file as the table prints it; half of a hundredth goes up."""
    if not share:
        return ""
    printed = f"{float(share) + 1e-9:.2f}"
    return printed.replace(".", ",") if lang == "lv" else printed


def test_the_table_has_the_rows_of_its_file(edition: Edition, study_client: FlaskClient) -> None:
    @settings(max_examples=40)
    @given(views(filter_options(edition)))
    def holds(view: TableView) -> None:
        rows, file = shown(edition, replace(view, sort="")), file_of(study_client, view)
        assert len(rows) == len(file)
        for row, line in zip(rows, file, strict=True):
            assert text(row["code"]) == line["municipality_code"]
            assert line["municipality"] in text(row["municipality"])
            assert text(row["source"]) == line["source"]
            if view.rows == "answers":
                assert text(row["institution"]) == line["institution"]
                continue
            for name in ("numerator", "denominator"):
                assert text(row[name]) == line[name]
            for name in ("value", "lower", "upper"):
                assert text(row[name]) == figure(line[name], view.lang)

    holds()


def test_sorted_it_has_the_same_rows_and_equal_ones_stand_as_in_the_file(edition: Edition) -> None:
    @settings(max_examples=40)
    @given(views(filter_options(edition)), st.data())
    def holds(view: TableView, data: st.DataObject) -> None:
        column = data.draw(st.sampled_from(SORTABLE[view.rows]))
        plain = every_row(edition, replace(view, sort=""))
        places = {str(row): at for at, row in enumerate(plain)}
        assert len(places) == len(plain)
        for down in ("", "-"):
            given_view = replace(view, sort=f"{down}{column}")
            rows = every_row(edition, given_view)
            keys = sort_keys(edition, given_view, rows, column)
            assert sorted(places[str(row)] for row in rows) == list(range(len(plain)))
            runs = [
                (key, list(run))
                for key, run in groupby(zip(keys, rows, strict=True), itemgetter(0))
            ]
            assert len({key for key, _ in runs}) == len(runs)  # equal ones stand together
            for _, run in runs:
                in_file = [places[str(row)] for _, row in run]
                assert in_file == sorted(in_file)
            known = [key for key, _ in runs if key != ""]
            assert [key for key, _ in runs][len(known) :] in ([], [""])  # nothing comes last
            if column in ALPHABETICAL or all(isinstance(key, float | int) for key in known):
                assert known == sorted(known, key=alphabet(view.lang), reverse=bool(down))

    holds()


def test_a_count_is_what_would_remain_if_only_that_value_were_chosen(edition: Edition) -> None:
    @settings(max_examples=15)
    @given(views(filter_options(edition)), st.data())
    def holds(view: TableView, data: st.DataObject) -> None:
        facet = data.draw(st.sampled_from(FACETS[view.rows]))
        for value, count in read_counts(edition, view).facets[facet].items():
            only = view.having(facet, [value])
            assert len(every_row(edition, only)) == read_counts(edition, only).total == count

    holds()


def test_unfiltered_it_is_everything_in_the_waves_own_boundaries(edition: Edition) -> None:
    # 119 municipalities, 5 regions and Latvia, 5 indicators; 1,292 answers of the study.
    wanted = {"indicators": 119 * 15 + 5 * 15 + 20, "answers": 1292}
    for rows in ROWS:
        counts = read_counts(edition, TableView(rows))
        assert len(every_row(edition, TableView(rows))) == counts.total == wanted[rows]
        for facet in set(FACETS[rows]) - {"planning_region"}:
            assert sum(counts.facets[facet].values()) == wanted[rows]


def row_of(edition: Edition, code: str, indicator: str, **chosen: str) -> dict[str, Any]:
    view = TableView().having("municipality", [code]).having("indicator", [indicator])
    (row,) = shown(edition, view.having("institution_type", [chosen.get("of", "all")]))
    return row


def test_jelgavas_novads_has_its_figures_and_its_profile(edition: Edition) -> None:
    row = row_of(edition, "LV-041", "training_coverage")
    assert row["municipality"] == {"text": "Jelgavas novads", "href": "/municipality/LV-041"}
    names = ("indicator", "institutions", "numerator", "denominator", "value", "lower", "upper")
    assert [text(row[name]) for name in names] == ["Apmācība", "Visas", "1", "2", *["0,50"] * 3]
    assert (row["institutions"]["squares"], row["institutions"]["of"]) == (
        "yn",
        "training_coverage",
    )


def test_an_estimate_is_marked_bounded_without_count_and_sorts_behind(edition: Edition) -> None:
    row = row_of(edition, "LV-041", "materials_availability")
    assert row["numerator"] == ""
    assert [text(row[name]) for name in ("denominator", "lower", "upper")] == ["2", "0,00", "1,00"]
    assert all(row[name]["sort"] == "" for name in ("value", "lower", "upper"))
    assert (row["evidence"]["mark"], row["evidence"]["text"]) == ("estimated", "Aplēsts")
    assert row["evidence"]["note"] == "ar atrunu"
    assert row["source"]["more"][0]["text"].startswith("Iespiestais procents")


def test_no_answer_has_empty_cells_and_a_source(edition: Edition) -> None:
    row = row_of(edition, "LV-JKB", "training_coverage")
    names = ("numerator", "denominator", "value", "lower", "upper")
    assert [row[name] for name in names] == [""] * 5
    assert row["evidence"]["text"] == "Nav atbildes"
    assert row["institutions"]["squares"] == "aa"
    assert text(row["source"])


def test_a_region_and_latvia_stand_by_name_without_a_profile(edition: Edition) -> None:
    view = TableView(lang="en").having("indicator", ["training_coverage"])
    rows = shown(edition, view.having("institution_type", ["all"]))
    assert [row["municipality"] for row in rows[-2:]] == ["Zemgale planning region", "Latvia"]
    assert (rows[-1]["code"], text(rows[-1]["numerator"])) == ("", "114")
    assert all("squares" not in row["institutions"] for row in rows[-6:])


def test_boundary_sets_are_told_apart_where_there_are_several(edition: Edition) -> None:
    view = TableView().having("municipality", ["LV-041"]).having("boundary_set", ["2009", "2021"])
    rows = shown(edition, view)
    assert {row["boundaries"] for row in rows} == {"2009", "2021"}
    assert {row["municipality"]["href"] for row in rows} == {
        "/municipality/LV-041",
        "/municipality/LV-041?boundary_set=2021",
    }
    assert "boundaries" not in shown(edition, view.having("boundary_set", ["2021"]))[0]


def test_an_answer_has_its_words_and_the_studys_own(edition: Edition) -> None:
    view = TableView("answers", lang="en").having("municipality", ["LV-041"])
    (row,) = [
        one
        for one in shown(edition, view.having("question", ["training"]))
        if "court" in one["institution"]
    ]
    assert row["question"].startswith("Whether at least one member of staff")
    assert row["answer"] == "no, but planned"
    assert row["source"]["text"] == "footnotes 35 and 37"
    assert row["source"]["more"][0]["quote"] is True


def test_a_view_is_cited_with_study_filters_boundaries_and_data_version(edition: Edition) -> None:
    view = TableView().having("indicator", ["training_coverage", "materials_availability"])
    view = view.having("planning_region", ["Zemgales"])
    cited = citation(edition, view, names_of(edition, view, ["2009"]))
    assert cited.startswith("Latvijas Republikas tiesībsargs. Latvijas pašvaldības sociālo")
    assert cited.endswith(
        "Rīcības karte: Rādītāju vērtības; Apmācība; Informatīvie materiāli; "
        "Zemgales plānošanas reģions; 2009. gada robežas. Datu versija 2016-1."
    )


def test_another_survey_is_shown_in_its_own_words(small_database: Path) -> None:
    edition = Database(small_database).edition()
    for rows in ROWS:
        counts, found = read_counts(edition, TableView(rows)), every_row(edition, TableView(rows))
        assert len(found) == sum(counts.facets["evidence"].values()) > 0
        assert {row["wave"] for row in found} == set(counts.facets["wave"]) == set(counts.waves)
    words = question_words(edition, "lv")
    assert {question for question, _ in words} == set(counts.facets["question"])


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("indicator=training_coverage&row=9000", "9000"),
        ("planning_region=Zemgales&sort=survey", "survey"),  # one survey: it has no column
    ],
)
def test_a_first_row_or_an_order_that_the_rows_lack_is_told(
    study_database: Path, query: str, told: str
) -> None:
    page = page_at(Database(study_database), "/table", query)
    assert f"„{told}”" in "".join(words(one) for one in page)
    (data,) = (
        node["props"]["data"]
        for one in page
        for node in nodes(one)
        if node["props"].get("id") == ids.TABLE_ROWS
    )
    assert (data["sort"], data["first"]) == ("", 1)


def test_every_column_of_a_table_is_one_that_its_address_can_sort_by() -> None:
    for rows in ROWS:
        code, place, *rest = (column.key for column in COLUMNS[rows])
        assert (code, place, "survey", "boundaries", *rest) == SORTABLE[rows]
