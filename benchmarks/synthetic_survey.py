"""Surveys of any size that nobody ever held: folders in the survey format, the same for a seed.

`python -m benchmarks.synthetic_survey --institutions 5000 --questions 220 --waves 10 --to FOLDER`

Everything said in them is invented and says so. Institutions are placed in real municipalities,
because a boundary set knows no others; each wave may have another boundary set, and then an
institution moves whole to the unit of its seat, as institutions do. One question is answered in
the open by every fourth institution only and printed as a total, so that there is something to
estimate.
"""

import argparse
import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from random import Random

from benchmarks.synthetic_frame import BOUNDARY_SETS, Institution, institutions
from benchmarks.synthetic_questions import NO_ANSWER, PRINTED_ONLY, Question, questions

RESPONSE = 0.92  # the share that responds
OPEN = 4  # every so manieth institution's answer to PRINTED_ONLY is known
QUOTED = 0.02  # the share of answers with a quotation
FIRST_YEAR = 2030
QUOTE = '"atbildējām ""jā"", bet daļēji"'  # as a CSV file holds it
UNANSWERED = "aile nav aizpildīta"  # what is not an answer must quote what it rests on
HEADERS = {
    "institutions": "institution_id,institution_type,name_lv,municipality_code,sub_unit,source,"
    "quote,caveat",
    "questions": "question,theme,wording_lv,wording_en,multiple",
    "answer_options": "question,answer,label_lv,label_en",
    "answers": "institution_id,question,answer,evidence,source,quote,caveat",
    "published_totals": "institution_type,question,category,value,unit,denominator,source,quote",
    "estimates": "indicator,institution_type,role,question,category,unit,caveat",
    "differences": "institution_type,question,category,value,unit,source,explanation_lv,"
    "explanation_en",
    "contradictions": "source,text_lv,text_en",
}
WAVE = """\
wave = "{year}"
revision = "{year}-1"
title_lv = "Izdomāta {year}. gada aptauja"
title_en = "Invented survey of {year}"
fieldwork_from = {year}-01-01
fieldwork_to = {year}-06-30
boundary_set = "{boundary_set}"
citation_lv = "Izdomāta aptauja ātruma mērīšanai."
citation_en = "A survey invented to measure speed."
terms_lv = "Brīvi lietojama; nekas šeit nav noticis."
terms_en = "Free to use; nothing in it happened."
"""


@dataclass(frozen=True, slots=True)
class Size:
    """How much is invented; a wave has about institutions × questions answers."""

    institutions: int
    questions: int  # `response` and those of the indicators are among them
    waves: int = 1
    boundary_sets: tuple[str, ...] = ("2009",)  # of the waves in turn
    seed: int = 1


def write_surveys(size: Size, folder: Path) -> list[Path]:
    """Write one survey folder a wave into `folder`; returns them, the oldest first.

    The same size and seed give the same bytes.

    Raises:
        ValueError: too few institutions or questions to make a survey.
    """
    asked = questions(size.questions)
    written = []
    for number in range(size.waves):
        boundary_set = size.boundary_sets[number % len(size.boundary_sets)]
        frame = institutions(size.institutions, boundary_set)
        year = FIRST_YEAR + number
        target = folder / str(year)
        target.mkdir(parents=True)
        facts = WAVE.format(year=year, boundary_set=boundary_set)
        (target / "wave.toml").write_text(facts, "utf-8")
        _write_frame(target, frame, asked)
        rng = Random(f"{size.seed} {year}")  # noqa: S311 - the same every time is what is wanted
        _write_answers(target, frame, asked, rng)
        written.append(target)
    return written


def _write_frame(folder: Path, frame: Sequence[Institution], asked: Sequence[Question]) -> None:
    rows: dict[str, list[list[str]]] = {name: [] for name in HEADERS if name != "answers"}
    rows["institutions"] = [one.cells() for one in frame]
    rows["questions"] = [question.cells() for question in asked]
    rows["answer_options"] = [option for question in asked for option in question.options()]
    for name, cells in rows.items():
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            file.write(HEADERS[name] + "\n")
            csv.writer(file, lineterminator="\n").writerows(cells)


def _write_answers(
    folder: Path, frame: Sequence[Institution], asked: Sequence[Question], rng: Random
) -> None:
    """Write answers.csv, and into the files of totals what it makes necessary."""
    responded = {one.institution_type: 0 for one in frame}
    yes = dict(responded)
    with (folder / "answers.csv").open("w", encoding="utf-8", newline="") as file:
        file.write(HEADERS["answers"] + "\n")
        for number, one in enumerate(frame):
            lines = _answers_of(number, one, asked, rng)
            file.write(next(lines))
            if one.silent:
                continue
            file.writelines(lines)
            responded[one.institution_type] += 1
            yes[one.institution_type] += one.hidden_yes
    _write_totals(folder, responded, yes)


def _answers_of(
    number: int, one: Institution, asked: Sequence[Question], rng: Random
) -> Iterator[str]:
    """The lines of an institution's answers, the response first."""
    source = f"veidlapa {number + 1}"
    one.silent = rng.random() >= RESPONSE
    start, end = f"{one.institution_id},", f",{source},,\n"
    with_quote, unanswered = f",{source},{QUOTE},\n", f",{source},{UNANSWERED},\n"
    yield f"{start}response,{'no_response' if one.silent else 'responded'},reported{end}"
    for question in asked[1:]:
        answers = question.drawn(rng)
        if question.code == PRINTED_ONLY:
            one.hidden_yes = answers[0].startswith(f"{PRINTED_ONLY},yes,")
            if number % OPEN:
                continue
        for answer in answers:
            if answer.endswith(NO_ANSWER):
                yield start + answer + unanswered
            else:
                yield start + answer + (with_quote if rng.random() < QUOTED else end)


def _write_totals(folder: Path, responded: dict[str, int], yes: dict[str, int]) -> None:
    """Print how many responded and, of the question that is half hidden, how many said yes."""
    totals, estimates = [], []
    for kind, base in responded.items():
        printed = ("count", str(base) if base else "", "izdomāts pārskats", "izdomāts skaitlis")
        totals.append([kind, "response", "responded", str(base), "count", "", *printed[2:]])
        totals.append([kind, PRINTED_ONLY, "yes", str(yes[kind]), *printed])
        if base:
            estimates.append(
                ["materials_availability", kind, "total", PRINTED_ONLY, "yes", "count", ""]
            )
    for name, rows in (("published_totals", totals), ("estimates", estimates)):
        with (folder / f"{name}.csv").open("a", encoding="utf-8", newline="") as file:
            csv.writer(file, lineterminator="\n").writerows(rows)


def main() -> None:
    """Read the command line, write the folders, say how many answers they hold."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.synthetic_survey")
    parser.add_argument("--institutions", type=int, default=286)
    parser.add_argument("--questions", type=int, default=40)
    parser.add_argument("--waves", type=int, default=1)
    parser.add_argument("--boundary-sets", nargs="+", choices=BOUNDARY_SETS, default=["2009"])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--to", type=Path, required=True, metavar="FOLDER")
    given = vars(parser.parse_args())
    folder = given.pop("to")
    size = Size(**given | {"boundary_sets": tuple(given["boundary_sets"])})
    for written in write_surveys(size, folder):
        with (written / "answers.csv").open("rb") as file:
            print(f"{written}: {sum(1 for _ in file) - 1:,} answers")


if __name__ == "__main__":
    main()
