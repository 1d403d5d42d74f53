"""The conductor: read, match, validate, estimate, write, one after the other, nothing else."""

import csv
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

import queries
from etl import labels
from etl.checks import failed_checks, missing_explanations
from etl.engine import Engine, engine_in
from etl.failures import failures_told
from etl.match import match_institutions
from etl.places import Rows, read_places
from etl.problems import InputRefused, Problem
from etl.progress import Progress
from etl.provenance import file_hashes, identity, named, program_version
from etl.read_survey import read_survey
from etl.replies.load import Given, load
from etl.said import Said, Say, of_problem
from etl.staging import Staging
from etl.stratum import strata
from etl.summary import summary
from etl.survey_format import Survey
from etl.surveys import folder_names, in_folder, wave_problems
from etl.tables import PreparedSurvey, database_tables
from etl.validate import validate
from etl.validate_statements import statement_problems
from etl.workspace import workspace
from etl.write import append, new_database, run_all
from geodata.boundaries import boundary_sets, read_municipalities

ROOT = Path(__file__).parent.parent
STUDY = ROOT / "etl" / "study_2016"
STUDY_NAME = "2016"  # a folder of one's own called so is given as ./2016
INDICATORS = ROOT / "etl" / "indicators.csv"
NOTHING = Given()


def survey_folder(given: str) -> Path:
    """The folder that the command line means: `2016` is the study that comes with the program."""
    return STUDY if given == STUDY_NAME else Path(given)


@dataclass(frozen=True, slots=True)
class Inputs:
    """What the files say once every problem is ruled out."""

    surveys: list[PreparedSurvey]
    places: dict[str, Rows]
    indicators: Rows


def build(
    target: Path,
    *,
    survey_folders: Sequence[Path] = (STUDY,),
    boundary_files: Mapping[str, Path] | None = None,
    given: Given = NOTHING,
    say: Say = print,
) -> None:
    """Build the database `target` from surveys, a wave each, and the boundary sets.

    `given` are files of replies that complete one of the surveys or are waves of their own.

    Raises:
        InputRefused: the files hold problems, all of them in one report, or the machine does not
            let it be written; `target` is untouched.
    """
    progress = Progress(say)
    boundary_files = boundary_files or {}
    with failures_told(target), workspace(target) as folder, engine_in(folder) as engine:
        inputs = prepare(survey_folders, boundary_files, progress, engine, given)
        with progress.stage("write") as counted, new_database(target, engine) as connection:
            run_all(connection, "schema")
            tables = database_tables(inputs.surveys, inputs.places, inputs.indicators)
            tables |= _provenance(survey_folders, boundary_files, given)
            total = sum(append(connection, name, rows) for name, rows in tables.items())
            total += _take_staged(inputs.surveys, progress)
            run_all(connection, "build")
            _refuse(
                [
                    *missing_explanations(connection, _folders_of_waves(inputs)),
                    *failed_checks(connection),
                ]
            )
            report = summary(connection)
            facts = {"rows": total, "checks": len(queries.names("checks"))}
            counted.append(Said("written", facts))
    say(report)
    seconds = f"{time.monotonic() - progress.started:.1f}"
    say(Said("in_place", {"file": str(target), "seconds": seconds}))


def _take_staged(surveys: list[PreparedSurvey], progress: Progress) -> int:
    """Move the answers that were staged into the database; returns how many."""
    total = sum(one.survey.staged.rows for one in surveys if one.survey.staged)
    rows = progress.rows("write", total)
    for one in surveys:
        if one.survey.staged:
            one.survey.staged.take(one.wave, rows)
    return total


def prepare(
    survey_folders: Sequence[Path],
    boundary_files: Mapping[str, Path],
    progress: Progress,
    engine: Engine,
    given: Given = NOTHING,
) -> Inputs:
    """Read, match, validate and estimate; raises InputRefused with every problem of the files.

    Answers that are too many for Python are kept in `engine`.
    """
    with progress.stage("read") as counted:
        staging = Staging(engine, progress, [one / "answers.csv" for one in survey_folders])
        # Replies complete rows: a survey that takes some is held in memory.
        surveys = [read_survey(one, None if given.answers else staging) for one in survey_folders]
        places, place_problems = read_places(boundary_files)
        indicators = read_indicators()
        counted.extend(_counted(surveys))
        sets = len(places["boundary_set"])
        counted.append(Said("municipalities", {"n": len(places["municipality"]), "sets": sets}))
    surveys, reply_problems = _with_replies(surveys, given, progress)
    with progress.stage("match") as counted:
        matched = [match_institutions(s.institutions, _municipality_names(s)) for s in surveys]
        rows = [row for institutions, _ in matched for row in institutions]
        placed = sum(row["municipality_code"] is not None for row in rows)
        counted.append(Said("placed", {"placed": placed, "all": len(rows)}))
    with progress.stage("validate") as counted:
        names = folder_names([survey.folder for survey in surveys])
        problems = [*place_problems, *reply_problems, *wave_problems(surveys, names)]
        for survey, name, (_, unplaced) in zip(surveys, names, matched, strict=True):
            found = [*survey.problems, *unplaced, *_faults(survey, indicators)]
            problems += in_folder(found, name) if len(surveys) > 1 else found
        _refuse(problems)
        counted.append(Said("no_problem"))
    with progress.stage("estimate") as counted:
        prepared = _estimated(surveys, [institutions for institutions, _ in matched], indicators)
        totals = sum(len(survey.strata.records) for survey in prepared)
        counted.append(Said("totals", {"n": totals}))
    return Inputs(prepared, places, indicators)


def _with_replies(
    surveys: list[Survey], given: Given, progress: Progress
) -> tuple[list[Survey], list[Problem]]:
    """The surveys with the replies that were given, and every problem of these."""
    if not given.answers:
        return surveys, []
    with progress.stage("replies") as counted:
        loaded = load(surveys, given)
        counted.extend(loaded.counted)
    for problem in loaded.notices:
        progress.say(of_problem(problem))
    return loaded.surveys, loaded.problems


def _counted(surveys: list[Survey]) -> Iterator[Said]:
    if len(surveys) > 1:
        yield Said("surveys", {"n": len(surveys)})
    yield Said("institutions", {"n": sum(len(survey.institutions) for survey in surveys)})
    yield Said("answers", {"n": sum(survey.answer_count for survey in surveys)})
    yield Said("statements", {"n": sum(len(survey.statements) for survey in surveys)})


def _faults(survey: Survey, indicators: Rows) -> list[Problem]:
    """What several rows of one survey together must hold, and do not."""
    return [
        *validate(
            survey,
            caveats=labels.code_labels()["caveat"],
            indicators=[str(row["indicator"]) for row in indicators],
            boundary_sets=[known.boundary_set for known in boundary_sets()],
            source_is_known=labels.source_is_known,
        ),
        *statement_problems(survey, _municipality_names(survey)),
    ]


def _estimated(
    surveys: list[Survey], institutions: list[Rows], indicators: Rows
) -> list[PreparedSurvey]:
    """Each survey with its strata; raises InputRefused where a printed figure fits no count."""
    names = folder_names([survey.folder for survey in surveys])
    prepared = []
    problems: list[Problem] = []
    for survey, name, rows in zip(surveys, names, institutions, strict=True):
        found = strata(survey, _questions(indicators))
        problems += in_folder(found.problems, name) if len(surveys) > 1 else found.problems
        prepared.append(PreparedSurvey(survey, rows, found))
    _refuse(problems)
    return prepared


@contextmanager
def _scratch() -> Iterator[Engine]:
    """An engine for what is only looked at."""
    with TemporaryDirectory(prefix="ricibas-karte-") as folder, engine_in(Path(folder)) as engine:
        yield engine


def check_survey(folder: Path, say: Say = print) -> None:
    """Validate a folder of survey files without building; raises InputRefused."""
    with _scratch() as engine:
        prepare([folder], {}, Progress(say), engine)
    say(Said("can_be_built", {"file": str(folder)}))


def check_answers(
    given: Given, survey_folders: Sequence[Path] = (STUDY,), say: Say = print
) -> None:
    """Validate files of replies against their surveys, changing nothing; raises InputRefused."""
    with _scratch() as engine:
        prepare(survey_folders, {}, Progress(say), engine, given)
    for path in given.answers:
        say(Said("can_be_loaded", {"file": str(path)}))


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


def _folders_of_waves(inputs: Inputs) -> dict[str, str]:
    """Wave → its folder, where there are several to tell apart."""
    if len(inputs.surveys) == 1:
        return {}
    names = folder_names([prepared.survey.folder for prepared in inputs.surveys])
    waves = [prepared.wave for prepared in inputs.surveys]
    return dict(zip(waves, names, strict=True))


def _provenance(
    survey_folders: Sequence[Path], boundary_files: Mapping[str, Path], given: Given
) -> dict[str, Rows]:
    files = [
        INDICATORS,
        labels.FILE,
        *sorted((ROOT / "geodata").glob("*.csv")),
        *sorted((ROOT / "geodata").glob("*.toml")),
        *sorted((ROOT / "geodata").glob("*.geojson")),
        *sorted((ROOT / "queries").glob("*/*.sql")),
    ]
    inputs = named(files, ROOT)
    for folder, name in zip(survey_folders, folder_names(survey_folders), strict=True):
        inputs |= named([*sorted(folder.glob("*.csv")), folder / "wave.toml"], ROOT, name)
    inputs |= {f"boundaries {known}": path for known, path in boundary_files.items()}
    inputs |= given.inputs()
    hashes = file_hashes(inputs)
    info = {
        "version": program_version(),
        "built_at": datetime.now(UTC),
        "inputs_sha256": identity(hashes),
        "schema_sha256": queries.schema_sha256(),
    }
    return {
        "build_info": [info],
        "build_input": [{"file": name, "sha256": digest} for name, digest in hashes.items()],
    }
