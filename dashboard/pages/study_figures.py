"""The printed figures of a chapter: question by question, type by type, and what is missing."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dash import html

from dashboard.atlas import AGENCY, PLACED_TYPES
from dashboard.components.attributes import Child
from dashboard.components.evidence_badge import mark
from dashboard.components.notice import notice
from dashboard.components.row_lists import FigureBar, figure_list, question_id
from dashboard.i18n.grammar import noun, sentence_case
from dashboard.i18n.numbers import count_of, decimal_number, whole
from dashboard.i18n.translate import Words
from dashboard.pages.place_parts import Voice
from dashboard.pages.study_chapters import Line, lines
from dashboard.records import Figure
from dashboard.state import INDICATORS

VICTIMS = "official_victims"
TYPES = (*PLACED_TYPES, AGENCY)


@dataclass(frozen=True, slots=True)
class Printed:
    """All that the figures of the page are made of."""

    figures: Sequence[Figure]
    known: Mapping[tuple[str, str], Mapping[str, Any]]  # (question, type) → row of known_answers

    def wording(self, question: str) -> str:
        """The question in words, "" where it is none of the survey's."""
        rows = [row for (asked, _), row in self.known.items() if asked == question]
        return str(rows[0]["wording"]) if rows else ""


def question_block(voice: Voice, printed: Printed, question: str) -> html.Div | None:
    """A question with its printed figures and what is not published; None if there is neither."""
    w = voice.words
    figures = [one for one in printed.figures if one.question == question]
    missing = list(_unpublished(w, printed, question)) if printed.wording(question) else []
    if not figures and not missing:
        return None
    parts: list[Child] = [html.H3(_heading(w, printed, question))]
    if question == VICTIMS:
        parts.append(notice("", w("study.victims.note"), form="quiet"))
    for kind in (*TYPES, ""):
        own = [one for one in figures if one.institution_type == kind]
        if own:
            parts += [*_type_head(voice, printed, question, kind), figure_list(_bars(voice, own))]
    if missing:
        words = [mark("not_published"), html.Span(" ".join(missing))]
        parts.append(html.P(words, className="study-unpublished"))
    return html.Div(parts, id=question_id(question), className="study-question")


def _heading(w: Words, printed: Printed, question: str) -> str:
    key = f"study.question.{question}"
    other = w(key) if key in w else w("study.other_question")
    return printed.wording(question) or other


def _type_head(voice: Voice, printed: Printed, question: str, kind: str) -> Iterator[Child]:
    """The institutions that were asked, and how many of them responded; nothing for the country."""
    w = voice.words
    row = printed.known.get((question, kind))
    if row:
        asked = sum(
            i.institution_type == kind for group in voice.atlas.institutions.values() for i in group
        )
        share = count_of(row["responded"], asked, w.lang)
        text = w("study.responded", institutions=w(f"institutions.{kind}"), share=share)
        yield html.H4(text, id=question_id(question, kind))
    elif kind:
        yield html.H4(w(f"institutions.{kind}"), id=question_id(question, kind))


def _bars(voice: Voice, figures: Sequence[Figure]) -> list[FigureBar]:
    found = lines(figures)
    top = max((one.first.value for one in found if _is_yearly(one.first)), default=0.0)
    return [_bar(voice, one, top) for one in found]


def _is_yearly(figure: Figure) -> bool:
    """Whether a figure belongs to the national series, whose bars have a scale of their own."""
    is_year = re.fullmatch(r"identified_\d{4}", figure.category)
    return figure.question == VICTIMS and bool(is_year)


def _bar(voice: Voice, line: Line, top: float) -> FigureBar:
    w, first = voice.words, line.first
    share = first.value / top if top and _is_yearly(first) else line.share
    return FigureBar(
        label=sentence_case(first.label) if first.label else f"„{first.quote}”",
        text=figure_text(line, w),
        source=voice.sources(dict.fromkeys(one.source for one in line.figures)),
        quote=" … ".join(dict.fromkeys(one.quote for one in line.figures)) if first.label else "",
        share=share,
        indicator=first.indicator if first.indicator in INDICATORS else "",
        about=line.is_about,
        ids=tuple(one.total_id for one in line.figures),
        quoted=not first.label,
    )


def figure_text(line: Line, w: Words) -> str:
    """A line's figures as printed: "115 no 126 (91 %)", "aptuveni 33 % no 126", "3500 eiro"."""
    count, percent = line.count, line.percent
    base = (count or line.first).denominator
    if count is None:
        shown = _percent(line.first, w)
        return w("number.of", a=shown, b=base) if base else shown
    if count.unit == "euro":
        return w("study.euro", value=whole(int(count.value), w.lang))
    number = whole(int(count.value), w.lang)
    shown = w("number.of", a=number, b=base) if base else number
    return w("study.with_percent", count=shown, percent=_percent(percent, w)) if percent else shown


def _percent(figure: Figure, w: Words) -> str:
    shown = w("number.percent", value=decimal_number(figure.value, w.lang, figure.decimals))
    return w("number.about", value=shown) if figure.unit == "about_percent" else shown


def _unpublished(w: Words, printed: Printed, question: str) -> Iterator[str]:
    """What of a question the source does not publish, a sentence each."""
    rows = {
        kind: printed.known[question, kind] for kind in TYPES if (question, kind) in printed.known
    }
    if not any(row["known"] for row in rows.values()):
        yield w("study.unpublished.none")
    elif any(row["known"] < row["responded"] for row in rows.values()):
        yield w("study.unpublished.known", parts="; ".join(_parts(w, rows)))
    told = {one.institution_type for one in printed.figures if one.question == question}
    open_kinds = [kind for kind, row in rows.items() if row["known"] < row["responded"]]
    untold = [noun(kind, 2, w.lang) for kind in open_kinds if kind not in told]
    if untold:
        yield w("study.unpublished.total", institutions=", ".join(untold))


def _parts(w: Words, rows: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    for kind, row in rows.items():
        share = count_of(row["known"], row["responded"], w.lang)
        yield w("study.unpublished.part", institutions=noun(kind, 2, w.lang), share=share)
