"""What the priorities page says of cells, groups and places: pure, words in, texts out."""

from collections.abc import Sequence

from dashboard.i18n.grammar import (
    Reading,
    names_apart,
    no_priority_sentence,
    partly_sentence,
    priority_sentence,
    sentence_case,
)
from dashboard.i18n.translate import Words
from dashboard.priorities import UNKNOWN, Pair, Standing, estimated, in_group
from dashboard.records import Institution

MOST_NAMES = 20  # in a row; where the study places most, sixteen institutions are asked


def row_words(pair: Pair, row: str, w: Words) -> str:
    """ "gadījumi norādīti", "gadījumi – nav atbildes"."""
    if row in UNKNOWN:
        word = w(f"priority.word.{pair.need}")
        return w("priority.state", word=word, state=w(f"state.{row}"))
    return w(f"priority.need_{'yes' if row == 'reported' else 'no'}.{pair.need}")


def column_words(column: str, w: Words) -> str:
    """ "nevienā iestādē", "nav atbildes"."""
    return w(f"state.{column}") if column in UNKNOWN else w(f"priority.column_{column}")


def gap_words(pair: Pair, column: str, w: Words) -> str:
    """ "apmācība – nevienā iestādē"."""
    word = w(f"priority.word.{pair.gap}")
    return w("priority.state", word=word, state=column_words(column, w))


def group_title(pair: Pair, group: int, w: Words) -> str:
    """The heading of a group, 1 to 3."""
    need = w(f"priority.need_{'no' if group == 3 else 'yes'}.{pair.need}")
    gap = w(f"priority.gap_{'some' if group == 2 else 'none'}.{pair.gap}")
    return sentence_case(w("priority.group", need=need, gap=gap))


def outside_title(pair: Pair, one: Standing, w: Words) -> str:
    """Why a place has no group: its cell, or that it may have further institutions."""
    if not one.place.frame_complete:
        return w("priority.outside_frame")
    need, gap = row_words(pair, one.row, w), gap_words(pair, one.column, w)
    return w("priority.outside", need=need, gap=gap)


def lead(found: Sequence[Standing], pair: Pair, w: Words) -> str:
    """The page's answer: the first group by name, the second by number, what is only a total."""
    first, second = in_group(found, 1), in_group(found, 2)
    said = priority_sentence(
        [one.place for one in first],
        w.lang,
        pair.need,
        pair.gap,
        item_silent=any(one.gap_silent for one in first),
    )
    totals = estimated(found)
    if not said and not totals:
        said = no_priority_sentence(w.lang, pair.need, pair.gap)
    parts = [said, partly_sentence(len(second), w.lang, pair.need, pair.gap, too=bool(first))]
    if totals:
        parts.append(w("priority.sentence_estimated", n=len(totals), total=len(found)))
        parts.append(w("priority.sentence_change"))
    return " ".join(part for part in parts if part)


def still(one: Standing, w: Words) -> str:
    """Which institutions have the gap, who of them had plans, and who did not answer.

    Kept with the atlas: the names of all institutions of the country are most of the page's work.
    """
    key = ("still", one.gap.indicator, one.column, one.place.code, w.lang)
    kept = one.atlas.kept
    if key not in kept:
        kept[key] = _still(one, w)
    said: str = kept[key]
    return said


def _still(one: Standing, w: Words) -> str:
    reading = one.gap_answers
    planned = {one.institution_id for one in reading.planned}
    names = [
        f"{name} ({w('priority.was_planned')})" if institution.institution_id in planned else name
        for institution, name in _named(reading, reading.no, w)
    ]
    parts = [_joined(names, len(reading.no), w)]
    if one.column in UNKNOWN[1:]:
        parts.append(w(f"state.{one.column}"))
    silent = reading.survey_silent + reading.question_silent
    if silent:
        parts.append(w("priority.not_responded", n=len(silent), who=_listed(reading, silent, w)))
    return sentence_case("; ".join(part for part in parts if part))


def _named(
    reading: Reading, institutions: Sequence[Institution], w: Words
) -> list[tuple[Institution, str]]:
    """Institutions with their names, as many as a row may hold."""
    first = institutions[:MOST_NAMES]
    names = names_apart(first, reading.institutions, reading.place, w.lang)
    return list(zip(first, names, strict=True))


def _listed(reading: Reading, institutions: Sequence[Institution], w: Words) -> str:
    """Names, none left out that a row may hold: this is who a visit must reach."""
    article = "the " if w.lang == "en" else ""
    names = [f"{article}{name}" for _, name in _named(reading, institutions, w)]
    if len(names) < 2 or len(institutions) > len(names):
        return _joined(names, len(institutions), w)
    return w("list.last", names=", ".join(names[:-1]), last=names[-1])


def _joined(names: Sequence[str], of: int, w: Words) -> str:
    """Names, and how many more there are; the profile and the file have them all."""
    text = ", ".join(names)
    return w("list.more", names=text, k=of - len(names)) if of > len(names) else text
