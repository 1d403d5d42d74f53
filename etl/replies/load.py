"""Load files of replies: those that complete a wave, and those that are a wave of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from etl.faults import Facts, Several
from etl.problems import Problem
from etl.replies.complete import Completion, complete
from etl.replies.counted_rows import (
    faulty_rows,
    institutions_without_rows,
    rows_again,
    rows_that_stand_back,
    rows_without_answers,
    rows_without_source,
)
from etl.replies.decisions import Decisions
from etl.replies.decisions_file import Decided, read_decisions
from etl.replies.frame import directory
from etl.replies.matching import Matched, Matcher
from etl.replies.names import Directory
from etl.replies.new_wave import new_wave
from etl.replies.other_boundaries import places_unread, told_with_boundaries
from etl.replies.own_wave import read_own_wave
from etl.replies.read import read_replies
from etl.replies.reply import Replies
from etl.said import Said
from etl.survey_format import Survey
from etl.surveys import folder_names


@dataclass(frozen=True, slots=True)
class Given:
    """The files of replies, what goes with them, and the wave they complete ("": the newest).

    With `wave_facts` all files together are a wave of their own, which asked `questions`.
    """

    answers: Sequence[Path] = ()
    decisions: Sequence[Path] = ()
    headings: Path | None = None
    wave: str = ""
    wave_facts: Path | None = None
    questions: Path | None = None

    def files(self) -> list[Path]:
        """Every file that the build depends on by these."""
        others = (self.headings, self.wave_facts, self.questions)
        return [*self.answers, *self.decisions, *(one for one in others if one)]

    def inputs(self) -> dict[str, Path]:
        """The files under names that say which wave was asked for; none without answers.

        The same files complete one wave or another, which makes builds of different data.
        """
        if not self.answers:
            return {}
        facts = (path.with_name("wave.toml") for path in self.answers)
        files = list(dict.fromkeys([*self.files(), *(one for one in facts if one.is_file())]))
        start = f"loaded for {self.wave}" if self.wave else "loaded"
        names = folder_names(files)
        return {f"{start} {name}": path for name, path in zip(names, files, strict=True)}


@dataclass(slots=True)
class Loaded:
    """The surveys with their replies, new waves behind; what is wrong, and what is only told."""

    surveys: list[Survey]
    problems: list[Problem] = field(default_factory=list)
    counted: list[Said] = field(default_factory=list)
    notices: list[Problem] = field(default_factory=list)


def load(surveys: Sequence[Survey], given: Given) -> Loaded:
    """`surveys` with the replies of `given`; every fault of every file is a problem."""
    loaded = Loaded(list(surveys))
    at = _wave_index(surveys, given.wave)
    if at is None:
        known = Several(s.facts.wave for s in surveys if s.facts)
        loaded.problems.append(
            Problem("--wave", None, "", given.wave, "wave_unknown", {"known": known})
        )
        return loaded
    survey = surveys[at]
    frame = directory(survey)
    decisions = _decisions(given, frame, loaded)
    matcher = Matcher(frame, decisions)
    files = _read_all(survey, given, loaded)
    loaded.surveys[at] = _completed(survey, files, matcher, loaded)
    own_set = survey.facts.boundary_set if survey.facts else ""
    waves = {one.facts.wave for one in surveys if one.facts}
    for file in files:
        if file.facts is not None and file.facts.wave in waves:
            loaded.problems.append(_known_wave(file, file.facts.wave))
        elif file.facts is not None:
            waves.add(file.facts.wave)
            made = new_wave(file, survey, matcher, faulty_rows(loaded.problems))
            loaded.surveys.append(made.survey)
            sets = [file.facts.boundary_set, own_set]
            loaded.problems += told_with_boundaries(made.problems, sets)
            loaded.notices += made.notices
            facts: Facts = {"wave": file.facts.wave, "n": len(made.survey.answers)}
            loaded.counted.append(Said("wave", facts))
    loaded.notices += decisions.unused()
    loaded.notices += places_unread(reply for file in files for reply in file.replies)
    return loaded


def _known_wave(file: Replies, wave: str) -> Problem:
    """A wave that there is already: another is meant, or its own answers are completed."""
    facts: Facts = {"told": file.told, "example": f"{wave[:4]}b"}
    return Problem(file.file.name, None, "", wave, "wave_known", facts)


def _completed(
    survey: Survey, files: Sequence[Replies], matcher: Matcher, loaded: Loaded
) -> Survey:
    """`survey` with the replies of those files that are no wave of their own."""
    completing = [file for file in files if not file.own_wave]
    if not any(file.replies for file in completing):
        return survey
    faulty = faulty_rows(loaded.problems)
    own_set = survey.facts.boundary_set if survey.facts else ""
    names = {located.row.institution_id: located.row.name_lv for located in survey.institutions}
    every: list[Matched] = []
    owners: set[str] = set()
    all_found = True
    for file in completing:  # one by one: two files may bear one name
        matched, problems = matcher.match(file.replies, file.unanswered)
        loaded.problems += told_with_boundaries(problems, [own_set])
        all_found &= not problems
        found = [(one.reply, one.institution_id) for one in matched]
        loaded.notices += rows_again(found, names, faulty)
        owners |= {one.institution_id for one in matched}
        silent = (matcher.finds(one) for one in file.unanswered)
        owners |= {known.institution_id for known in silent if known}
        every += matched
    done = complete(survey, every)
    loaded.problems += done.problems
    loaded.counted += _said(done)
    loaded.notices += rows_that_stand_back(done.survey.conflicts)
    told = [file.file.name for file in completing if file.replies or file.unanswered]
    if all_found:  # else a row whose institution is not found would be told as missing
        loaded.notices += institutions_without_rows(survey, told, owners)
    return done.survey


def _decisions(given: Given, frame: Directory, loaded: Loaded) -> Decisions:
    rows: list[Decided] = []
    for path in given.decisions:
        decided, problems = read_decisions(path)
        rows += decided
        loaded.problems += problems
    decisions = Decisions(rows, frame)
    loaded.problems += decisions.problems
    return decisions


def _wave_index(surveys: Sequence[Survey], wave: str) -> int | None:
    waves = [survey.facts.wave if survey.facts else "" for survey in surveys]
    if wave:
        return waves.index(wave) if wave in waves else None
    return waves.index(max(waves))


def _read_all(survey: Survey, given: Given, loaded: Loaded) -> list[Replies]:
    """Every file of replies; those of a wave whose facts stand in a file of their own as one."""
    questions = [located.row for located in survey.questions]
    options = [located.row for located in survey.answer_options]
    told = read_own_wave(given.wave_facts, given.questions, questions)
    loaded.problems += told.problems
    files = []
    for path in given.answers:
        replies = read_replies(path, questions, options, given.headings, told)
        loaded.problems += replies.problems
        loaded.notices += replies.notices
        loaded.notices += rows_without_source(replies.replies)
        loaded.notices += rows_without_answers(replies.unanswered)
        loaded.counted += _counted(replies)
        files.append(replies)
    if given.wave_facts and len(files) > 1:
        every = [reply for file in files for reply in file.replies]
        silent = [owner for file in files for owner in file.unanswered]
        return [replace(files[0], replies=every, unanswered=silent)]
    return files


def _counted(replies: Replies) -> list[Said]:
    facts: Facts = {
        "file": replies.file.name,
        "n": len(replies.replies),
        "encoding": replies.encoding,
    }
    silent = [Said("silent_rows", {"n": replies.silent})] if replies.silent else []
    return [Said("file_of_replies", facts), *silent]


def _said(done: Completion) -> list[Said]:
    standing = sum(conflict.stands == "reply" for conflict in done.survey.conflicts)
    conflicts = len(done.survey.conflicts)
    return [
        Said("replies_added", {"n": done.added}),
        Said("replies_agree", {"n": done.agreed}),
        Said("replies_contradict", {"n": conflicts, "standing": standing}),
    ]
