"""What the command line understands, and its help in Latvian and English."""

import argparse
import os
from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.settings import NAMES

COMMANDS = ("build", "check", "template", "export", "serve")
OPTION = "--lang"
_LOCALE = ("LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")  # as gettext asks for them


def asked_language(arguments: Sequence[str]) -> str | None:
    """The language that arguments ask for, before they are read: its errors are said in it.

    `--lang lv`, `--lang=lv`, or `lang=lv`, the parameter of a file that is exported.
    """
    pairs = pairwise(arguments)
    asked = [after for before, after in pairs if before == OPTION]
    asked += [one.partition("=")[2] for one in arguments if one.startswith(f"{OPTION}=")]
    asked += [one.removeprefix("lang=") for one in arguments if one.startswith("lang=")]
    return next((one for one in asked if one in LANGUAGES), None)


def language_of(environment: Mapping[str, str] = os.environ) -> str:
    """The language of the environment: Latvian where it is, else English."""
    locale = next((environment[name] for name in _LOCALE if environment.get(name)), "")
    return "lv" if locale.startswith("lv") else "en"


def parser(lang: str, asked: str | None = None) -> argparse.ArgumentParser:
    """The parser, with help in `lang`; `asked` is the language that the arguments name, if any."""
    w = Words(lang)
    settings = "; ".join(f"{name}, {w(f'setting.{name}')}" for name in NAMES)
    main = argparse.ArgumentParser(
        "ricibas-karte", description=w("cli.about"), epilog=w("cli.settings", settings=settings)
    )
    commands = main.add_subparsers(
        dest="command",
        required=True,
        title=w("cli.commands"),
        metavar=f"{{{','.join(COMMANDS)}}}",
    )
    made = {
        name: commands.add_parser(name, help=text, description=text)
        for name in COMMANDS
        for text in [w(f"cli.help.{name}")]
    }
    for name, command in {"": main, **made}.items():
        key = f"{name}_lang" if name in {"template", "export"} else "lang"
        default = (asked or "lv") if name == "template" else lang
        command.add_argument(OPTION, choices=LANGUAGES, default=default, help=w(f"cli.help.{key}"))
    _build(made["build"], w)
    _check(made["check"], w)
    _template(made["template"], w)
    _export(made["export"], w)
    return main


def _build(command: argparse.ArgumentParser, w: Words) -> None:
    _files(command, w, "--boundaries")
    command.add_argument(
        "--boundary-set",
        action="append",
        default=[],
        metavar=w("cli.metavar.set"),
        help=w("cli.help.boundary_set"),
    )
    _surveys_and_answers(command, w)


def _check(command: argparse.ArgumentParser, w: Words) -> None:
    named = w("cli.metavar.file_or_folder")
    command.add_argument("path", type=Path, nargs="?", metavar=named, help=w("cli.help.path"))
    _surveys_and_answers(command, w)


def _surveys_and_answers(command: argparse.ArgumentParser, w: Words) -> None:
    folder = w("cli.metavar.folder")
    command.add_argument(
        "--survey", action="append", default=[], metavar=folder, help=w("cli.help.survey")
    )
    _files(command, w, "--answers")
    _file(command, w, "--headings")
    _files(command, w, "--decisions")
    wave = w("cli.metavar.wave")
    command.add_argument("--wave", default="", metavar=wave, help=w("cli.help.wave"))
    for option in ("--wave-facts", "--questions", "--report", "--progress"):
        _file(command, w, option)


def _template(command: argparse.ArgumentParser, w: Words) -> None:
    folder = w("cli.metavar.folder")
    command.add_argument(
        "--to", type=Path, default=Path(), metavar=folder, help=w("cli.help.template_to")
    )
    command.add_argument("--wave", default="2016", metavar=folder, help=w("cli.help.template_wave"))
    year = w("cli.metavar.year")
    command.add_argument("--new-wave", default="", metavar=year, help=w("cli.help.new_wave"))


def _export(command: argparse.ArgumentParser, w: Words) -> None:
    command.add_argument("file", metavar=w("cli.metavar.name"), help=w("cli.help.file"))
    pair = w("cli.metavar.parameter")
    told = w("cli.help.parameters")
    # Without a default argparse would call them required.
    command.add_argument("parameters", nargs="*", default=[], metavar=pair, help=told)
    path = w("cli.metavar.path")
    command.add_argument("--to", type=Path, metavar=path, help=w("cli.help.export_to"))


def _file(command: argparse.ArgumentParser, w: Words, option: str) -> None:
    told = w(f"cli.help.{option.removeprefix('--').replace('-', '_')}")
    command.add_argument(option, type=Path, metavar=w("cli.metavar.file"), help=told)


def _files(command: argparse.ArgumentParser, w: Words, option: str) -> None:
    told = w(f"cli.help.{option.removeprefix('--')}")
    named = w("cli.metavar.file")
    command.add_argument(option, type=Path, action="append", default=[], metavar=named, help=told)
