"""A large file is told the same as a small one: the same faults, in the same words, to the last."""

import csv
import io
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from unittest.mock import patch

import duckdb
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from benchmarks.synthetic_survey import Size, write_surveys
from etl import build as building
from etl import read_survey, staging
from etl.build import build, prepare
from etl.engine import engine_in
from etl.engine import settings as engine_settings
from etl.large_csv import layout
from etl.places import read_places
from etl.problems import InputRefused, Problem
from etl.progress import Progress, Rows
from etl.said import Said
from etl.write import opened
from tests.conftest import SMALL_SURVEY, SmallSurvey, quiet

NEVER, ALWAYS = 1 << 60, 0  # bytes from which on answers are staged
SIZE = Size(institutions=12, questions=11, seed=7)
Change = Callable[[list[list[str]]], None]


@pytest.fixture(scope="module")
def survey(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A synthetic survey without a fault; the boundaries, which no test changes, are read once."""
    (folder,) = write_surveys(SIZE, tmp_path_factory.mktemp("synthetic"))
    places = read_places({})
    with patch.object(building, "read_places", lambda _: places):
        yield folder


@contextmanager
def staged_from(size: int) -> Iterator[None]:
    with patch.object(staging, "LARGE", size):
        yield


def problems(folder: Path, size: int) -> list[Problem]:
    """What is wrong with a survey, where answers of `size` bytes and more are staged."""
    with staged_from(size), TemporaryDirectory() as scratch, engine_in(Path(scratch)) as engine:
        try:
            prepare([folder], {}, Progress(quiet), engine)
        except InputRefused as refusal:
            return refusal.problems
    return []


def both_ways(folder: Path) -> list[Problem]:
    """The problems of a survey, told alike by both ways."""
    by_rows, by_staging = problems(folder, NEVER), problems(folder, ALWAYS)
    assert [str(one) for one in by_staging] == [str(one) for one in by_rows]
    assert by_staging == by_rows
    return by_rows


# Faults that a program invents

CODES = ["", "yes", "no_answer", "response", "responded", "no_response", "trained", "Yes", "q00001"]
TEXTS = [
    "footnote 35", "footnotes 35", "a;b", "printing_slip", "printing_slip;x", ";", '"', "'", "a,b",
    "a\nb", "a\r\nb", "a\rb", " ", "\u00a0", "vārds " * 12, "vārds " * 13, "v\u2003" * 13,
    "\x1c".join("abcdefghijklm"), "nul\0", "\ufeff", "oc-000001", "yes\n", "no\u0085", "ā" * 30,
]  # fmt: skip
CELLS = st.sampled_from(CODES + TEXTS + ["named", "reported", "derived", "estimated"])
ROWS = st.integers(0, 400)
COLUMNS = st.integers(0, 6)


def changed(row: int, column: int, cell: str) -> Change:
    def change(rows: list[list[str]]) -> None:
        rows[1 + row % (len(rows) - 1)][column] = cell

    return change


def repeated(row: int, below: int) -> Change:
    def change(rows: list[list[str]]) -> None:
        rows.insert(1 + below % (len(rows) - 1), list(rows[1 + row % (len(rows) - 1)]))

    return change


def taken_out(row: int) -> Change:
    def change(rows: list[list[str]]) -> None:
        del rows[1 + row % (len(rows) - 1)]

    return change


def with_cells(row: int, cells: int) -> Change:
    def change(rows: list[list[str]]) -> None:
        where = 1 + row % (len(rows) - 1)
        rows[where] = (rows[where] * 2)[:cells]

    return change


def silent(row: int) -> Change:
    """The institution of a row did not respond, in its first row."""

    def change(rows: list[list[str]]) -> None:
        own = rows[1 + row % (len(rows) - 1)][0]
        first = next(one for one in rows if one and one[0] == own)
        first[1:3] = ["response", "no_response"]

    return change


CHANGES = st.lists(
    st.one_of(
        st.builds(changed, ROWS, COLUMNS, CELLS),
        st.builds(changed, ROWS, COLUMNS, CELLS),
        st.builds(repeated, ROWS, ROWS),
        st.builds(taken_out, ROWS),
        st.builds(silent, ROWS),
    ),
    max_size=6,
)
RARE = st.lists(st.builds(with_cells, ROWS, st.integers(0, 9)), max_size=1)


def turned(text: bytes) -> bytes:
    rows = list(csv.reader(io.StringIO(text.decode(), newline="")))
    return written([row[::-1] for row in rows]).encode()


def written(rows: list[list[str]]) -> str:
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


# What is done to the bytes, as whole files have it.
FORMS: dict[str, Callable[[bytes], bytes]] = {
    "as it is": lambda text: text,
    "crlf": lambda text: text.replace(b"\n", b"\r\n"),
    "cr": lambda text: text.replace(b"\n", b"\r"),
    "some crlf": lambda text: text.replace(b"\n", b"\r\n", 5),
    "bom": lambda text: b"\xef\xbb\xbf" + text,
    "no end": lambda text: text.rstrip(b"\n"),
    "empty line": lambda text: text.replace(b"\n", b"\n\n", 3),
    "empty lines at the end": lambda text: text + b"\n\n",
    "cp1257": lambda text: text.decode().encode("cp1257", "replace"),
    "open quote": lambda text: text + b'oc-000001,training,"yes',
    "quote in the middle": lambda text: text.replace(b",veidlapa 3,", b',veid"lapa 3,', 1),
    "text after a quote": lambda text: text.replace(b",veidlapa 3,", b',"veid"lapa 3,', 1),
    "wrong byte late": lambda text: text + b"\xff\n",
    "header alone": lambda text: text[: text.index(b"\n") + 1],
    "empty": lambda text: text[:0],
    "column missing": lambda text: text.replace(b",caveat", b"", 1),
    "column twice": lambda text: text.replace(b"quote,caveat", b"quote,quote", 1),
    "columns in another order": turned,
    "long cell": lambda text: text.replace(b",veidlapa 5,", b"," + b"v" * 140_000 + b",", 1),
}


@settings(max_examples=60)
@given(
    changes=CHANGES,
    rare=RARE,
    form=st.sampled_from(list(FORMS)),
    elsewhere=st.lists(
        st.tuples(st.sampled_from(["institutions", "questions", "answer_options"]), ROWS, CELLS),
        max_size=1,
    ),
)
@example(changes=[changed(0, 3, "x")], rare=[], form="as it is", elsewhere=[])
def test_both_ways_tell_the_same_of_a_faulty_file(
    survey: Path,
    changes: list[Change],
    rare: list[Change],
    form: str,
    elsewhere: list[tuple[str, int, str]],
) -> None:
    with TemporaryDirectory() as scratch:
        folder = Path(shutil.copytree(survey, Path(scratch) / "survey"))
        rewrite(folder / "answers.csv", [*changes, *rare], FORMS[form])
        for name, row, cell in elsewhere:
            rewrite(folder / f"{name}.csv", [changed(row, 0, cell)], FORMS["as it is"])
        both_ways(folder)


def rewrite(path: Path, changes: list[Change], form: Callable[[bytes], bytes]) -> None:
    rows = list(csv.reader(io.StringIO(path.read_text("utf-8"), newline="")))
    for change in changes:
        if len(rows) > 1:
            change(rows)
    path.write_bytes(form(written(rows).encode()))


@pytest.mark.parametrize("form", FORMS)
def test_both_ways_tell_the_same_of_a_file_of_another_form(
    survey: Path, tmp_path: Path, form: str
) -> None:
    folder = Path(shutil.copytree(survey, tmp_path / "survey"))
    rewrite(folder / "answers.csv", [], FORMS[form])
    found = both_ways(folder)
    fine = {"as it is", "crlf", "cr", "some crlf", "bom", "no end", "columns in another order"}
    assert (found == []) == (form in fine | {"quote in the middle"})


def test_a_cell_is_too_long_by_the_same_bound_whatever_else_the_process_does(
    survey: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(survey, tmp_path / "survey"))
    rewrite(folder / "answers.csv", [], FORMS["long cell"])
    lifted = csv.field_size_limit(1 << 30)  # as a library for data packages does
    try:
        (problem,) = both_ways(folder)
    finally:
        csv.field_size_limit(lifted)
    assert problem.fault == "csv_cell_too_long"


@pytest.mark.parametrize("column", range(7))
def test_both_ways_tell_the_same_of_every_cell(survey: Path, tmp_path: Path, column: int) -> None:
    folder = Path(shutil.copytree(survey, tmp_path / "survey"))
    cells = CODES + TEXTS
    every = [changed(3 * n, column, cell) for n, cell in enumerate(cells)]
    rewrite(folder / "answers.csv", every, FORMS["as it is"])
    assert len(both_ways(folder)) > 3


@pytest.mark.parametrize("name", staging.queries.names("staging/suspects"))
def test_no_query_for_suspects_is_left_untried(survey: Path, tmp_path: Path, name: str) -> None:
    """Each finds a row of its own: left out, a fault is told by one way only."""
    folder = Path(shutil.copytree(survey, tmp_path / "survey"))
    rewrite(folder / "answers.csv", OWN_FAULT[Path(name).name], FORMS["as it is"])
    assert both_ways(folder) != []
    others = [one for one in staging.queries.names("staging/suspects") if one != name]
    with patch.object(staging.queries, "names", lambda _: others):
        assert problems(folder, ALWAYS) == []


def answer_of_the_silent(rows: list[list[str]]) -> None:
    own = next(row[0] for row in rows if row[2] == "responded")
    rows[:] = [row for row in rows if row[0] != own or row[1] in {"response", "training"}]
    for row in rows:
        if row[0] == own and row[1] == "response":
            row[2] = "no_response"


def second_answer(rows: list[list[str]]) -> None:
    row = next(row for row in rows if row[1:4] == ["training", "trained", "reported"])
    rows.append([*row[:2], "planned", *row[3:]])


def other_evidence(rows: list[list[str]]) -> None:
    row = next(row for row in rows if row[1:4] == ["training", "trained", "reported"])
    row[3] = "no_answer"
    row[5] = "divi vārdi"


OWN_FAULT = {
    "answers_of_the_silent": [answer_of_the_silent],
    "cells_of_wrong_form": [changed(3, 4, "")],
    "evidence_of_no_answer": [other_evidence],
    "several_answers": [second_answer],
    "unknown_codes": [changed(3, 0, "oc-999999")],
    "wrong_citations": [changed(3, 5, "vārds " * 13)],
}


def test_faults_in_more_rows_than_anybody_mends_are_cut_and_none_is_invented(
    survey: Path, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(survey, tmp_path / "survey"))
    every = [changed(row, 3, "estimated") for row in range(1000)]
    rewrite(folder / "answers.csv", every, FORMS["as it is"])
    whole = problems(folder, NEVER)
    with patch.object(staging, "MOST", 5), patch.object(read_survey, "MOST", 5):
        told = problems(folder, ALWAYS)
    assert len(whole) > 100
    assert told[1:6] == whole[:5]
    assert all(one in whole for one in told[1:])  # none is invented
    assert len(told) < 25
    assert str(told[0]) == (
        "answers.csv: has faults in more rows than are told here: those of the first 5 rows in "
        "question. Mend them and check again."
    )


def test_a_row_of_a_long_file_is_told_at_its_line(tmp_path: Path) -> None:
    """DuckDB keeps rows in groups of 122,880, and reads a file in pieces."""
    (folder,) = write_surveys(Size(institutions=1500, questions=120), tmp_path)
    path = folder / "answers.csv"
    lines = path.read_text("utf-8").splitlines(keepends=True)
    wrong = [2, 122_881, 122_882, 122_883, len(lines)]
    for line in wrong:
        lines[line - 1] = lines[line - 1].replace(",reported,", ",estimated,")
    path.write_text("".join(lines), encoding="utf-8")
    assert len(lines) > 122_883
    told = problems(folder, ALWAYS)
    assert [(one.row, one.column, one.value) for one in told] == [
        (line, "evidence", "estimated") for line in wrong
    ]


# Without a fault


@pytest.mark.parametrize("form", ["as it is", "some crlf"])
def test_both_ways_build_the_same_database(survey: Path, tmp_path: Path, form: str) -> None:
    folder = Path(shutil.copytree(survey, tmp_path / "survey"))
    rewrite(folder / "answers.csv", [changed(5, 5, 'a "b",\nc')], FORMS[form])
    rows = {}
    for size in (NEVER, ALWAYS):
        path = tmp_path / f"{size}.duckdb"
        with staged_from(size):
            build(path, survey_folders=[folder], say=quiet)
        with opened(path) as connection:
            tables = ["answer", "stratum", "institution_indicator", "indicator_value", "label"]
            rows[size] = {t: connection.table(t).order("all").fetchall() for t in tables}
    assert rows[NEVER] == rows[ALWAYS]
    assert len(rows[NEVER]["answer"]) > 90


def test_the_study_and_a_small_survey_are_staged_alike(tmp_path: Path) -> None:
    assert both_ways(building.STUDY) == []
    assert both_ways(SMALL_SURVEY) == []


def test_a_small_survey_is_told_alike_by_both(small_survey: SmallSurvey) -> None:
    small_survey.change("answers.csv", 12, caveat="courts_assumed;nothing")
    small_survey.add("answers.csv", 20)
    assert len(both_ways(small_survey.folder)) == 2


def test_a_long_stage_says_every_few_seconds_how_far_it_is(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr("etl.progress.time.monotonic", lambda: now[0])
    said: list[Said] = []
    rows = Rows(said.append, "read", 11_000_000, started=now[0], said=now[0])
    for seconds, done in ((1, 300_000), (10, 2_000_000), (12, 2_400_000)):
        now[0] = 100.0 + seconds
        rows.at(done)
    rows.part(5_000_000)
    now[0] = 127.5
    rows.at(500_000)
    assert [str(one) for one in said] == [
        "read      2,000,000 of 11,000,000 answers, 45 s left",
        "read      5,500,000 of 11,000,000 answers, 28 s left",
    ]
    assert said[0].text("lv") == (
        "aptauja   2\u00a0000\u00a0000 no 11\u00a0000\u00a0000 atbildēm, vēl 45 s"
    )


def test_a_running_query_is_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("etl.progress.EVERY", 0)
    monkeypatch.setattr("etl.progress.LOOKS", 0.01)
    said: list[Said] = []
    rows = Progress(said.append).rows("write", 1000)
    with duckdb.connect(config={"threads": 1}) as connection:
        connection.execute("create table n as select range as i from range(3_000_000)")
        with rows.watching(connection, 1000):
            connection.execute("select count(distinct hash(i::varchar)) from n").fetchall()
    assert said
    lines = [str(one) for one in said]
    assert all(one.startswith("write     ") and "of 1,000 answers, " in one for one in lines)
    assert rows.before == 1000


@pytest.mark.parametrize(
    ("content", "lines", "ending"),
    [
        (b"", 0, "\\n"),
        (b"a", 1, "\\n"),
        (b"a\nb\n", 2, "\\n"),
        (b"a\r\nb\r\n", 2, "\\r\\n"),
        (b"a\r\nb", 2, "\\r\\n"),
        (b"a\r\nb\n", 2, ""),
        (b"a\rb\n", 1, ""),
        (b"a\0b\n", 1, ""),
    ],
)
def test_lines_and_their_ends_are_counted(
    tmp_path: Path, content: bytes, lines: int, ending: str
) -> None:
    path = tmp_path / "x.csv"
    path.write_bytes(content)
    for piece in (1, 2, 1 << 20):
        with patch("etl.large_csv.PIECE", piece):
            assert (layout(path).lines, layout(path).ending) == (lines, ending)


def test_staging_takes_no_more_memory_than_it_may(tmp_path: Path) -> None:
    with duckdb.connect(config=engine_settings(tmp_path)) as connection:
        (limit,) = connection.execute(
            "select value from duckdb_settings() where name = 'memory_limit'"
        ).fetchall()[0]
    assert limit == "953.6 MiB"
