"""The questions of a synthetic survey: those of the indicators, then as many more as wanted."""

from dataclasses import dataclass
from random import Random

NO_ANSWER = "no_answer"
PRINTED_ONLY = "client_materials"  # its answers are printed as totals, mostly
MULTIPLE_EACH = 5  # every so manieth further question allows several answers
# question → answer → weight; the codes are those that the indicators read
OF_INDICATORS: dict[str, dict[str, float]] = {
    "response": {"responded": 92, "no_response": 8},
    "case_experience": {"yes": 6, "suspicion": 9, "no": 85},
    "training": {"trained": 45, "planned": 10, "not_trained": 40, NO_ANSWER: 5},
    "client_materials": {"yes": 40, "no": 57, NO_ANSWER: 3},
    "ngo_awareness": {"yes": 35, "no": 60, NO_ANSWER: 5},
}
OF_OTHERS = {"often": 20.0, "seldom": 30.0, "never": 46.0, NO_ANSWER: 4.0}
OF_MULTIPLE = {"police": 1.0, "ngo": 1.0, "ministry": 1.0, "nobody": 1.0}
FEWEST = len(OF_INDICATORS)


@dataclass(frozen=True, slots=True)
class Question:
    """An invented question, its answers with their weights."""

    code: str
    weights: dict[str, float]
    multiple: bool
    beginnings: tuple[str, ...]  # of a line of answers.csv: question, answer, evidence

    def drawn(self, rng: Random) -> list[str]:
        """One answer by its weight; of a multiple question one to three different ones."""
        if not self.multiple:
            return rng.choices(self.beginnings, tuple(self.weights.values()))
        return rng.sample(self.beginnings, rng.randint(1, 3))

    def cells(self) -> list[str]:
        """Its row of questions.csv."""
        theme = self.code if self.code in OF_INDICATORS else "invented"
        wording = (f"Izdomāts jautājums {self.code}", f"Invented question {self.code}")
        return [self.code, theme, *wording, str(self.multiple).lower()]

    def options(self) -> list[list[str]]:
        """Its rows of answer_options.csv."""
        return [[self.code, answer, f"izdomāts {answer}", answer] for answer in self.weights]


def questions(count: int) -> list[Question]:
    """`count` questions, `response` first.

    Raises:
        ValueError: fewer than the indicators need.
    """
    if count < FEWEST:
        raise ValueError(f"{count} questions are too few: the least is {FEWEST}.")
    made = [_question(code, weights, multiple=False) for code, weights in OF_INDICATORS.items()]
    for number in range(1, count - FEWEST + 1):
        multiple = number % MULTIPLE_EACH == 0
        made.append(_question(f"q{number:05}", OF_MULTIPLE if multiple else OF_OTHERS, multiple))
    return made


def _question(code: str, weights: dict[str, float], multiple: bool) -> Question:  # noqa: FBT001
    beginnings = tuple(
        f"{code},{answer},{NO_ANSWER if answer == NO_ANSWER else 'reported'}" for answer in weights
    )
    return Question(code, weights, multiple, beginnings)
