"""Which institutions a name looks like: hints for a person, with scores. Never a match."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from etl.replies.names import Known
from etl.replies.words import fold

BEST = 3
# Words that names share; what is like one of them is left out, so that the place decides.
_COMMON = (
    *("barintiesa", "barintiesas", "socialais", "sociala", "dienests", "dienesta"),
    *("nodarbinatibas", "valsts", "agenturas", "filiale", "pasvaldibas", "domes", "iestade"),
    *("novads", "novada", "pilseta", "pilsetas", "valstspilsetas", "pagasts", "pagasta", "pagastu"),
)
_ALIKE = 80  # of 100: two letters wrong in a word of ten


@dataclass(frozen=True, slots=True)
class Suggestion:
    """An institution and how like the written name it is, 0 to 100."""

    known: Known
    score: int


class Lookalikes:
    """The names of a frame, folded once, to compare misspelt ones with."""

    def __init__(self, institutions: Iterable[Known]):
        self._names = [
            (known, fold(known.name), _own_words(fold(known.name))) for known in institutions
        ]

    def suggest(
        self,
        text: str,
        institution_type: str = "",
        passes: Callable[[str], bool] = lambda _: True,
    ) -> list[Suggestion]:
        """The three institutions most like `text`, the likest first, ties by id.

        Half of the score is the likeness of the whole name, half that of the words that are its
        own. With a type, institutions of that type alone; of these, whose identifier `passes`.
        """
        whole = fold(text)
        own = _own_words(whole)
        scored = (
            Suggestion(known, round((fuzz.ratio(whole, name) + _alike(own, words, whole)) / 2))
            for known, name, words in self._names
            if institution_type in ("", known.institution_type) and passes(known.institution_id)
        )
        return sorted(scored, key=_order)[:BEST]

    def suggest_ids(self, text: str) -> list[Suggestion]:
        """The three institutions whose identifier is most like `text`, likewise."""
        folded = text.casefold()
        scored = (
            Suggestion(known, round(fuzz.ratio(folded, known.institution_id.casefold())))
            for known, _, _ in self._names
        )
        return sorted(scored, key=_order)[:BEST]


def _order(one: Suggestion) -> tuple[int, str]:
    return -one.score, one.known.institution_id


def _alike(written: Sequence[str], words: Sequence[str], whole: str) -> float:
    """How well each own word is found among the other's, where a space may be missing too."""
    run_together = whole.replace(" ", "")
    here = [
        max([fuzz.ratio(word, one) for one in written] + [fuzz.partial_ratio(word, run_together)])
        for word in words
    ]
    there = [max((fuzz.ratio(word, one) for one in words), default=0.0) for word in written]
    found = here + there
    return sum(found) / len(found) if found else 0.0


def _own_words(folded: str) -> list[str]:
    words = folded.split()
    return [word for word in words if max(fuzz.ratio(word, one) for one in _COMMON) < _ALIKE]
