"""Load files of replies: those that complete a wave, and those that are a wave of their own."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from etl.faults import Several
from etl.problems import Problem
from etl.replies.complete import Completion, complete
from etl.replies.decisions import DecisionRow, Decisions, read_decisions
from etl.replies.frame import directory
from etl.replies.matching import Matcher
from etl.replies.new_wave import new_wave
from etl.replies.read import read_replies
from etl.replies.reply import Replies
from etl.survey_format import Located, Survey
from etl.surveys import folder_names


@dataclass(frozen=True, slots=True)
class Given:
    """The files of replies, what goes with them, and the wave they complete ("": the newest)."""

    answers: Sequence[Path] = ()
    decisions: Path | None = None
    headings: Path | None = None
    wave: str = ""

    def files(self) -> list[Path]:
        """Every file that the build depends on by these."""
        return [*self.answers, *(one for one in (self.decisions, self.headings) if one)]

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
    counted: list[str] = field(default_factory=list)
    unused: list[Problem] = field(default_factory=list)


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
    rows: list[Located[DecisionRow]] = []
    if given.decisions:
        rows, problems = read_decisions(given.decisions)
        loaded.problems += problems
    frame = directory(survey)
    decisions = Decisions(rows, frame)
    loaded.problems += decisions.problems
    matcher = Matcher(frame, decisions)
    files = [_read(path, survey, given, loaded) for path in given.answers]
    completing = [reply for file in files if file.facts is None for reply in file.replies]
    matched, problems = matcher.match(completing)
    loaded.problems += problems
    if completing:
        done = complete(survey, matched)
        loaded.surveys[at] = done.survey
        loaded.problems += done.problems
        loaded.counted += _said(done)
    for file in files:
        if file.facts is not None:
            wave, problems = new_wave(file, survey, matcher)
            loaded.surveys.append(wave)
            loaded.problems += problems
            loaded.counted.append(f"wave {file.facts.wave}: {len(wave.answers)} answers")
    loaded.unused = decisions.unused()
    return loaded


def _wave_index(surveys: Sequence[Survey], wave: str) -> int | None:
    waves = [survey.facts.wave if survey.facts else "" for survey in surveys]
    if wave:
        return waves.index(wave) if wave in waves else None
    return waves.index(max(waves))


def _read(path: Path, survey: Survey, given: Given, loaded: Loaded) -> Replies:
    questions = [located.row for located in survey.questions]
    options = [located.row for located in survey.answer_options]
    replies = read_replies(path, questions, options, given.headings)
    loaded.problems += replies.problems
    loaded.counted.append(f"{path.name}: {len(replies.replies)} answers ({replies.encoding})")
    return replies


def _said(done: Completion) -> list[str]:
    standing = sum(conflict.stands == "reply" for conflict in done.survey.conflicts)
    conflicts = len(done.survey.conflicts)
    return [
        f"{done.added} answers added",
        f"{done.agreed} agree with the survey",
        f"{conflicts} contradict it ({standing} override it)",
    ]
