"""The coded study says what the study says: its lists, its counts, and not a name more."""

import csv
from collections import Counter
from pathlib import Path
from typing import get_args

import duckdb
import pytest

from etl.study_2016.verify import CODED, RECORD, coded_rows, digest
from etl.survey_format import StatementTheme
from etl.validate import LONGEST_QUOTE
from etl.write import opened
from tests.etl import footnotes, letters

OC, SS, EA = "orphans_court", "social_service", "employment_agency"


@pytest.fixture(scope="module")
def study(study_database: Path) -> duckdb.DuckDBPyConnection:
    with opened(study_database) as connection:
        yield connection


def places(study: duckdb.DuckDBPyConnection, kind: str, question: str, *answers: str) -> list[str]:
    """Where the institutions of a type sit that gave one of these answers."""
    found = study.execute(
        """
        select m.name_nom || coalesce(', ' || i.sub_unit, '')
        from answer a join institution i using (wave, institution_id)
        join municipality m on m.boundary_set = '2009' and m.code = i.municipality_code
        where i.institution_type = $kind and a.question = $question
            and list_contains($answers, a.answer)
        """,
        {"kind": kind, "question": question, "answers": list(answers)},
    ).fetchall()
    return sorted(place for (place,) in found)


@pytest.mark.parametrize(
    ("asked", "answers", "expected", "count"),
    [
        ((OC, "response"), ["no_response"], footnotes.SILENT_COURTS, 13),
        ((SS, "response"), ["no_response"], footnotes.SILENT_SERVICES, 15),
        ((SS, "case_experience"), ["yes"], footnotes.CASES_OF_SERVICES, 13),
        ((OC, "case_experience"), ["yes"], footnotes.CASES_OF_COURTS, 13),
        ((OC, "training"), ["planned", "not_trained"], footnotes.UNTRAINED_COURTS, 57),
        ((SS, "training"), ["planned", "not_trained"], footnotes.UNTRAINED_SERVICES, 38),
        ((OC, "training"), ["planned"], footnotes.PLANNING_COURTS, 11),
        ((SS, "training"), ["planned"], footnotes.PLANNING_SERVICES, 5),
        ((OC, "training"), ["no_answer"], footnotes.COURTS_WITHOUT_ANSWER, 16),
        ((SS, "training"), ["no_answer"], footnotes.SERVICES_WITHOUT_ANSWER, 5),
    ],
)
def test_exactly_those_whom_the_footnote_lists_are_coded(
    study: duckdb.DuckDBPyConnection,
    asked: tuple[str, str],
    answers: list[str],
    expected: set[str],
    count: int,
) -> None:
    assert places(study, *asked, *answers) == sorted(expected)
    assert len(expected) == count


def test_286_were_asked_256_responded_and_32_have_no_place(
    study: duckdb.DuckDBPyConnection,
) -> None:
    counts = study.execute(
        """
        select institution_type::varchar, count(*), count(*) filter (answer = 'responded'),
            count(*) filter (municipality_code is null)
        from institution join answer using (wave, institution_id)
        where question = 'response' group by all
        """
    ).fetchall()
    assert set(counts) == {(OC, 139, 126, 4), (SS, 119, 104, 0), (EA, 28, 26, 28)}


def test_each_municipality_has_one_service_and_at_least_one_court(
    study: duckdb.DuckDBPyConnection,
) -> None:
    placed = study.execute(
        "select institution_type::varchar, municipality_code, count(*) from institution "
        "where municipality_code is not null group by all"
    ).fetchall()
    assert Counter(kind for kind, _, _ in placed) == {OC: 119, SS: 119}
    assert all(number == 1 for kind, _, number in placed if kind == SS)
    several = {code: number for kind, code, number in placed if kind == OC and number > 1}
    assert several == {
        "LV-025": 4,
        "LV-033": 6,
        "LV-053": 3,
        "LV-054": 4,
        "LV-067": 2,
        "LV-075": 2,
        "LV-077": 2,
    }


def test_an_institution_sits_where_its_name_says(study: duckdb.DuckDBPyConnection) -> None:
    """Priekule and Priekuļi, Jēkabpils and Jēkabpils novads: one letter or word apart."""
    astray = study.execute(
        """
        select i.name_lv, m.name_nom
        from institution i
        join municipality m on m.boundary_set = '2009' and m.code = i.municipality_code
        where not starts_with(
            i.name_lv, m.name_gen || case when m.type = 'novads' then '' else ' pilsētas' end
        )
        """
    ).fetchall()
    assert astray == []


def test_only_frames_that_nothing_proves_complete_are_open(
    study: duckdb.DuckDBPyConnection,
) -> None:
    found = study.execute(
        """
        select distinct m.name_nom from institution i
        join municipality m on m.boundary_set = '2009' and m.code = i.municipality_code
        where list_contains(i.caveats, 'frame_incomplete')
        """
    ).fetchall()
    assert {name for (name,) in found} == footnotes.novadi("Daugavpils Limbažu Priekuļu Rēzeknes")


def test_branches_answered_alike_and_are_derived(study: duckdb.DuckDBPyConnection) -> None:
    answers = study.execute(
        """
        select question, answer, evidence::varchar, count(*)
        from answer join institution using (wave, institution_id)
        where institution_type = 'employment_agency' and (evidence <> 'derived')
            or (institution_type = 'employment_agency'
                and question in ('response', 'case_experience', 'training', 'ngo_awareness'))
        group by all
        """
    ).fetchall()
    assert set(answers) == {
        ("response", "no_response", "named", 2),
        ("response", "responded", "derived", 26),
        ("case_experience", "no", "derived", 26),
        ("training", "not_trained", "derived", 26),
        ("ngo_awareness", "yes", "derived", 26),
    }


@pytest.mark.parametrize("file", CODED)
def test_every_coded_row_is_the_one_that_was_verified_against_the_study(file: str) -> None:
    with RECORD.open(encoding="utf-8", newline="") as record:
        verified = [row["digest"] for row in csv.DictReader(record) if row["file"] == file]
    coded = {f"{file}, row {row.line}: {row.cells}": digest(file, row) for row in coded_rows(file)}
    changed = [named for named, found in coded.items() if found not in set(verified)]
    assert changed == []
    assert list(coded.values()) == verified


@pytest.mark.parametrize("table", ["institution", "answer", "published_total", "statement"])
def test_every_row_cites_a_source_that_has_words_in_a_few_words_of_its_own(
    study: duckdb.DuckDBPyConnection, table: str
) -> None:
    rows = study.table(table).filter("source is not null").select("source, quote").fetchall()
    labels = study.execute("select code, label_lv, label_en from label where kind = 'source'")
    words = {code: (lv, en) for code, lv, en in labels.fetchall()}
    for source, quote in rows:
        assert all(words[source]), source
        assert 1 <= len(quote.split()) <= LONGEST_QUOTE, quote


def test_each_difference_from_a_printed_figure_is_explained(
    study: duckdb.DuckDBPyConnection,
) -> None:
    found = study.execute(
        """
        select p.institution_type::varchar, p.category, r.published, r.coded
        from reconciliation r join published_total p using (wave, total_id)
        where r.difference <> 0 and r.explanation_lv <> '' and r.explanation_en <> ''
        """
    ).fetchall()
    assert set(found) == {(OC, "not_trained+planned", 46, 45), (SS, "no_answer", 4, 5)}
    (unexplained,) = study.execute(
        "select count(*) from reconciliation where difference <> 0 and explanation_lv is null"
    ).fetchone()
    assert unexplained == 0


def test_a_statement_belongs_to_those_whose_letter_its_footnote_cites(
    study: duckdb.DuckDBPyConnection,
) -> None:
    found = study.execute(
        "select s.source, list(distinct i.name_lv) from statement s "
        "join institution i using (wave, institution_id) group by s.source"
    ).fetchall()
    by_source = {source: set(names) for source, names in found}
    chapters = [source for source in by_source if not source.startswith("footnote")]
    assert [by_source.pop(source) for source in chapters] == [letters.WITHOUT_FOOTNOTE]
    assert by_source == {f"footnote {n}": names for n, names in letters.LETTERS.items()}


@pytest.mark.parametrize(
    ("source", "theme", "place", "word"),
    [
        ("footnote 18", "suspicion", "Talsu novads", "vervēšanu"),
        ("footnote 21", "experience", "Daugavpils", "kopmītni"),
        ("footnote 65", "good_practice", "Liepāja", "atbalsta dzīvoklis"),
        ("footnote 74", "cooperation", "Liepāja", "2003"),
        ("footnote 86", "good_practice", "Daugavpils novads", "trīs skolas"),
        ("footnote 89", "good_practice", "Viesītes novads", "audzināšanas stundās"),
        ("footnote 92", "recommendations_institutions", "Rīga", "tirgos"),
    ],
)
def test_a_statement_says_what_the_study_tells_of_its_place(
    study: duckdb.DuckDBPyConnection, source: str, theme: str, place: str, word: str
) -> None:
    texts = study.execute(
        """
        select s.text_lv from statement s left join institution i using (wave, institution_id)
        join municipality m on m.boundary_set = '2009'
            and m.code = coalesce(i.municipality_code, s.municipality_code)
        where s.source = $source and s.theme = $theme and m.name_nom = $place
        """,
        {"source": source, "theme": theme, "place": place},
    ).fetchall()
    assert any(word in text for (text,) in texts), texts


def test_each_theme_of_the_study_is_told_and_nobody_silent_is_quoted(
    study: duckdb.DuckDBPyConnection,
) -> None:
    themes = study.execute("select distinct theme::varchar from statement").fetchall()
    assert {theme for (theme,) in themes} == set(get_args(StatementTheme))
    silent = study.execute(
        "select s.statement_id from statement s join answer a using (wave, institution_id) "
        "where a.answer = 'no_response'"
    ).fetchall()
    assert silent == []


def test_each_recommendation_of_the_ombudsman_is_told_once(
    study: duckdb.DuckDBPyConnection,
) -> None:
    """The study's last chapter addresses these, in this order."""
    texts = study.execute(
        "select text_lv from statement where source = 'chapter \"Rekomendācijas\"' "
        "and theme = 'recommendations_ombudsman' order by statement_id"
    ).fetchall()
    addressed = [
        "politikas plānošanā", "Saeimai", "konsultēšanas mehānismu", "cilvektirdznieciba.lv",
        "vadlīnijas bāriņtiesām", "Labklājības ministrijai", "ministrijām", "koordinatoru",
        "darbiniekus mācīt", "lekcijās darba meklētājiem", "darba grupas", "izvērtēt, cik efektīva",
        "pakalpojumu grozu", "preventīvi izglītot", "inspekcijas",
    ]  # fmt: skip
    assert len(texts) == len(addressed)
    assert [word for (text,), word in zip(texts, addressed, strict=True) if word not in text] == []


def test_a_statement_is_short_enough_to_be_read_and_in_words_of_its_own(
    study: duckdb.DuckDBPyConnection,
) -> None:
    for lv, en, quote in study.table("statement").select("text_lv, text_en, quote").fetchall():
        assert len(lv) <= 220, lv
        assert len(en) <= 240, en
        assert quote not in lv, quote
