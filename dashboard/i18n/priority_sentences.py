"""What the priorities page says first: where the need is and the gap too, how many, which ones."""

from collections.abc import Sequence

from dashboard.i18n.agreement import seat_case
from dashboard.i18n.institution_names import joined
from dashboard.i18n.nouns import ALL
from dashboard.i18n.phrases import Clause, phrases
from dashboard.i18n.place_names import locative, sentence_case
from dashboard.i18n.reading import CASES, TRAINING
from dashboard.i18n.translate import Words
from dashboard.records import Municipality


def priority_sentence(
    places: Sequence[Municipality],
    lang: str,
    need: str = CASES,
    gap: str = TRAINING,
    *,
    item_silent: bool = False,
) -> str:
    """Which municipalities have the need and no institution without the gap; names two.

    `item_silent`: an institution of these places answered the survey but not the gap's question.
    Empty for no place.
    """
    if not places:
        return ""
    n = len(places)
    names = [locative(p, lang) for p in places]
    shown = joined(names, lang) if n <= 2 else _two_and_more(names, lang)
    only_novadi = all(p.type == "novads" for p in places)
    single = "_single" if n == 1 else ""
    return Words(lang)(
        f"priority.sentence_{'novadi' if only_novadi else 'mixed'}{single}",
        n=n,
        names=shown,
        **_clauses(need, gap, lang, item_silent=item_silent),
    )


def _two_and_more(names: Sequence[str], lang: str) -> str:
    return Words(lang)("list.more", names=", ".join(names[:2]), k=len(names) - 2)


def _clauses(need: str, gap: str, lang: str, *, item_silent: bool) -> dict[str, str]:
    w = Words(lang)
    clause: Clause = "survey"
    if item_silent:  # a sentence on two questions: "this question" would not say which
        clause = "training" if gap == TRAINING else "question"
    subject = phrases(lang).no_one(ALL, clause, seat_case(gap))
    return {"has": w(f"priority.has.{need}"), "lacks": w(f"priority.lacks.{gap}", subject=subject)}


def no_priority_sentence(lang: str, need: str = CASES, gap: str = TRAINING) -> str:
    """That no municipality has both the need and the gap."""
    clauses = _clauses(need, gap, lang, item_silent=False)
    text = Words(lang)("priority.sentence_nowhere", **clauses)
    return sentence_case(text)


def partly_sentence(n: int, lang: str, need: str = CASES, gap: str = TRAINING, *, too: bool) -> str:
    """In how many further places the need meets a gap in some institutions; empty for none.

    `too`: it follows a sentence that has counted places already.
    """
    if not n:
        return ""
    w = Words(lang)
    return w(
        f"priority.sentence_partly{'_too' if too else ''}",
        n=n,
        has=w(f"priority.has.{need}"),
        some=w(f"priority.gap_some.{gap}"),
    )
