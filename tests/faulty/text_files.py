"""Faulty CSV files, and files that are called so."""

import gzip

from tests.faulty.case import GOOD, HEADER, OTHER, Case, changed, csv_case, package, table, text

LONG = ("Iestāde", "Jautājums", "Atbilde", "Avots", "Citāts", "Aizstāšanas iemesls")
MARKS = ("Iestāde", "action_on_suspicion: police", "action_on_suspicion: border_guard")
ONE_OF = ("Iestāde", "training: trained", "training: planned", "training: not_trained")
COURT = "Aglonas novada bāriņtiesa"
WORDING = "Vai klientiem pieejami bukleti, plakāti vai citi informatīvie materiāli"


def long_row(**cells: str) -> tuple[str, ...]:
    row = {"owner": COURT, "question": "training", "answer": "ir", "source": "1", "quote": "",
           "overrides": ""}  # fmt: skip
    assert set(cells) <= set(row)
    return tuple((row | cells).values())


def foreign() -> list[Case]:
    """Files that are no text, or text of an unknown kind."""
    good = table(GOOD)
    kinds = {
        "pdf.csv": b"%PDF-1.7\n1 0 obj\n",
        "picture.csv": b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        "photograph.csv": b"\xff\xd8\xff\xe0\0\x10JFIF",
        "page.csv": b"<!DOCTYPE html>\n<html><table><tr><td>1</td></tr></table></html>",
        "table_saved_as_web_page.xls": b"<table><tr><td>1</td></tr></table>",
        "markup.csv": b'<?xml version="1.0"?><answers/>',
        "letter.csv": b"{\\rtf1\\ansi Atbilde}",
        "packed.csv": gzip.compress(good, mtime=0),
        "old_excel.xls": b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 500,
        "database.csv": b"SQLite format 3\0" + b"\0" * 80,
        "columns.csv": b"PAR1" + b"\0" * 20,
        "packed_folder.csv": package({"atbildes.csv": good}),
        "empty_package.csv": b"PK\x05\x06" + b"\0" * 18,
    }
    cases = [csv_case(name, data, (None, "", "file_foreign")) for name, data in kinds.items()]
    password = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")
    return [
        *cases,
        csv_case("password.xlsx", password, (None, "", "file_encrypted")),
        csv_case("binary.csv", b"Iest\0\1\2\3\xff\xfe", (None, "", "file_not_text")),
        csv_case("empty.csv", b"", (None, "", "file_empty")),
        csv_case("byte_order_mark_alone.csv", b"\xef\xbb\xbf", (None, "", "file_empty")),
        csv_case("blank_lines.csv", b"\r\n\r\n  \r\n", (None, "", "file_empty")),
        csv_case("empty.xlsx", b"", (None, "", "file_empty")),
    ]


def encodings() -> list[Case]:
    """Letters that were lost on the way."""
    words = ";".join(GOOD)
    good = table(GOOD).decode("utf-8-sig")
    garbled = "AlÅ«ksnes novada bÄ\x81riÅ†tiesa"  # UTF-8 read as Windows-1252
    return [
        csv_case("utf_16.csv", b"\xff\xfe" + good.encode("utf-16-le"), (None, "", "text_is_utf16")),
        csv_case("utf_16_big.csv", b"\xfe\xff" + good.encode("utf-16-be"),
                 (None, "", "text_is_utf16")),
        csv_case("neither_encoding.csv", good.encode("cp1257") + b"x;\x81\r\n",
                 (1, "", "text_encoding_unknown")),
        csv_case("two_encodings.csv", text(";".join(HEADER), words) + words.encode("cp1257") +
                 b"\r\n\x83\x81", (3, "", "text_encoding_unknown")),
        csv_case("garbled.csv", table(changed(source="Ä«sa vÄ“stule")),
                 (2, "E", "letters_garbled")),
        csv_case("garbled_name.csv", table(changed(institution=garbled)),
                 (2, "A", "letters_garbled")),
        csv_case("lost_letters.csv", table(changed(source="R?gas v?stule")),
                 (2, "E", "letters_lost")),
        csv_case("windows_1257_with_a_fault.csv", table(changed(training="varbūt"))
                 .decode("utf-8-sig").encode("cp1257"), (2, "C", "reply_unknown")),
    ]  # fmt: skip


def forms() -> list[Case]:
    """Tables that are none, or not where they should be."""
    row, head = ";".join(GOOD), ";".join(HEADER)
    wide = ";".join(["Iestāde", *["x"] * 299])
    title = "Aptaujas atbildes 2016. gadā"
    return [
        csv_case("open_quote.csv", text(head, row, '"Alūksnes novada bāriņtiesa;ir'),
                 (3, "", "csv_quote_left_open")),
        csv_case("quote_inside.csv", text(head, '"Aglonas" novada bāriņtiesa;ir;nav;;'),
                 (2, "", "csv_text_after_quote")),
        csv_case("columns_300.csv", text(wide, wide), (1, "", "too_many_columns")),
        csv_case("bars_between.csv", text(head.replace(";", "|"), row.replace(";", "|")),
                 (None, "", "no_table")),
        csv_case("no_headings.csv", text(row, ";".join(OTHER)),
                 (None, "", "no_table")),
        csv_case("prose.csv", text("Labdien!", "Nosūtām atbildes."),
                 (None, "", "no_table")),
        csv_case("header_only.csv", table(), (1, "", "no_rows")),
        csv_case("header_and_empty_rows.csv", text(head, ";;;;", ";;;;"), (1, "", "no_rows")),
        csv_case("title_above.csv", text(title, head, row), (1, "", "title_above_headings")),
        csv_case("title_and_gap_above.csv", text(title, "", "Rīga", "", head, row),
                 (1, "", "title_above_headings")),
        csv_case("groups_above.csv", text(";Materiāli;Mācības;;", head, row),
                 (1, "", "title_above_headings")),
        csv_case("second_line_of_headings.csv", text(head, ";ir/nav;ir/nav;;", row),
                 (2, "", "institution_missing")),
        csv_case("headings_again.csv", text(head, row, head, ";".join(OTHER)),
                 (3, "", "headings_again")),
        csv_case("total_below.csv", text(head, row, "Kopā;1;0;0;"), (3, "A", "total_row")),
        csv_case("total_in_english.csv", text(head, row, "Total: 1;1;0;0;"),
                 (3, "A", "total_row")),
        csv_case("example_left_in.csv",
                 text(f"Iestādes ID;{head}", f"PIEMĒRS;{row}", f"oc-LV-001;{row}"),
                 (2, "A", "example_row")),
        csv_case("row_too_long.csv", text(head, f"{row};vēl kaut kas"), (1, "F", "heading_empty")),
        csv_case("comma_in_an_answer.csv", text(head.replace(";", ","),
                 "Aglonas novada bāriņtiesa,ir,nav, bet plānota,vēstule 1"),
                 (2, "D", "reply_unknown")),
        csv_case("note_beside.csv", text(head, f"{row};;zvanīt vēlreiz"),
                 (1, "G", "heading_empty")),
    ]  # fmt: skip


def headings() -> list[Case]:
    """Headings that mean nothing, or twice the same."""
    first, last = HEADER[0], HEADER[4]

    def headed(*names: str) -> bytes:
        return table(GOOD, header=(first, *names, last))

    return [
        csv_case("heading_misspelt.csv", headed("client_materials", "trainning", "case_experience"),
                 (1, "C", "heading_misspelt")),
        csv_case("heading_misspelt_and_answer_too.csv", table(changed(training="varbūt"),
                 header=(first, "client_materials", "trainning", "case_experience", last)),
                 (1, "C", "heading_misspelt"), (2, "C", "reply_unknown")),
        csv_case("institution_heading_misspelt.csv", table(GOOD, header=("Iesttāde",
                 *HEADER[1:])), (1, "A", "heading_misspelt")),
        csv_case("wording_misspelt.csv", headed(WORDING.replace("plakāti", "plakti"), "training",
                 "case_experience").replace(b";ir;", b";ir;"), (1, "B", "heading_misspelt")),
        csv_case("heading_unknown.csv", headed("Bukleti", "training", "case_experience"),
                 (1, "B", "heading_unknown")),
        csv_case("heading_number.csv", headed("1", "training", "case_experience"),
                 (1, "B", "heading_unknown")),
        csv_case("heading_empty.csv", headed("", "training", "case_experience"),
                 (1, "B", "heading_empty")),
        csv_case("heading_reworded_above_nothing.csv", table(changed(materials=""), OTHER[:1],
                 header=(first, "Vai Jums ir bukleti?", *HEADER[2:])),
                 (1, "B", "heading_unknown")),
        csv_case("heading_misspelt_above_nothing.csv", table(changed(training=""),
                 header=(first, "client_materials", "trainning", "case_experience", last)),
                 (1, "C", "heading_misspelt")),
        csv_case("heading_twice.csv", headed("training", "training", "case_experience"),
                 (1, "C", "heading_twice")),
        csv_case("heading_by_code_and_wording.csv",
                 headed("client_materials", WORDING + "?", "case_experience"),
                 (1, "C", "heading_twice")),
        csv_case("two_columns_of_names.csv", table(GOOD, header=("Iestāde", *HEADER[1:4],
                 "Iestādes nosaukums")), (1, "E", "heading_twice")),
        csv_case("no_institution.csv", table(GOOD, header=("Piezīmes", *HEADER[1:])),
                 (1, "", "institution_heading_missing"), (2, "", "institution_missing")),
        csv_case("no_question.csv", table((COURT, "Aglonas novads"), header=("Iestāde",
                 "Pašvaldība")), (1, "", "answers_heading_missing")),
        csv_case("all_questions_unknown.csv", table((COURT, "ir", "nav"), header=("Iestāde",
                 "Bukleti", "Kursi")), (1, "", "answers_heading_missing"),
                 (1, "B", "heading_unknown"), (1, "C", "heading_unknown")),
        csv_case("long_without_answer.csv", table((COURT, "training"), header=LONG[:2]),
                 (1, "", "heading_missing")),
        csv_case("long_without_question.csv", table((COURT, "ir"), header=("Iestāde", "Atbilde")),
                 (1, "", "heading_missing")),
        csv_case("unknown_answer_in_heading.csv", table((COURT, "x", "x"), header=("Iestāde",
                 "action_on_suspicion: police", "action_on_suspicion: armija")),
                 (1, "C", "heading_misspelt")),
    ]  # fmt: skip


def answers() -> list[Case]:
    """Cells that are no answer to their question, or may be several."""
    cells = {
        "unknown_answer.csv": ("training", "varbūt", "C", "reply_unknown"),
        "answer_to_another_question.csv": ("cases", "plānota", "D", "reply_unknown"),
        "misspelt_answer.csv": ("cases", "nenoraada", "D", "reply_misspelt"),
        "misspelt_no_answer.csv": ("materials", "nav atbilžu", "B", "reply_misspelt"),
        "dash.csv": ("materials", "-", "B", "reply_unclear"),
        "long_dash.csv": ("materials", "—", "B", "reply_unclear"),
        "question_mark.csv": ("training", "?", "C", "reply_unclear"),
        "not_applicable.csv": ("training", "n/a", "C", "reply_unclear"),
        "does_not_know.csv": ("training", "Nezinu", "C", "reply_unclear"),
        "no_data.csv": ("cases", "nav datu", "D", "reply_unclear"),
        "number_for_answer.csv": ("materials", "1", "B", "reply_unknown"),
        "decimal_comma.csv": ("training", "0,5", "C", "reply_unknown"),
        "percentage.csv": ("training", "35 %", "C", "reply_unknown"),
        "date_for_answer.csv": ("training", "03.02.2026", "C", "reply_unknown"),
        "two_answers.csv": ("training", "ir; nav", "C", "several_answers"),
        "answer_with_a_remark.csv": ("materials", "ir, bet maz", "B", "reply_unknown"),
        "no_answer_is_no_option.csv": ("cases", "nav atbildes", "D", "reply_unknown"),
        "no_for_not_published.csv": ("cases", "nav publicēts", "D", "reply_unknown"),
    }
    cases = [
        csv_case(name, table(changed(**{field: cell}), OTHER), (2, column, fault))
        for name, (field, cell, column, fault) in cells.items()
    ]
    several = ("Iestāde", "support_contact", "response", "ngo_awareness")

    def given(*cells: str) -> bytes:
        return table((COURT, *cells), header=several)

    own = ("Iestāde", "training", "training: Citāts", "training: Iemesls aizstāt pētījumu",
           "client_materials")  # fmt: skip
    return [
        *cases,
        csv_case("reason_in_an_empty_row.csv", table(GOOD, (OTHER[0], "", "", "", "tālrunī"),
                 header=(*HEADER[:4], "Aizstāšanas iemesls")), (3, "E", "said_without_answers")),
        csv_case("long_quote_beside_nothing.csv", table((COURT, "", "", "divi kursi"),
                 header=(*LONG[:3], "Citāts")), (2, "D", "said_without_answers")),
        csv_case("quote_beside_nothing.csv", table((COURT, "", "divi kursi", "", "ir"), header=own),
                 (2, "C", "said_without_answer")),
        csv_case("reason_beside_nothing.csv", table((COURT, "", "", "tālrunī", "ir"), header=own),
                 (2, "D", "said_without_answer")),
        csv_case("one_of_several_unknown.csv", given("Valsts policija; armija", "", ""),
                 (2, "B", "reply_unknown")),
        csv_case("two_of_several_unknown.csv", given("armija; tiesībsargs; flote", "", ""),
                 (2, "B", "reply_unknown"), (2, "B", "reply_unknown")),
        csv_case("one_of_several_misspelt.csv", given("tiesībsrgs; Valsts policija", "", ""),
                 (2, "B", "reply_misspelt")),
        csv_case("several_with_commas.csv", given("Valsts policija, armija, flote", "", ""),
                 (2, "B", "reply_unknown")),
        csv_case("no_answer_beside_answer.csv", given("tiesībsargs; nav atbildes", "", ""),
                 (2, "B", "no_answer_beside_answer")),
        csv_case("mark_that_means_nothing.csv", given("", "x", ""), (2, "C", "mark_unclear")),
        csv_case("mark_for_several.csv", given("x", "", ""), (2, "B", "mark_unclear")),
        csv_case("yes_to_no_yes_question.csv", given("jā", "", ""), (2, "B", "reply_unknown")),
        csv_case("response_in_words.csv", given("", "jā", ""), (2, "C", "reply_unknown")),
        csv_case("mark_unknown.csv", table((COURT, "5", "x"), header=MARKS),
                 (2, "B", "mark_unknown")),
        csv_case("dash_for_mark.csv", table((COURT, "x", "-"), header=MARKS),
                 (2, "C", "mark_unknown")),
        csv_case("second_mark.csv", table((COURT, "x", "", "x"), header=ONE_OF),
                 (2, "D", "second_mark")),
        csv_case("mark_and_word.csv", table((COURT, "x", "plānota", ""), header=ONE_OF),
                 (2, "C", "mark_unknown")),
    ]  # fmt: skip


def rows() -> list[Case]:
    """Rows that do not say whose they are, and rows of the long form."""
    typed = ("Iestādes veids", "Pašvaldība", "training")

    def long(**cells: str) -> bytes:
        return table(long_row(), long_row(question="client_materials", **cells), header=LONG)

    return [
        csv_case("nobody.csv", table(GOOD, changed(institution="")),
                 (3, "", "institution_missing")),
        csv_case("nobody_and_no_answer.csv", table(GOOD, changed(institution="", training="5")),
                 (3, "", "institution_missing"), (3, "C", "reply_unknown")),
        csv_case("nobody_but_spaces.csv", table(changed(institution="\u00a0 ")),
                 (2, "", "institution_missing")),
        csv_case("place_without_type.csv", table(("Aglonas novads", "ir"), header=typed[1:]),
                 (2, "", "institution_missing")),
        csv_case("type_without_place.csv", table(("Bāriņtiesa", "", "ir"), header=typed),
                 (2, "", "institution_missing")),
        csv_case("type_unknown.csv", table((COURT, "skola", "ir"), header=("Iestāde",
                 "Iestādes veids", "training")), (2, "B", "institution_type_unknown")),
        csv_case("long_unknown_answer.csv", long(answer="dažkārt"), (3, "C", "reply_unknown")),
        csv_case("long_empty_answer.csv", long(answer=""), (3, "C", "answer_missing")),
        csv_case("long_unknown_question.csv",
                 table(long_row(), long_row(question="Laikapstākļi"), header=LONG),
                 (3, "B", "reply_question_unknown")),
        csv_case("long_misspelt_question.csv",
                 table(long_row(), long_row(question="client_material"), header=LONG),
                 (3, "B", "reply_question_misspelt")),
        csv_case("long_empty_question.csv", table(long_row(question=""), header=LONG),
                 (2, "B", "question_missing")),
        csv_case("long_nobody.csv", long(owner=""), (3, "", "institution_missing")),
        csv_case("long_quote.csv", long(quote=" ".join(["vārds"] * 13)),
                 (3, "E", "quote_too_long")),
        csv_case("source_unreadable.csv", long(source="footnotes 35, 37"),
                 (3, "D", "source_unreadable")),
        csv_case("override_marked.csv", long(overrides="x"), (3, "F", "overrides_without_reason")),
        csv_case("override_yes.csv", long(overrides="Jā"), (3, "F", "overrides_without_reason")),
        csv_case("after_a_cell_of_two_lines.csv",
                 table(changed(source="vēstule\r\nNr. 1"), changed(training="varbūt")),
                 (3, "C", "reply_unknown")),
        csv_case("after_an_empty_row.csv", table(GOOD, [""] * 5, changed(training="varbūt")),
                 (4, "C", "reply_unknown")),
        csv_case("separator_line.csv", b"sep=,\r\n" + text("Iestāde,training",
                 f"{COURT},varbūt").removeprefix(b"\xef\xbb\xbf"), (3, "B", "reply_unknown")),
        csv_case("tabs.csv", text("Iestāde\ttraining", f"{COURT}\tvarbūt"),
                 (2, "B", "reply_unknown")),
    ]  # fmt: skip


def cases() -> list[Case]:
    """Every faulty text file."""
    return [*foreign(), *encodings(), *forms(), *headings(), *answers(), *rows()]
