"""What is told of rows: whose there are already, which are twice, which are not there.

All answers are invented.
"""

import csv
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from dashboard.cli import main
from etl.replies.counted_rows import MOST_NAMED, MOST_TOLD
from etl.replies.frame import place_names
from tests.etl.replies_read import study
from tests.faulty.case import book

COURT, SERVICE, BRANCH = "orphans_court", "social_service", "employment_agency"
DOBELE, DUNDAGA = "Dobeles novada bāriņtiesa", "Dundagas novada bāriņtiesa"
HEADINGS = ("Iestādes ID", "Iestāde", "client_materials", "client_education")
LONG = ("Iestāde", "Jautājums", "Atbilde")
Rows = Sequence[Sequence[str]]
Check = Callable[..., tuple[list[str], list[str]]]


@pytest.fixture
def check(tmp_path: Path, capsys: pytest.CaptureFixture[str], places_read_once: None) -> Check:
    """Check files of rows; the notices and the faults of them, in a language."""

    def told(
        *files: Rows, lang: str = "lv", more: Sequence[str] = (), same_name: bool = False
    ) -> tuple[list[str], list[str]]:
        paths = []
        for number, rows in enumerate(files):
            name = "a" if same_name else "abc"[number]
            paths.append(tmp_path / str(number) / f"{name}.csv")
            paths[-1].parent.mkdir(exist_ok=True)
            with paths[-1].open("w", encoding="utf-8", newline="") as file:
                csv.writer(file, delimiter=";").writerows(rows)
        given = [part for path in paths for part in ("--answers", str(path))]
        main(["check", *given, *more, "--lang", lang])
        said = capsys.readouterr()
        names = tuple(path.name for path in paths)
        notices = [line for line in said.out.splitlines() if line.startswith(names)]
        return notices, said.err.splitlines()[1:]

    return told


def rows_of(*kinds: str, without: Sequence[str] = (), answer: str = "") -> list[list[str]]:
    """A row for each institution of a type that responded, as the template has them."""
    silent = {a.row.institution_id for a in study().answers if a.row.answer == "no_response"}
    return [
        [one.row.institution_id, one.row.name_lv, answer, ""]
        for one in study().institutions
        if one.row.institution_type in kinds and one.row.institution_id not in {*silent, *without}
    ]


# Whose row there is already


def test_a_likely_institution_that_has_a_row_of_its_own_is_told_so(check: Check) -> None:
    rows = [HEADINGS, ["", DOBELE, "", ""], ["", "Dobles novada bāriņtiesa", "ir", ""]]
    (fault,) = check(rows)[1]
    assert f"Līdzīgākie: {DOBELE} (oc-LV-026, sakrīt par " in fault
    assert "%; šī iestāde jau ir 2. rindā), " in fault
    (english,) = check(rows, lang="en")[1]
    assert "% alike; already has row 2 for itself), " in english
    # The row that is ready for the decisions leaves that institution to a person, too.
    assert "Dobles novada bāriņtiesa;Bāriņtiesa;IESTĀDES ID;KAS IZLĒMA;" in fault


def test_one_that_has_none_stands_ready_as_before(check: Check) -> None:
    (fault,) = check([HEADINGS, ["", "Dobles novada bāriņtiesa", "ir", ""]])[1]
    assert "jau ir" not in fault
    assert "Dobles novada bāriņtiesa;Bāriņtiesa;oc-LV-026;KAS IZLĒMA;" in fault


def test_where_all_three_have_rows_the_likest_that_has_none_is_told_too(check: Check) -> None:
    rows = [HEADINGS, *rows_of(COURT, without=["oc-LV-026"]), ["", "Dagdes novada BT", "ir", ""]]
    (fault,) = check(rows)[1]
    likest = fault.partition("Līdzīgākie: ")[2].partition(". Ja domāta")[0].split("), ")
    assert ["šī iestāde jau ir" in one for one in likest] == [True, True, True, False]
    assert likest[3].startswith(f"{DOBELE} (oc-LV-026, sakrīt par ")
    assert likest[3].endswith("%; šai iestādei rindas vēl nav)")
    assert "% alike; has no row yet). If one of these" in check(rows, lang="en")[1][0]


def test_the_table_of_problems_says_so_too(check: Check, tmp_path: Path) -> None:
    report = tmp_path / "report.csv"
    rows = [HEADINGS, ["", DOBELE, "ir", ""], ["oc-LV-O26", "", "ir", ""]]
    check(rows, more=["--report", str(report)])
    with report.open(encoding="utf-8-sig", newline="") as file:
        (row,) = csv.DictReader(file, delimiter=";")
    assert row["fault"] == "reply_id_unknown"
    assert "šī iestāde jau ir 2. rindā" in row["remedy_lv"]
    assert "already has row 2 for itself" in row["remedy_en"]


def test_in_the_long_form_only_a_row_that_answers_the_same_is_one_of_its_own(check: Check) -> None:
    """There an institution has a row for each answer, and a slip may be in any of them."""
    first = [DOBELE, "client_materials", "ir"]
    (fault,) = check([LONG, first, ["Dobles novada bāriņtiesa", "client_education", "ir"]])[1]
    assert "jau ir" not in fault
    (fault,) = check([LONG, first, ["Dobles novada bāriņtiesa", "client_materials", "nav"]])[1]
    assert "šī iestāde jau ir 2. rindā" in fault


def test_a_row_of_its_own_is_found_on_other_sheets_of_the_file_alone(
    check: Check, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = [HEADINGS, ["", DOBELE, "ir", ""]]
    slip = [HEADINGS, ["", "Dobles novada bāriņtiesa", "ir", ""]]
    (fault,) = check(own, slip)[1]
    assert "jau ir" not in fault  # a table may be sent anew, with more rows
    path = tmp_path / "d.xlsx"
    path.write_bytes(book({"Pirmā": own, "Otrā": slip}))
    assert main(["check", str(path), "--lang", "lv"]) == 1
    assert "šī iestāde jau ir lapas Pirmā 2. rindā" in capsys.readouterr().err


# Twice the same


def test_a_row_that_says_the_same_again_is_told_with_both_rows(check: Check) -> None:
    rows = [HEADINGS, ["", DOBELE, "ir", ""], ["", DUNDAGA, "ir", ""], ["", DOBELE, "ir", ""]]
    notices, faults = check(rows)
    assert faults == []
    assert notices[0] == (
        f"a.csv, 4. rinda: 2. rindā ir tā pati iestāde, {DOBELE} (oc-LV-026), ar tām pašām "
        "atbildēm. Katra atbilde tiek skaitīta vienu reizi. Ja rinda ir lieka, izdzēsiet to; ja "
        "domāta cita iestāde, izlabojiet iestādi."
    )
    assert check(rows, lang="en")[0][0] == (
        f"a.csv, row 4: gives the same answers as row 2, of the same institution, {DOBELE} "
        "(oc-LV-026). Each answer counts once. Delete the row if it is one too many; if another "
        "institution is meant, correct it."
    )


@pytest.mark.parametrize(
    "second",
    [
        ["", DOBELE, "", "ir"],  # another answer
        ["", DOBELE, "ir", "ir"],  # and more
        ["", DOBELE, "nav", ""],  # a contradiction, which is a fault
        ["", DOBELE, "ir", "varbūt"],  # nobody knows yet what it says
        ["", DOBELE, "", ""],  # nothing
    ],
)
def test_a_row_that_says_something_else_is_not_twice(check: Check, second: list[str]) -> None:
    notices, _ = check([HEADINGS, ["", DOBELE, "ir", ""], second])
    assert not any("tām pašām" in notice for notice in notices)


def test_a_file_that_says_again_what_another_said_is_no_row_too_many(check: Check) -> None:
    """The office sends its table anew, with more rows and under the same name."""
    rows = [HEADINGS, ["", DOBELE, "ir", ""]]
    notices, faults = check(rows, [HEADINGS, ["", DUNDAGA, "ir", ""], *rows[1:]], same_name=True)
    assert faults == []
    assert not any("tām pašām" in notice for notice in notices)
    assert any(notice.startswith("a.csv: 137 no 139 ") for notice in notices)


def test_a_table_pasted_twice_is_told_in_as_many_lines_as_are_read(check: Check) -> None:
    rows = rows_of(COURT, answer="ir")
    notices, _ = check([HEADINGS, *rows, *rows])
    assert sum("tām pašām" in notice for notice in notices) == MOST_TOLD
    more = len(rows) - MOST_TOLD
    assert f"a.csv: atbildes atkārtojas vēl citās rindās (skaits: {more}). " in "\n".join(notices)


# Without a source or an answer


def test_a_row_without_the_source_that_others_have_is_told(check: Check) -> None:
    head = ("Iestāde", "client_materials", "client_education", "Avots")
    rows = [head, [DOBELE, "ir", "nav", "vēstule Nr. 1"], [DUNDAGA, "ir", "ir", ""]]
    notices, faults = check(rows)
    assert faults == []
    assert notices[0] == (
        "a.csv, 3. rinda, kolonna D (Avots): avots nav ierakstīts, kaut citās rindās tas ir; par "
        "šo atbilžu avotu būs norādīts pats fails. Ierakstiet avotu, piemēram, vēstules datumu un "
        "numuru, ja tas ir zināms."
    )
    assert "row 3, column D (Avots): there is no source" in check(rows, lang="en")[0][0]
    rows[1][3] = ""  # none has one: the file is the source
    assert not any("avots" in notice for notice in check(rows)[0])


def test_of_many_rows_without_a_source_so_many_are_told_as_are_read(check: Check) -> None:
    rows = [[*row, ""] for row in rows_of(COURT, answer="ir")]
    rows[0][-1] = "vēstule Nr. 1"
    notices, _ = check([(*HEADINGS, "Avots"), *rows])
    assert sum("kaut citās rindās" in notice for notice in notices) == MOST_TOLD
    left = len(rows) - 1 - MOST_TOLD
    assert f"avots nav ierakstīts vēl citās rindās (skaits: {left})" in "\n".join(notices)


def test_a_few_rows_that_answer_nothing_are_told_and_many_are_a_form(check: Check) -> None:
    empty = ["", "Vidzemes reģions", "", ""]
    (notice, _) = check([HEADINGS, ["", DOBELE, "ir", ""], empty])[0]
    assert notice == (
        "a.csv, 3. rinda: šajā rindā nav nevienas atbildes. Ja iestāde atbildēja, ierakstiet "
        "atbildes; ja rinda ir virsraksts vai lieka, nekas nav jādara."
    )
    notices, _ = check([HEADINGS, ["", DOBELE, "ir", ""], *[empty] * (MOST_NAMED + 1)])
    assert not any("nav nevienas atbildes" in notice for notice in notices)


# Against the survey


def test_rows_whose_answers_stand_back_are_listed(check: Check) -> None:
    """Of the three the study names the first two as trained; the third gives a reason."""
    trained = [
        one.row.institution_id
        for one in study().answers
        if one.row.question == "training" and one.row.answer == "trained"
    ][:3]
    head = ("Iestādes ID", "training", "Aizstāšanas iemesls")
    rows = [[one, "nav", ""] for one in trained]
    rows[2][2] = "jaunāka vēstule"
    notices, faults = check([head, *rows])
    assert faults == []
    assert notices[0] == (
        "a.csv: dažās rindās (skaits: 2) atbilde atšķiras no aptaujas un nestājas tās vietā: 2, 3. "
        "Ja pareiza ir iestādes atbilde, ierakstiet iemeslu kolonnā „Aizstāšanas iemesls” "
        "(overrides)."
    )
    english = check([head, *rows], lang="en")[0][0]
    assert "in 2 rows an answer differs from the survey's" in english


# Not there


def test_a_forgotten_row_is_named(check: Check) -> None:
    rows = [HEADINGS, *rows_of(COURT, without=["oc-LV-026"])]
    rows[1][2] = "ir"
    (notice,) = check(rows)[0]
    assert notice == (
        "a.csv: 14 no 139 aptaujātajām bāriņtiesām nav savas rindas; no tām uz aptauju "
        f"neatbildēja 13. Iespējams, ir aizmirsts: {DOBELE} (oc-LV-026). Tādā gadījumā "
        "pievienojiet rindu; citādi nekas nav jādara."
    )
    (english,) = check(rows, lang="en")[0]
    assert english == (
        "a.csv: there is no row for 14 of the 139 orphans' courts asked, 13 of which did not "
        f"respond to the survey. Perhaps forgotten: {DOBELE} (oc-LV-026). If so, add a row; else "
        "nothing need be done."
    )


def test_of_many_only_the_number_is_told(check: Check) -> None:
    (notice,) = check([HEADINGS, ["", DOBELE, "ir", ""]])[0]
    assert notice == (
        "a.csv: 138 no 139 aptaujātajām bāriņtiesām nav savas rindas; no tām uz aptauju "
        "neatbildēja 13. Ja kāda rinda ir aizmirsta, pievienojiet to; citādi nekas nav jādara."
    )
    gone = [row[0] for row in rows_of(COURT)[: MOST_NAMED + 1]]
    for without, named in ((gone, False), (gone[1:], True)):
        rows = [HEADINGS, *rows_of(COURT, without=without)]
        rows[-1][2] = "ir"
        assert ("Iespējams, ir aizmirsts" in check(rows)[0][0]) == named


def test_while_an_institution_is_not_found_no_row_is_called_missing(check: Check) -> None:
    notices, faults = check([HEADINGS, ["", DOBELE, "ir", ""], ["", "Kaut kas", "ir", ""]])
    assert len(faults) == 1
    assert not any("nav savas rindas" in notice for notice in notices)


def test_types_that_a_file_has_no_row_of_are_not_missed(check: Check) -> None:
    rows = [HEADINGS, *rows_of(SERVICE, without=["ss-LV-026"])]
    rows[1][2] = "ir"
    (notice,) = check(rows)[0]
    assert "aptaujātajiem sociālajiem dienestiem" in notice
    assert "(ss-LV-026)" in notice


def test_nothing_is_told_where_all_that_responded_have_a_row(check: Check) -> None:
    """A row may stand in any of the files, and may be without an answer."""
    courts, services = rows_of(COURT), rows_of(SERVICE, BRANCH)
    courts[0][2] = services[0][2] = "ir"
    assert check([HEADINGS, *courts], [HEADINGS, *services]) == ([], [])
    files = [HEADINGS, *courts[:50]], [HEADINGS, *courts[50:]]
    assert check(*files) == ([], [])


def test_files_that_lack_a_row_together_are_named_together(check: Check) -> None:
    courts = rows_of(COURT, without=["oc-LV-026"])
    courts[0][2] = courts[-1][2] = "ir"
    (notice,) = check([HEADINGS, *courts[:50]], [HEADINGS, *courts[50:]])[0]
    assert notice.startswith("a.csv, b.csv: 14 no 139 ")


def facts(path: Path, boundary_set: str) -> list[str]:
    told = {
        "wave": "2026", "revision": "2026-1", "title_lv": "Izdomāta", "title_en": "Invented",
        "fieldwork_from": "2026-01-01", "fieldwork_to": "2026-03-31", "boundary_set": boundary_set,
        "citation_lv": "Izdomāta.", "citation_en": "Invented.", "terms_lv": "Izdomāta.",
        "terms_en": "Invented.",
    }  # fmt: skip
    path.write_text("".join(f"{key};{value}\n" for key, value in told.items()), "utf-8")
    return ["--wave-facts", str(path)]


def test_a_new_wave_is_told_of_municipalities_without_a_row(check: Check, tmp_path: Path) -> None:
    """Within other boundaries the earlier institutions have become others, of fewer places."""
    rows = [["bāriņtiesa", name, "ir"] for name in place_names("2025").values()]
    told = [("Iestādes veids", "Pašvaldība", "client_materials"), *rows]
    given = facts(tmp_path / "facts.csv", "2025")
    assert check(told, more=given) == ([], [])
    (notice,) = check([*told[:4], *told[5:]], more=given)[0]
    assert notice.startswith(
        "a.csv: 1 no 42 pašvaldībām 2025. gada robežās nav bāriņtiesas rindas. "
        "Iespējams, ir aizmirsts: Balvu novads. "
    )
    notices, faults = check([*told[:4], ["bāriņtiesa", "Nekuriene", "ir"]], more=given)
    assert faults
    assert notices == []  # the row that is not understood may be any of those that are not there
    (english,) = check(told[:2], more=given, lang="en")[0]
    assert english == (
        "a.csv: there is no row of an orphans' court for 41 of the 42 municipalities within the "
        "boundaries of 2025. If a row was forgotten, add it; else nothing need be done."
    )
