"""Sentences from an area's value alone: the tooltip's line, the announcement for screen readers.

They name nobody: the institutions stand in the panel. `place_sentences.py` names them.
"""

from dashboard.i18n.agreement import holder_case, seat_case, verb
from dashboard.i18n.numbers import about, span
from dashboard.i18n.phrases import Clause, phrases
from dashboard.i18n.place_names import sentence_case
from dashboard.i18n.translate import Words
from dashboard.records import KNOWN, AreaValue, Municipality

FRAME = "frame_incomplete"
PART = "partly_published"
ROUNDED = "published_rounded"


def bounds(value: AreaValue) -> tuple[int, int]:
    """How many institutions at least and at most; equal where the value is known.

    Raises ValueError where there is no value at all.
    """
    if value.denominator is None or value.lower is None or value.upper is None:
        raise ValueError(f"no bounds for {value.indicator} of {value.code!r}: {value.evidence}")
    return round(value.lower * value.denominator), round(value.upper * value.denominator)


def tooltip_line(value: AreaValue, lang: str) -> str:
    """ "0 no 2 iestādēm", "0–2 no 2 iestādēm"; without a value what is missing instead.

    Where the figure follows from a published rounded share: "aptuveni 55 no 230 iestādēm".
    """
    if value.denominator is None:
        return Words(lang)(f"state.{value.evidence}")
    lower, upper = bounds(value)
    count = span(lower, upper, lang)
    if value.evidence in KNOWN and ROUNDED in value.caveats:
        count = about(lower, lang)
    return phrases(lang).a_of_b(
        count, value.denominator, value.institution_type, known=not speaks_of_all(value)
    )


def speaks_of_all(value: AreaValue) -> bool:
    """Whether a value leaves out nobody but the silent: else no "all" and no "none" follows."""
    return not {FRAME, PART}.intersection(value.caveats)


def announcement(
    place: Municipality,
    value: AreaValue,
    lang: str,
    asked: int | None = None,
    *,
    item_silent: bool = False,
) -> str:
    """What a screen reader says when the map's focus reaches a place: name, answer, evidence.

    `asked`: how many institutions of the place the filter holds. Where fewer answered, the
    sentence speaks of those that answered; of those that answered this question where the place is
    `item_silent` (its code is among `item_silent_codes`).
    """
    w = Words(lang, place.wave)
    if value.denominator is None:
        return f"{place.name_nom}. {w(f'announce.missing.{value.evidence}')}"
    clause: Clause = ""
    if item_silent:
        clause = "question"
    elif asked is not None and asked > value.denominator:
        clause = "survey"
    said = sentence_case(_said(value, w, value.denominator, clause))
    return f"{place.name_nom}. {said} {w(f'announce.evidence.{value.evidence}')}"


def _said(value: AreaValue, w: Words, b: int, clause: Clause) -> str:
    lower, upper = bounds(value)
    if lower != upper:
        return _range(value, w, (lower, upper), clause)
    if not speaks_of_all(value) or 0 < lower < b:
        return _count(value, w, lower, clause)
    return _every(value, w.lang, b, clause) if lower else _no(value, w.lang, b, clause)


def _count(value: AreaValue, w: Words, a: int, clause: Clause) -> str:
    kind = value.institution_type
    share = tooltip_line(value, w.lang)
    if clause and FRAME in value.caveats:
        share = w(f"phrase.known_{clause}", share=share)
    said = w(
        f"sentence.{value.indicator}.count",
        opening="",
        share=share,
        verb=verb(value.indicator, kind, a, w.lang),
    )
    return w("sentence.frame", said=said) if FRAME in value.caveats else f"{said}."


def _range(value: AreaValue, w: Words, bound: tuple[int, int], clause: Clause) -> str:
    kind, key = value.institution_type, f"sentence.{value.indicator}"
    say = phrases(w.lang)
    if value.denominator == 1:
        subject = say.the_one(kind, clause, holder_case(value.indicator))
        singular = verb(value.indicator, kind, 1, w.lang)
        return w(f"{key}.whether", within="", subject=subject, verb=singular)
    return w(
        f"{key}.which",
        within="",
        subject=say.which(kind, seat_case(value.indicator)),
        verb=verb(value.indicator, kind, 2, w.lang),
        lower=bound[0],
        upper=bound[1],
    )


def _no(value: AreaValue, lang: str, b: int, clause: Clause) -> str:
    kind, case = value.institution_type, seat_case(value.indicator)
    single, say = b == 1, phrases(lang)
    subject = say.the_one(kind, clause, case) if single else say.none_of(b, kind, clause, case)
    return Words(lang)(
        f"sentence.{value.indicator}.{'no_single' if single else 'no_several'}",
        opening="",
        subject=subject,
        verb=verb(value.indicator, kind, 1, lang),
    )


def _every(value: AreaValue, lang: str, b: int, clause: Clause) -> str:
    kind = value.institution_type
    subject = phrases(lang).all_of(b, kind, clause, holder_case(value.indicator))
    return Words(lang)(
        f"sentence.{value.indicator}.every",
        opening="",
        subject=subject,
        verb=verb(value.indicator, kind, 1 if b == 1 else 2, lang),
    )
