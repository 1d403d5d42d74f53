"""ricibas-karte build | check | export | serve: the one doorway that may call etl."""

import argparse
import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import parse_qsl

from dashboard.settings import HELP, SettingRefused, Settings, read_settings

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
    command = {"build": _build, "check": _check, "export": _export, "serve": _serve}[
        options.command
    ]
    return command(settings, options)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser("ricibas-karte", description=__doc__, epilog=EPILOG)
    commands = parser.add_subparsers(dest="command", required=True)
    build = commands.add_parser("build", help="build the database from survey and boundaries")
    build.add_argument("--boundaries", type=Path, action="append", default=[], metavar="FILE")
    build.add_argument("--boundary-set", action="append", default=[], metavar="SET")
    build.add_argument("--survey", action="append", default=[], metavar="FOLDER", help=SURVEY_HELP)
    check = commands.add_parser("check", help="check the database, or a folder of survey files")
    check.add_argument("folder", type=Path, nargs="?")
    for command in (build, check):
        command.add_argument("--report", type=Path, metavar="FILE", help="problems as CSV too")
        command.add_argument("--lang", choices=["lv", "en"], default="en", help="of problems")
    export = commands.add_parser("export", help="write the file that /export/<file> would send")
    export.add_argument("file", help="e.g. indicators.csv, answers.xlsx, package.zip")
    export.add_argument("parameters", nargs="*", metavar="name=value", help="as in the address")
    export.add_argument("--to", type=Path, metavar="PATH", help="a file, or a folder; - prints it")
    commands.add_parser("serve", help="serve the dashboard")
    return parser


def _build(settings: Settings, options: argparse.Namespace) -> int:
    from etl.build import build, survey_folder  # noqa: PLC0415 - pandas only when building

    if len(options.boundaries) != len(options.boundary_set):
        print("Give one --boundary-set for each --boundaries.", file=sys.stderr)
        return 2
    if len(set(options.boundary_set)) != len(options.boundary_set):
        print("Give each --boundary-set only once.", file=sys.stderr)
        return 2
    files = dict(zip(options.boundary_set, options.boundaries, strict=True))

    def work() -> None:
        folders = [survey_folder(given) for given in options.survey or ["2016"]]
        build(settings.database, survey_folders=folders, boundary_files=files)

    status = _told(work, options)
    if status:
        database = settings.database
        kept = f"{database} is unchanged." if database.exists() else "No database was written."
        print(kept, file=sys.stderr)
    return status


def _told(work: Callable[[], None], options: argparse.Namespace) -> int:
    """Do the work; tell every problem on standard error and, if asked, in a table of its own."""
    from etl.problems import InputRefused, write_table  # noqa: PLC0415

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
            print(f"The report cannot be written: {error}", file=sys.stderr)
            return 1
    return 1 if problems else 0


def _check(settings: Settings, options: argparse.Namespace) -> int:
    from etl.build import check_database, check_survey  # noqa: PLC0415

    def work() -> None:
        if options.folder:
            check_survey(options.folder)
        else:
            check_database(settings.database)

    return _told(work, options)


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
