"""ricibas-karte build | check | template | export | serve: the one doorway that may call etl."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import parse_qsl

from dashboard.argparse_words import argparse_speaks
from dashboard.cli_parser import asked_language, language_of, parser
from dashboard.i18n.translate import Words
from dashboard.settings import SettingRefused, Settings, read_settings

if TYPE_CHECKING:
    from dashboard.database import DatabaseMissing
    from etl.replies.load import Given
    from etl.said import Said, Say


def main(arguments: list[str] | None = None) -> int:
    """Run one command. Returns the exit status: 0 done, 1 refused, 2 not understood."""
    given = sys.argv[1:] if arguments is None else arguments
    asked = asked_language(given)
    lang = asked or language_of()
    with argparse_speaks(lang):
        options = parser(lang, asked).parse_args(given)
    try:
        settings = read_settings()
    except SettingRefused as refusal:
        print(refusal.text(options.lang), file=sys.stderr)
        return 1
    commands = {
        "build": _build,
        "check": _check,
        "template": _template,
        "export": _export,
        "serve": _serve,
    }
    return commands[options.command](settings, options)


def _tell(options: argparse.Namespace, key: str, **values: str) -> None:
    """Say on standard error why something is refused."""
    print(Words(options.lang)(f"cli.{key}", **values), file=sys.stderr)


def _why(error: OSError, options: argparse.Namespace) -> str:
    """Why the system refused, in words."""
    from etl.system_errors import reason  # noqa: PLC0415 - only where something is refused

    told = reason(error)
    return f"{told.lv if options.lang == 'lv' else told.en}"


def _build(settings: Settings, options: argparse.Namespace) -> int:
    from etl.build import build  # noqa: PLC0415 - pandas only when building
    from etl.said import Said  # noqa: PLC0415

    if len(options.boundaries) != len(options.boundary_set):
        _tell(options, "boundaries_lack_set")
        return 2
    if len(set(options.boundary_set)) != len(options.boundary_set):
        _tell(options, "set_twice")
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
        _tell(options, "answers_lacking")
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
            why = {"file": str(options.report), "reason": _why(error, options)}
            failed = Said("report_failed", why)
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
        _tell(options, "forms_there", file=str(error))
        return 1
    except OSError as error:
        _tell(options, "forms_failed", reason=_why(error, options))
        return 1
    print(*paths, sep="\n")
    return 0


def _export(settings: Settings, options: argparse.Namespace) -> int:
    # Only this command needs them: the others start faster without.
    from dashboard.database import Database, DatabaseMissing  # noqa: PLC0415
    from dashboard.exports.files import FILES, export_file  # noqa: PLC0415
    from dashboard.exports.filters import FilterRefused  # noqa: PLC0415

    if options.file not in FILES:
        _tell(options, "no_file", file=options.file, files=", ".join(FILES))
        return 2
    pairs = parse_qsl("&".join(options.parameters), keep_blank_values=True)
    arguments = {name: [value for one, value in pairs if one == name] for name, _ in pairs}
    try:
        made = export_file(Database(settings.database).edition(), options.file, arguments)
        _keep(made.pieces, options.to or Path(), made.name)
    except FilterRefused as refusal:
        print(refusal, file=sys.stderr)
        return 1
    except DatabaseMissing as missing:
        _no_database(settings, options, missing)
        return 1
    except OSError as error:
        target = str(options.to or Path(options.file))
        _tell(options, "file_failed", file=target, reason=_why(error, options))
        return 1
    return 0


def _no_database(
    settings: Settings, options: argparse.Namespace, missing: "DatabaseMissing"
) -> None:
    """Say why there is no database to export from."""
    from dashboard.database import OtherTables  # noqa: PLC0415

    file, cause = str(settings.database), missing.__cause__
    if isinstance(cause, OtherTables):
        _tell(options, "database_other", file=file)
    elif not settings.database.is_file():
        _tell(options, "no_database", file=file)
    else:
        why = _why(cause, options) if isinstance(cause, OSError) else str(cause).splitlines()[0]
        _tell(options, "database_unusable", file=file, reason=why.rstrip(".!"))


def _keep(pieces: Iterator[bytes], target: Path, name: str) -> None:
    """Write a file to standard output, into a folder under its own name, or where it is to be."""
    if str(target) == "-":
        sys.stdout.buffer.writelines(pieces)
        return
    path = target / name if target.is_dir() else target
    with path.open("wb") as file:
        file.writelines(pieces)
    print(path)


def _serve(settings: Settings, options: argparse.Namespace) -> int:
    if not settings.database.is_file():
        _tell(options, "no_database", file=str(settings.database))
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
