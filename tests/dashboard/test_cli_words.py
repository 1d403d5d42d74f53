"""The command line speaks Latvian and English: help, what argparse says, and every refusal."""

import argparse
import ast
import gettext
import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

from dashboard.argparse_words import DOMAIN, LOCALE, argparse_speaks
from dashboard.cli import main
from dashboard.cli_parser import COMMANDS, asked_language, language_of, parser
from dashboard.settings import NAMES, SettingRefused, read_settings

FOLDER = LOCALE / "lv" / "LC_MESSAGES"
# What argparse says to the programmer who sets it up, and of arguments that are opened as files.
TO_PROGRAMMERS = (
    *("conflicting ", "cannot ", "can't open", "mutually exclusive", "dest= ", "invalid conflict_"),
    *(
        "invalid option string",
        "'required' is",
        ".__call__()",
        "%r is not callable",
        'argument "-"',
    ),
)


def compiled() -> Catalog:
    with (FOLDER / f"{DOMAIN}.mo").open("rb") as file:
        return read_mo(file)


def words_of(catalogue: Catalog) -> dict[str, object]:
    """Message → its words, or their plural forms."""
    forms = {str(one.id): one.string for one in catalogue if one.id and isinstance(one.id, str)}
    plural = {one.id[0]: tuple(one.string) for one in catalogue if not isinstance(one.id, str)}
    return forms | plural


def messages_of_argparse() -> Iterator[str]:
    for node in ast.walk(ast.parse(Path(argparse.__file__).read_text("utf-8"))):
        if isinstance(node, ast.Call) and ast.unparse(node.func) in {"_", "ngettext"}:
            (message, *_) = node.args
            if isinstance(message, ast.Constant):
                yield message.value


def test_whatever_argparse_says_to_a_user_has_latvian_words() -> None:
    told = [one for one in messages_of_argparse() if not one.startswith(TO_PROGRAMMERS)]
    assert len(told) > 15
    with argparse_speaks("lv"):
        without = [one for one in told if gettext.gettext(one) == one]
    # The first has a plural, the other is nothing but a colon.
    assert set(without) <= {"expected %s argument", "%(heading)s:"}
    with argparse_speaks("lv"):
        said = [
            gettext.ngettext("expected %s argument", "expected %s arguments", n) for n in (1, 2)
        ]
    assert said == ["vajadzīga %s vērtība", "vajadzīgas %s vērtības"]


def test_the_words_of_argparse_are_compiled_as_they_are_written() -> None:
    with (FOLDER / f"{DOMAIN}.po").open("rb") as file:
        written = read_po(file, locale="lv")
    assert [one for one in written if list(one.check())] == []
    assert words_of(written)
    assert words_of(written) == words_of(compiled())


def test_the_process_speaks_as_before_behind_the_command_line(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    domain = gettext.textdomain()
    for before in ("en", None):
        if before is None:
            monkeypatch.delenv("LANGUAGE")
        with argparse_speaks("lv"):
            assert gettext.gettext("options") == "opcijas"
        assert os.environ.get("LANGUAGE") == before
        assert gettext.textdomain() == domain
    with argparse_speaks("en"):
        assert gettext.gettext("options") == "options"


# Which language


@pytest.mark.parametrize(
    ("arguments", "lang"),
    [
        (["build", "--lang", "lv"], "lv"),
        (["--lang=en", "check"], "en"),
        (["export", "answers.csv", "lang=lv"], "lv"),
        (["export", "answers.csv", "lang=lv", "--lang", "en"], "en"),
        (["build", "--lang"], None),
        (["build", "--lang", "de"], None),
        (["check", "lang.csv"], None),
    ],
)
def test_arguments_ask_for_a_language(arguments: list[str], lang: str | None) -> None:
    assert asked_language(arguments) == lang


@pytest.mark.parametrize(
    ("environment", "lang"),
    [
        ({}, "en"),
        ({"LANG": "lv_LV.UTF-8"}, "lv"),
        ({"LANG": "lv_LV.UTF-8", "LC_ALL": "C.UTF-8"}, "en"),
        ({"LANG": "en_GB.UTF-8", "LC_MESSAGES": "lv_LV"}, "lv"),
        ({"LANG": "C", "LANGUAGE": "lv:en"}, "lv"),
        ({"LANG": "lv_LV", "LC_ALL": ""}, "lv"),
    ],
)
def test_else_the_environment_says_it_as_it_does_to_other_programs(
    environment: dict[str, str], lang: str
) -> None:
    assert language_of(environment) == lang


def test_the_environment_is_spoken_without_being_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("LANGUAGE", "lv")
    assert main(["build", "--wave-facts", "x.csv"]) == 2
    assert capsys.readouterr().err.startswith("Opcijas --wave-facts un --questions lieto kopā")
    assert main(["build", "--wave-facts", "x.csv", "--lang", "en"]) == 2
    assert capsys.readouterr().err.startswith("--wave-facts and --questions go with")


def test_forms_are_latvian_unless_english_ones_are_asked_for() -> None:
    assert parser("en").parse_args(["template"]).lang == "lv"
    assert parser("en", "en").parse_args(["template"]).lang == "en"
    assert parser("en").parse_args(["build"]).lang == "en"


# Help and usage


def told_by(one: argparse.ArgumentParser) -> dict[str, str | None]:
    """Everything that the help of a command says: of the command, of its options."""
    told = {"": one.description}
    for action in one._actions:
        if not isinstance(action, argparse._HelpAction | argparse._SubParsersAction):
            told[action.dest] = action.help
    return told


@pytest.mark.parametrize("command", COMMANDS)
def test_every_option_has_help_in_both_languages(command: str) -> None:
    told = {}
    for lang in ("lv", "en"):
        (commands,) = (a for a in parser(lang)._actions if isinstance(a.choices, dict))
        assert isinstance(commands.choices, dict)
        told[lang] = told_by(commands.choices[command])
    assert list(told["lv"]) == list(told["en"])
    for option, latvian in told["lv"].items():
        assert latvian, option
        assert told["en"][option], option
        assert latvian != told["en"][option], option


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_help_in_latvian_has_no_english_around_it(
    command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stop:
        main([*([command] if command else []), "--help", "--lang", "lv"])
    assert stop.value.code == 0
    said = capsys.readouterr().out
    assert said.startswith(f"lietošana: ricibas-karte {command}".rstrip())
    assert "parādīt šo palīdzību un beigt" in said
    for english in ("usage", "options:", "arguments", "FILE", "FOLDER", "default", "show this"):
        assert english not in said


def test_help_in_latvian_says_what_each_setting_is(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--lang", "lv", "--help"])
    said = " ".join(capsys.readouterr().out.split())
    assert "Vides mainīgie: RICIBAS_KARTE_DB, datubāzes fails, ko veido un rāda; HOST, " in said
    assert all(name in said for name in NAMES)


@pytest.mark.parametrize(
    ("arguments", "lv", "en"),
    [
        ([], "trūkst obligāto argumentu: {build,", "the following arguments are required: {build,"),
        (["paint"], "'paint' šeit nav atļauts (atļauts: ", "invalid choice: 'paint' (choose from "),
        (["serve", "x"], "nepazīstami argumenti: x", "unrecognized arguments: x"),
        (["build", "--report"], "--report: vajadzīga viena vērtība", "expected one argument"),
        (["export"], "trūkst obligāto argumentu: fails\n", "are required: file\n"),
        (["build", "--bound", "x"], "opcija nav skaidra: --bound var būt --boundaries, ",
         "ambiguous option: --bound could match --boundaries, "),
    ],
)  # fmt: skip
def test_what_is_not_understood_is_said_in_either_language(
    arguments: list[str], lv: str, en: str, capsys: pytest.CaptureFixture[str]
) -> None:
    for lang, usage, error, said in (
        ("lv", "lietošana: ", "kļūda: ", lv),
        ("en", "usage: ", "error: ", en),
    ):
        with pytest.raises(SystemExit) as stop:
            main(["--lang", lang, *arguments])
        assert stop.value.code == 2
        told = capsys.readouterr().err
        assert told.startswith(usage)
        assert error in told
        assert said in told


# Refusals


@pytest.fixture
def nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the database would be."""
    path = tmp_path / "x.duckdb"
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(path))
    return path


@pytest.mark.parametrize("command", [["serve", "--lang", "lv"], ["export", "a.csv", "lang=lv"]])
def test_a_database_that_is_not_there_is_said_in_latvian(
    command: list[str], nothing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main([one.replace("a.csv", "answers.csv") for one in command]) == 1
    assert capsys.readouterr().err == f"Datubāzes {nothing} nav. Palaidiet: make build\n"


def test_a_file_that_is_no_database_is_said_with_the_reason(
    nothing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    nothing.write_text("not a database")
    assert main(["export", "answers.csv", "lang=lv"]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"Datubāzi {nothing} nevar lietot: ")
    assert said.endswith(". Palaidiet: make build\n")


def test_a_database_of_another_version_is_said_so(
    nothing: Path, study_database: Path, capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:  # fmt: skip
    nothing.write_bytes(study_database.read_bytes())
    monkeypatch.setattr("queries.schema_sha256", lambda: "of another version")
    assert main(["export", "answers.csv", "lang=lv"]) == 1
    assert capsys.readouterr().err == (
        f"Datubāzi {nothing} ir izveidojusi cita šīs programmas versija. Palaidiet: make build\n"
    )


def test_a_file_that_there_is_not_is_said_with_those_that_there_are(
    nothing: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", "answers.docx", "lang=lv"]) == 2
    assert capsys.readouterr().err.startswith(
        "Faila answers.docx nav. Ir šādi faili: answers.csv, "
    )


def test_a_file_that_cannot_be_written_is_said_with_the_reason_in_words(
    study_database: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:  # fmt: skip
    monkeypatch.setenv("RICIBAS_KARTE_DB", str(study_database))
    target = tmp_path / "none" / "a.csv"
    assert main(["export", "answers.csv", "lang=lv", "--to", str(target)]) == 1
    said = f"Failu {target} nevar ierakstīt: tādas mapes vai faila nav.\n"
    assert capsys.readouterr().err == said


def test_forms_that_cannot_be_written_are_said_in_words(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    inside = str(tmp_path / "file" / "forms")
    assert main(["template", "--to", inside]) == 1
    assert capsys.readouterr().err == (
        "Veidlapas nevar ierakstīt: viena no ceļā norādītajām mapēm ir fails.\n"
    )
    assert main(["template", "--to", inside, "--lang", "en"]) == 1
    assert capsys.readouterr().err == (
        "The forms cannot be written: one of the folders in the path is a file.\n"
    )


def test_forms_that_are_there_are_said_in_latvian(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["template", "--to", str(tmp_path)]) == 0
    capsys.readouterr()
    assert main(["template", "--to", str(tmp_path)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"Jau ir: {tmp_path / 'answers_wide.xlsx'}, ")
    assert said.endswith(". Ar --to norādiet citu mapi.\n")


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"PORT": "http"}, "PORT ir „http”: ports, kurā serveris gaida pieprasījumus. Norādiet "),
        ({"RICIBAS_KARTE_URL": "x"}, "RICIBAS_KARTE_URL ir „x”: adrese, kurā apmeklētāji atrod "),
        (
            {"RICIBAS_KARTE_LOAD": "/x", "RICIBAS_KARTE_LOAD_TOKEN": "īss"},
            "RICIBAS_KARTE_LOAD_TOKEN garums ir 3: atslēga, ar kuru drīkst lietot /load. ",
        ),
    ],
)
def test_a_setting_is_refused_in_latvian(environment: dict[str, str], said: str) -> None:
    with pytest.raises(SettingRefused) as refusal:
        read_settings(environment)
    assert refusal.value.text("lv").startswith(said)


def test_a_setting_that_stops_a_command_is_said_in_its_language(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PORT", "http")
    assert main(["serve", "--lang", "lv"]) == 1
    assert capsys.readouterr().err.startswith("PORT ir „http”: ports, ")
