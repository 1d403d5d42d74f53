"""What the codes in the exported tables are called, in both languages: a table of its own."""

from collections.abc import Iterator

from dashboard.database import Edition
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.records import DIRECTIONS
from dashboard.waves import wave_sets

LABEL_COLUMNS = ("column", "of", "code", "label_lv", "label_en")
KINDS = {  # kind of a label → the column that has its codes
    "evidence": "evidence",
    "institution_type": "institution_type",
    "statement_theme": "theme",
}
Code = tuple[str, str, str]  # the column, the question that an answer belongs to, the code


def code_labels(edition: Edition) -> list[tuple[str, ...]]:
    """One row a code: its column, an answer's question, the code, its label in both languages."""
    latvian, english = (dict(_labels(edition, lang)) for lang in LANGUAGES)
    return [(*code, latvian[code], english[code]) for code in latvian]


def _labels(edition: Edition, lang: str) -> Iterator[tuple[Code, str]]:
    for row in edition.rows("indicator_definitions", {"lang": lang}):
        yield ("indicator", "", row["indicator"]), row["name"]
    for row in edition.rows("labels", {"lang": lang}):
        if row["kind"] in KINDS:
            yield (KINDS[row["kind"]], "", row["code"]), row["label"]
    if len(wave_sets(edition)) > 1:
        for one in DIRECTIONS:
            yield ("direction", "", one), Words(lang)(f"change.direction.{one}")
    words = edition.rows("question_words", {"lang": lang})
    for row in reversed(words):  # newest wave first: its words stay
        yield ("question", "", row["question"]), row["wording"]
        yield ("answer", row["question"], row["answer"]), row["label"]
    asked = {row["question"] for row in words}
    for parameter, question in edition.table("filter_options")[1]:
        if parameter == "printed_question" and question not in asked:
            yield ("question", "", question), _not_asked(question, Words(lang))


def _not_asked(question: str, w: Words) -> str:
    """What the study page calls figures about which nobody was asked."""
    key = f"study.question.{question}"
    return w(key) if key in w else w("study.other_question")
