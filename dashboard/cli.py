"""ricibas-karte build | check | template | export | serve: the one doorway that may call etl."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.settings import HELP, SettingRefused, Settings, read_settings

if TYPE_CHECKING:
    from etl.replies.load import Given
    from etl.said import Said, Say

SURVEY_HELP = "a folder of survey files, or 2016 for the study's; once for each wave"
EPILOG = "Settings of the environment: " + "; ".join(f"{k}, {v}" for k, v in HELP.items()) + "."


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 done, 1 refused, 2 not understood."""
    parser = _parser()
    options = parser.parse_args(arguments)
    try:
        settings = read_settings()
    except SettingRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    commands = {
        "build": _build,
        "check": _check,
        "template": _template,
        "export": _export,
        "serve": _serve,
    }
    return commands[options.command](settings, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("ricibas-karte", description=__doc__, epilog=EPILOG)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build the database from survey and boundaries")
    build.add_argument("--boundaries", type=Path, action="append", default=[], metavar="FILE")
    build.add_argument("--boundary-set", action="append", default=[], metavar="SET")
    check = commands.add_parser("check", help="check the database, a survey or a file of answers")
    check.add_argument("path", type=Path, nargs="?", metavar="FILE or FOLDER")
    for command in (build, check):
        _add_survey_options(command)
        command.add_argument("--report", type=Path, metavar="FILE", help="problems as CSV too")
        command.add_argument("--progress", type=Path, metavar="FILE", help="what is said, as JSON")
        command.add_argument("--lang", choices=["lv", "en"], default="en", help="of what is said")
    template = commands.add_parser("template", help="write the forms for institutions' answers")
    template.add_argument("--to", type=Path, default=Path(), metavar="FOLDER", help="default: here")
    template.add_argument("--wave", default="2016", metavar="FOLDER", help=SURVEY_HELP)
    template.add_argument("--lang", choices=["lv", "en"], default="lv", help="of the forms")
    template.add_argument(
        "--new-wave", default="", metavar="YEAR", help="with sheets for its facts and questions"
    )
    export = commands.add_parser("export", help="write the file that /export/<file> would send")
    export.add_argument("file", help="e.g. indicators.csv, answers.xlsx, package.zip")
    export.add_argument("parameters", nargs="*", metavar="name=value", help="as in the address")
    export.add_argument("--to", type=Path, metavar="PATH", help="a file, or a folder; - prints it")
    commands.add_parser("serve", help="serve the dashboard")
    return parser


def _add_survey_options(command: argparse.ArgumentParser) -> None:
    command.add_argument(
        "--survey", action="append", default=[], metavar="FOLDER", help=SURVEY_HELP
    )
    command.add_argument(
        "--answers", type=Path, action="append", default=[], metavar="FILE", help="CSV or XLSX"
    )
    command.add_argument("--headings", type=Path, metavar="FILE", help="words of one's own, TOML")
    command.add_argument(
        "--decisions", type=Path, action="append", default=[], metavar="FILE", help="who a name is"
    )
    command.add_argument("--wave", default="", help="that the answers complete; default: newest")
    command.add_argument(
        "--wave-facts", type=Path, metavar="FILE", help="makes the answers a new wave: TOML or CSV"
    )
    command.add_argument(
        "--questions", type=Path, metavar="FILE", help="of the new wave, a row for each answer, CSV"
    )


def _build(settings: Settings, options: argparse.Namespace) -> int:
    from etl.build import build  # noqa: PLC0415 - pandas only when building
    from etl.said import Said  # noqa: PLC0415

    if len(options.boundaries) != len(options.boundary_set):
        print("Give one --boundary-set for each --boundaries.", file=sys.stderr)
        return 2
    if len(set(options.boundary_set)) != len(options.boundary_set):
        print("Give each --boundary-set only once.", file=sys.stderr)
        return 2
    if _lacks_answers(options, options.answers):
        return 2
    files = dict(zip(options.boundary_set, options.boundaries, strict=True))

    def work() -> None:
        given, folders = _given(options, options.answers)
        say = _sayer(options)
        build(settings.database, survey_folders=folders, boundary_files=files, given=given, say=say)

    status = _told(work, options)
    if status:
        database = settings.database
        kept = Said("unchanged", {"file": str(database)})
        told = kept if database.exists() else Said("none_written")
        print(told.text(options.lang), file=sys.stderr)
    return status


def _lacks_answers(options: argparse.Namespace, answers: list[Path]) -> bool:
    """Whether a new wave is told, but none of its answers; says so."""
    lacks = bool(options.wave_facts or options.questions) and not answers
    if lacks:
        print("--wave-facts and --questions go with --answers.", file=sys.stderr)
    return lacks


def _sayer(options: argparse.Namespace) -> "Say":
    """Print what a build says in the language that is asked for, and keep it if asked."""

    def say(said: "Said") -> None:
        print(said.text(options.lang), flush=True)
        if options.progress:
            with options.progress.open("a", encoding="utf-8") as file:
                file.write(f"{said.as_json()}\n")

    return say


def _given(options: argparse.Namespace, answers: list[Path]) -> "tuple[Given, list[Path]]":
    from etl.build import survey_folder  # noqa: PLC0415
    from etl.replies.load import Given  # noqa: PLC0415

    folders = [survey_folder(one) for one in options.survey or ["2016"]]
    given = Given(
        answers,
        options.decisions,
        options.headings,
        options.wave,
        options.wave_facts,
        options.questions,
    )
    return given, folders


def _told(work: Callable[[], None], options: argparse.Namespace) -> int:
    """Do the work; tell every problem on standard error and, if asked, in a table of its own."""
    from etl.problems import InputRefused, write_table  # noqa: PLC0415
    from etl.said import Said  # noqa: PLC0415

    problems = []
    try:
        work()
    except InputRefused as refusal:
        problems = refusal.problems
        print(refusal.report(options.lang), file=sys.stderr)
    if options.report:
        try:
            write_table(problems, options.report)
        except OSError as error:
            failed = Said("report_failed", {"reason": str(error)})
            print(failed.text(options.lang), file=sys.stderr)
            return 1
    return 1 if problems else 0


def _check(settings: Settings, options: argparse.Namespace) -> int:
    from etl.build import check_answers, check_survey  # noqa: PLC0415
    from etl.checks import check_database  # noqa: PLC0415

    answers = list(options.answers)
    if options.path and (options.path.is_file() or options.path.suffix):
        answers.insert(0, options.path)
    if _lacks_answers(options, answers):
        return 2
    say = _sayer(options)

    def work() -> None:
        if answers:
            check_answers(*_given(options, answers), say=say)
        elif options.path:
            check_survey(options.path, say)
        else:
            check_database(settings.database, say)

    return _told(work, options)


def _template(_settings: Settings, options: argparse.Namespace) -> int:
    from etl.build import survey_folder  # noqa: PLC0415
    from etl.problems import InputRefused  # noqa: PLC0415
    from etl.read_survey import read_survey  # noqa: PLC0415
    from etl.replies.template import write_template  # noqa: PLC0415

    survey = read_survey(survey_folder(options.wave))
    if survey.problems:
        print(InputRefused(survey.problems).report(options.lang), file=sys.stderr)
        return 1
    try:
        paths = write_template(survey, options.to, options.lang, options.new_wave)
    except FileExistsError as error:
        print(f"There is already: {error}. Give another folder with --to.", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"The forms cannot be written: {error}", file=sys.stderr)
        return 1
    print(*paths, sep="\n")
    return 0


def _export(settings: Settings, options: argparse.Namespace) -> int:
    # Only this command needs them: the others start faster without.
    from dashboard.database import Database, DatabaseMissing  # noqa: PLC0415
    from dashboard.exports.files import FILES, export_file  # noqa: PLC0415
    from dashboard.exports.filters import FilterRefused  # noqa: PLC0415

    if options.file not in FILES:
        print(f"There is no file {options.file}. There are: {', '.join(FILES)}.", file=sys.stderr)
        return 2
    pairs = parse_qsl("&".join(options.parameters), keep_blank_values=True)
    arguments = {name: [value for one, value in pairs if one == name] for name, _ in pairs}
    try:
        made = export_file(Database(settings.database).edition(), options.file, arguments)
        _keep(made.pieces, options.to or Path(), made.name)
    except (DatabaseMissing, FilterRefused, OSError) as refusal:
        print(refusal, file=sys.stderr)
        return 1
    return 0


def _keep(pieces: Iterator[bytes], target: Path, name: str) -> None:
    """Write a file to standard output, into a folder under its own name, or where it is to be."""
    if str(target) == "-":
        sys.stdout.buffer.writelines(pieces)
        return
    path = target / name if target.is_dir() else target
    with path.open("wb") as file:
        file.writelines(pieces)
    print(path)


def _serve(settings: Settings, _options: argparse.Namespace) -> int:
    if not settings.database.is_file():
        print(f"There is no database at {settings.database}. Run: make build", file=sys.stderr)
        return 1
    print(f"Rīcības karte: http://{settings.host}:{settings.port}/", flush=True)
    gunicorn = [
        *(sys.executable, "-m", "gunicorn", "dashboard.wsgi:server"),
        *("--bind", f"{settings.host}:{settings.port}"),
        *("--workers", str(settings.workers), "--worker-class", "gthread", "--threads", "4"),
        "--no-control-socket",
    ]
    return os.execv(sys.executable, gunicorn)  # noqa: S606 - the server takes over this process


if __name__ == "__main__":
    sys.exit(main())
