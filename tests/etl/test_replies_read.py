"""What real files are: read to the letter, and no answer that nobody gave."""

from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from etl.replies.answer_words import words_by_question
from etl.replies.plain_text import fold, mended, plain
from etl.replies.reply import Reply
from etl.replies.sheet import column_of, letters
from tests.etl.replies_read import problems, read, study
from tests.faulty.case import GOOD, HEADER, OTHER, SHEET, book, table, text
from tests.faulty.workbooks import WAVE

COURT = GOOD[0]
LONG = ("Iestāde", "Jautājums", "Atbilde", "Avots", "Citāts", "Aizstāšanas iemesls")


@pytest.fixture
def answers(tmp_path: Path) -> Any:
    """Write a file and give back its answers; no fault may be told."""

    def given_(data: bytes, name: str = "replies.csv") -> list[tuple[str, str]]:
        path = tmp_path / name
        path.write_bytes(data)
        assert [str(problem) for problem in problems(path)] == []
        return [(reply.question, reply.answer) for reply in read(path).replies]

    return given_


def test_a_wide_row_gives_a_reply_for_each_cell_that_is_filled(tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    path.write_bytes(table(GOOD, ("Alojas novada bāriņtiesa", "", "", "", "")))
    first = Reply(
        file="replies.csv", sheet="", row=2, column="B (client_materials)", institution_id="",
        institution_type="", institution=COURT, place="", question="client_materials",
        answer="yes", source="vēstule 1", quote="", overrides="", written="ir", wide=True,
    )  # fmt: skip
    found = read(path).replies
    assert found[0] == first
    assert found[0].columns == {"institution": "A (Iestāde)", "source": "E (Avots)"}
    assert len(found) == 3
    assert [(r.question, r.answer) for r in found[1:]] == [
        ("training", "not_trained"), ("case_experience", "no"),
    ]  # fmt: skip


def test_a_long_row_is_one_answer_with_its_source_quote_and_reason(tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    row = (COURT, "3. Vai iestāde izglīto klientus par cilvēku tirdzniecību?", "plāno", "vēstule 7",
           "plānots 2027. gadā", "pētījumā pārrakstīšanās")  # fmt: skip
    path.write_bytes(table(row, header=LONG))
    (reply,) = read(path).replies
    assert (reply.question, reply.answer) == ("client_education", "planned")
    assert (reply.source, reply.quote, reply.overrides) == row[3:]
    assert reply.column == "C (Atbilde)"


def test_an_empty_cell_gives_no_reply_and_an_empty_row_is_counted(tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    path.write_bytes(table((COURT, "", " ", "\u00a0", ""), ("Piezīme: zvanīt",), GOOD))
    found = read(path)
    assert found.problems == []
    assert {reply.row for reply in found.replies} == {4}
    assert found.silent == 2


def test_the_source_of_a_row_that_answers_nothing_is_told_and_refuses_nothing(
    tmp_path: Path,
) -> None:
    path = tmp_path / "replies.csv"
    silent = [(f"Iestāde {n}", "", "", "", f"vēstule {n}") for n in range(25)]
    path.write_bytes(table(GOOD, *silent))
    found = read(path)
    assert (found.problems, found.silent) == ([], 25)
    (notice,) = found.notices
    rows = ", ".join(str(n) for n in range(3, 23))
    assert str(notice) == (
        f"replies.csv, column E (Avots): is filled in rows without any answer: {rows}, …. Write "
        "the answers there if they were forgotten; else nothing need be done."
    )
    path.write_bytes(table((COURT, "", "", "vēstule 1"), header=LONG[:4]))
    assert [one.fault for one in read(path).notices] == ["source_alone"]


def test_no_answer_is_an_answer_of_its_own(answers: Any) -> None:
    for word in ("nav atbildes", "Nav  atbildes", "no answer", "no_answer"):
        assert answers(table((COURT, word), header=HEADER[:2])) == [
            ("client_materials", "no_answer")
        ]


@pytest.mark.parametrize(
    ("word", "code"),
    [("jā", "yes"), ("JĀ", "yes"), ("ja", "yes"), ("ir", "yes"), ("yes", "yes"), ("x", "yes"),
     ("X ", "yes"), ("✓", "yes"), ("nē", "no"), ("Ne", "no"), ("nav", "no"), ("no", "no"),
     ("nav.", "no"), ("na\u00advis", ""), ("n a v", "")],
)  # fmt: skip
def test_yes_and_no_are_taken_where_they_can_mean_one_answer(word: str, code: str) -> None:
    assert words("client_materials").code(word) == code


def words(question: str) -> Any:
    questions = [located.row for located in study().questions]
    options = [located.row for located in study().answer_options]
    return words_by_question(questions, options, {})[question]


def test_yes_and_no_follow_the_labels_of_their_question() -> None:
    assert words("training").code("jā") == "trained"
    assert words("training").code("nē") == "not_trained"
    assert words("training").code("nav, bet plānota") == "planned"
    assert words("case_experience").code("jā") == "yes"
    for question in ("response", "support_contact", "information_source"):
        for word in ("jā", "nē", "ir", "nav", "x"):
            assert words(question).code(word) == "", (question, word)


UNCLEAR = ["-", "–", "—", "?", "n/a", "nezinu", "nav datu", "0", "FALSE", "", " ", "nav zināms"]


@pytest.mark.parametrize("unclear", UNCLEAR)
def test_silence_a_dash_and_not_known_are_no_answer_to_any_question(unclear: str) -> None:
    for located in study().questions:
        assert words(located.row.question).code(unclear) == ""


def test_every_code_and_every_label_means_its_answer() -> None:
    for located in study().answer_options:
        option = located.row
        for said in (option.answer, option.label_lv, option.label_en, option.label_lv.upper()):
            assert words(option.question).code(said) == option.answer, option


@given(st.text(max_size=12))
def test_only_words_that_stand_somewhere_mean_an_answer(said: str) -> None:
    known = {"ja", "ir", "yes", "y", "j", "ne", "nav", "no", "n", "nav atbildes", "no answer", "x"}
    code = words("client_materials").code(said)
    assert not code or fold(said) in known or plain(said).casefold() in "xх×✓✔☑☒v+"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1257"])
@pytest.mark.parametrize("separator", [";", ",", "\t"])
def test_a_file_is_read_in_its_encoding_and_with_its_separator(
    tmp_path: Path, encoding: str, separator: str
) -> None:
    path = tmp_path / "replies.csv"
    rows = (HEADER, ("Alūksnes novada bāriņtiesa", "ir", "nav", "nenorāda", "šī vēstule"))
    path.write_bytes("\n".join(separator.join(row) for row in rows).encode(encoding))
    found = read(path)
    assert found.problems == []
    assert found.encoding == ("Windows-1257" if encoding == "cp1257" else "UTF-8")
    assert {(r.institution, r.source) for r in found.replies} == {
        ("Alūksnes novada bāriņtiesa", "šī vēstule")
    }


def test_several_answers_stand_in_a_cell_or_in_columns_of_marks(answers: Any) -> None:
    police, housing = ("action_on_suspicion", "police"), ("action_on_suspicion", "housing")
    said = "vērstos policijā; nodrošinātu dzīvesvietu"
    for cell in (said, said.replace("; ", "\n"), said.replace(";", ","), "police;housing;police"):
        assert answers(table((COURT, cell), header=("Iestāde", "action_on_suspicion"))) == [
            police, housing,
        ]  # fmt: skip
    wording = "Kā iestāde rīkotos, ja rastos aizdomas par cilvēku tirdzniecību"
    header = ("Iestāde", f"{wording}? – vērstos policijā", "action_on_suspicion: housing",
              "action_on_suspicion: transport")  # fmt: skip
    assert answers(table((COURT, "x", "jā", "nē"), header=header)) == [police, housing]


@pytest.mark.parametrize(
    "heading",
    ["client_materials", "CLIENT_MATERIALS", "5. client_materials", "5.1) client_materials",
     "Vai klientiem pieejami bukleti, plakāti vai citi informatīvie materiāli?",
     "vai klientiem pieejami bukleti plakati vai citi informativie materiali",
     "12. Vai klientiem pieejami bukleti, plakāti vai citi\ninformatīvie materiāli? (jā/nē)",
     "Vai klientiem\u00a0pieejami bukleti, plakāti vai citi infor\u00admatīvie materiāli",
     "Whether leaflets, posters or other information materials are available to clients"],
)  # fmt: skip
def test_a_question_is_known_by_code_or_wording_however_it_is_typed(
    answers: Any, heading: str
) -> None:
    rows = table((COURT, "ir"), header=("Iestāde", f'"{heading}"' if "\n" in heading else heading))
    if "\n" in heading:
        rows = text(f'Iestāde;"{heading}"', f"{COURT};ir")
    assert answers(rows) == [("client_materials", "yes")]


def test_what_belongs_to_one_answer_stands_before_what_belongs_to_the_row(tmp_path: Path) -> None:
    path = tmp_path / "replies.csv"
    header = ("Iestāde", "training", "client_materials", "training: Avots", "Avots",
              "training: Aizstāšanas iemesls")  # fmt: skip
    path.write_bytes(table((COURT, "ir", "nav", "diploms", "vēstule", "jauns"), header=header))
    assert [(r.source, r.overrides) for r in read(path).replies] == [
        ("diploms", "jauns"), ("vēstule", ""),
    ]  # fmt: skip


@pytest.mark.parametrize("written", ["nē", "nav", "0", "-", "–", "?", "...", "x", "jā"])
def test_what_says_no_why_is_no_reason_to_override(tmp_path: Path, written: str) -> None:
    path = tmp_path / "replies.csv"
    header = ("Iestāde", "training", "Aizstāšanas iemesls")
    path.write_bytes(table((COURT, "ir", written), header=header))
    assert [problem.fault for problem in problems(path)] == ["overrides_without_reason"]


def test_the_type_may_stand_in_a_column_or_be_the_name_of_the_sheet(tmp_path: Path) -> None:
    path = tmp_path / "replies.xlsx"
    rows = (("Pašvaldība", "training"), ("LV-001", "ir"))
    typed = (("Pašvaldība", "Iestādes veids", "training"), ("LV-001", "sociālais dienests", "nav"))
    path.write_bytes(book({"Bāriņtiesas": rows, "Pārējie": typed, "Piezīmes": (("nekas",),)}))
    found = read(path)
    assert found.problems == []
    assert [(r.sheet, r.institution_type, r.place, r.answer) for r in found.replies] == [
        ("Bāriņtiesas", "orphans_court", "LV-001", "trained"),
        ("Pārējie", "social_service", "LV-001", "not_trained"),
    ]


def test_a_number_is_an_identifier_without_its_point(tmp_path: Path) -> None:
    path = tmp_path / "replies.xlsx"
    path.write_bytes(book({SHEET: (("id", "training"), (12, "ir"), ("oc‑LV‑001", "ir"))}))
    # The second identifier has the hyphens that a word processor does not break at.
    assert [reply.institution_id for reply in read(path).replies] == ["12", "oc-LV-001"]


def test_formulas_and_dates_in_columns_that_are_not_read_are_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "replies.xlsx"

    def change(_book: Any, sheets: dict[str, Any]) -> None:
        sheets[SHEET].write_formula(1, 5, "=1+1", None, 2)

    header = (*HEADER, "Nr. p. k.")
    path.write_bytes(book({SHEET: (header, GOOD)}, change))
    assert problems(path) == []


def test_a_sheet_of_facts_makes_a_workbook_a_wave(tmp_path: Path) -> None:
    path = tmp_path / "replies.xlsx"
    facts = (("Lauks", "Vērtība"), ("Gads", 2026), *WAVE[1:])
    path.write_bytes(book({SHEET: (HEADER, GOOD), "Aptauja": facts}))
    found = read(path)
    assert found.problems == []
    assert found.facts is not None
    assert (found.facts.wave, found.facts.fieldwork_to.isoformat()) == ("2026", "2026-03-31")
    assert len(found.replies) == 3


def test_a_wave_file_beside_makes_a_table_a_wave_and_without_it_there_is_none(
    tmp_path: Path,
) -> None:
    path = tmp_path / "replies.csv"
    path.write_bytes(table(GOOD, OTHER))
    assert read(path).facts is None
    facts = "".join(
        f"{key} = {value}\n" if key.startswith("fieldwork") else f'{key} = "{value}"\n'
        for key, value in WAVE
    )
    (tmp_path / "wave.toml").write_text(facts.replace("31.03.2026", "2026-03-31"), "utf-8")
    found = read(path)
    assert found.problems == []
    assert found.facts is not None
    assert found.facts.wave == "2026"


def headings_file(tmp_path: Path, body: str) -> list[tuple[str, str, str]]:
    (tmp_path / "replies.csv").write_bytes(table(GOOD))
    (tmp_path / "own.toml").write_text(body, "utf-8")
    told = problems(tmp_path / "replies.csv", tmp_path / "own.toml")
    return [(problem.column, problem.value, problem.fault) for problem in told]


@pytest.mark.parametrize(
    ("body", "fault"),
    [("[columns\n", ("", "", "toml_invalid")),
     ('[colums]\na = "b"\n', ("colums", "", "key_unknown")),
     ('[columns]\n"A" = "weather"\n', ("A", "weather", "heading_meaning_unknown")),
     ('[answers.weather]\n"a" = "yes"\n', ("answers", "weather", "question_unknown")),
     ('[answers.training]\n"a" = "yes"\n', ("answers.training", "a = yes", "answer_unknown"))],
)  # fmt: skip
def test_faults_of_a_headings_file_are_told(
    tmp_path: Path, body: str, fault: tuple[str, str, str]
) -> None:
    assert headings_file(tmp_path, body) == [fault]


def test_a_headings_file_that_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "replies.csv").write_bytes(table(GOOD))
    (problem,) = problems(tmp_path / "replies.csv", tmp_path / "own.toml")
    assert (problem.file, problem.fault) == ("own.toml", "file_missing")


@given(st.integers(0, 16_383))
def test_the_letters_of_a_column_lead_back_to_it(column: int) -> None:
    assert column_of(letters(column)) == column


@given(st.text(alphabet="aābcčdeēgģiīkķlļnņrsštuūzžAĀČĒĢĪĶĻŅŠŪŽ „”", min_size=1))
def test_garbled_letters_lead_back_to_the_text_and_good_ones_are_let_be(said: str) -> None:
    spoilt = "".join(
        bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in said.encode("utf-8")
    )
    assert mended(spoilt) == (said if any(c in "ĆÄÅÃ" for c in spoilt) else "")
    assert mended(said) == ""
