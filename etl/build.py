"""The conductor: read, match, validate, estimate, write, one after the other, nothing else."""

import csv
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path

import duckdb

import queries
from etl import labels
from etl.checks import failed_checks, missing_explanations
from etl.match import match_institutions
from etl.places import Rows, read_places
from etl.problems import InputRefused, Problem
from etl.provenance import file_hashes, identity, named, program_version
from etl.stratum import strata
from etl.summary import summary
from etl.survey_format import Survey, read_survey
from etl.tables import survey_tables
from etl.validate import validate
from etl.validate_statements import statement_problems
from etl.write import append, create_tables, new_database, opened
from geodata.boundaries import boundary_sets, read_municipalities

ROOT = Path(__file__).parent.parent
STUDY = ROOT / "etl" / "study_2016"
INDICATORS = ROOT / "etl" / "indicators.csv"


@dataclass(slots=True)
class Progress:
    """Says each stage as it ends: its name, its time, what it counted."""

    say: Callable[[str], None]
    started: float = field(default_factory=time.monotonic)

    @contextmanager
    def stage(self, name: str) -> Iterator[list[str]]:
        """Time a stage; what the block appends to the yielded list is said with it."""
        begin = time.monotonic()
        counted: list[str] = []
        yield counted
        self.say(f"{name:<10}{time.monotonic() - begin:6.2f} s   {', '.join(counted)}")


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the files say once every problem is ruled out."""

    survey: Survey
    places: dict[str, Rows]
    institutions: Rows
    indicators: Rows
    strata: Rows


def build(
    target: Path,
    *,
    survey_folder: Path = STUDY,
    boundary_files: Mapping[str, Path] | None = None,
    say: Callable[[str], None] = print,
) -> None:
    """Build the database `target` from a survey and the boundary sets.

    Raises:
        InputRefused: the files hold problems, all of them in one report; `target` is untouched.
    """
    progress = Progress(say)
    boundary_files = boundary_files or {}
    inputs = prepare(survey_folder, boundary_files, progress)
    with progress.stage("write") as counted, new_database(target) as connection:
        create_tables(connection)
        tables = survey_tables(
            inputs.survey, inputs.places, inputs.institutions, inputs.indicators, inputs.strata
        )
        tables |= _provenance(survey_folder, boundary_files)
        total = sum(append(connection, name, rows) for name, rows in tables.items())
        for name in queries.names("build"):
            connection.execute(queries.sql(name))
        _refuse([*missing_explanations(connection), *failed_checks(connection)])
        report = summary(connection)
        counted.append(f"{total} rows loaded, {len(queries.names('checks'))} checks passed")
    say(report)
    say(f"{target} is in place after {time.monotonic() - progress.started:.1f} s.")


def prepare(survey_folder: Path, boundary_files: Mapping[str, Path], progress: Progress) -> Inputs:
    """Read, match, validate and estimate; raises InputRefused with every problem of the files."""
    with progress.stage("read") as counted:
        survey = read_survey(survey_folder)
        names = _municipality_names(survey)
        places, place_problems = read_places(boundary_files)
        indicators = read_indicators()
        counted.append(f"{len(survey.institutions)} institutions, {len(survey.answers)} answers")
        counted.append(f"{len(survey.statements)} statements")
        sets = len(places["boundary_set"])
        counted.append(f"{len(places['municipality'])} municipalities in {sets} boundary sets")
    with progress.stage("match") as counted:
        institutions, match_problems = match_institutions(survey.institutions, names)
        placed = sum(row["municipality_code"] is not None for row in institutions)
        counted.append(f"{placed} of {len(institutions)} institutions placed")
    with progress.stage("validate") as counted:
        problems = [*survey.problems, *place_problems, *match_problems]
        problems += validate(
            survey,
            caveats=labels.code_labels()["caveat"],
            indicators=[str(row["indicator"]) for row in indicators],
            boundary_sets=[known.boundary_set for known in boundary_sets()],
            source_is_known=labels.source_is_known,
        )
        problems += statement_problems(survey, names)
        _refuse(problems)
        counted.append("no problem found")
    with progress.stage("estimate") as counted:
        stratum_rows, problems = strata(survey, _questions(indicators))
        _refuse(problems)
        counted.append(f"{len(stratum_rows)} published totals become estimates")
    return Inputs(survey, places, institutions, indicators, stratum_rows)


def check_survey(folder: Path, say: Callable[[str], None] = print) -> None:
    """Validate a folder of survey files without building; raises InputRefused."""
    prepare(folder, {}, Progress(say))
    say(f"{folder} can be built.")


def check_database(path: Path, say: Callable[[str], None] = print) -> None:
    """Run every check query on a database; raises InputRefused with the offending rows."""
    if not path.is_file():
        _refuse([Problem(path.name, None, "", "", "database_missing")])
    try:
        with opened(path) as connection:
            _refuse([*missing_explanations(connection), *failed_checks(connection)])
    except duckdb.Error as error:
        reason = {"reason": str(error).splitlines()[0]}
        _refuse([Problem(path.name, None, "", "", "database_foreign", reason)])
    say(f"{path}: {len(queries.names('checks'))} checks passed.")


def read_indicators() -> Rows:
    """The indicator definitions, in their order of display."""
    with INDICATORS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        row | {"position": position, "numerator_answers": row["numerator_answers"].split(";")}
        for position, row in enumerate(rows, start=1)
    ]


def _refuse(problems: list[Problem]) -> None:
    if problems:
        raise InputRefused(problems)


def _municipality_names(survey: Survey) -> dict[str, str]:
    """Code → name within the survey's own boundary set; empty where that set is not known."""
    wanted = survey.facts.boundary_set if survey.facts else ""
    if wanted not in {known.boundary_set for known in boundary_sets()}:
        return {}
    frame = read_municipalities(wanted)
    return dict(zip(frame["code"], frame["name_nom"], strict=True))


def _questions(indicators: Rows) -> dict[str, tuple[str, tuple[str, ...]]]:
    return {i["indicator"]: (i["question"], tuple(i["numerator_answers"])) for i in indicators}


def _provenance(survey_folder: Path, boundary_files: Mapping[str, Path]) -> dict[str, Rows]:
    files = [
        *sorted(survey_folder.glob("*.csv")),
        survey_folder / "wave.toml",
        INDICATORS,
        labels.FILE,
        *sorted((ROOT / "geodata").glob("*.csv")),
        *sorted((ROOT / "geodata").glob("*.toml")),
        *sorted((ROOT / "geodata").glob("*.geojson")),
        *sorted((ROOT / "queries").glob("*/*.sql")),
    ]
    loaded = {f"boundaries {known}": path for known, path in boundary_files.items()}
    hashes = file_hashes(named(files, ROOT) | loaded)
    info = {
        "version": program_version(),
        "built_at": datetime.now(UTC),
        "inputs_sha256": identity(hashes),
    }
    return {
        "build_info": [info],
        "build_input": [{"file": name, "sha256": digest} for name, digest in hashes.items()],
    }
