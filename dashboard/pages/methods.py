"""/methods : definitions, evidence, estimates, boundaries, and the reconciliation ledger."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import Any

from dash import html

from dashboard.atlas import Atlas, read_atlas, read_labels
from dashboard.components.attributes import Child, attributes, scrolling
from dashboard.components.evidence_badge import Badge, evidence_badge
from dashboard.database import Edition
from dashboard.i18n.grammar import sentence_case
from dashboard.i18n.numbers import long_date, percent, span, unbroken, whole, year_series
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages.conflicts import conflicts
from dashboard.pages.ledger import reconciliation
from dashboard.pages.methods_reading import accessibility, citing, keyboard, patterns
from dashboard.pages.notices import unknown_notices
from dashboard.pages.place_parts import Voice
from dashboard.pages.shell import page
from dashboard.pages.sources import citation_of, licence_of
from dashboard.records import EVIDENCE
from dashboard.state import ParsedState
from dashboard.waves import read_waves

SECTIONS = (
    "definitions",
    "evidence",
    "patterns",
    "estimates",
    "frame",
    "boundaries",
    "changes",  # where there are several surveys
    "reconciliation",
    "contradictions",
    "cite",
    "licences",
    "privacy",
    "keyboard",
    "accessibility",
)
CHANGES = ("like", "merged", "split", "estimated", "paint")


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """The page of methods in one language."""
    state = parsed.state
    atlas = read_atlas(edition, state.usual.boundary_set, state.wave)
    w = atlas.words(state.lang)
    voice = Voice(atlas, w, read_labels(edition, w.lang))
    makers = {
        "definitions": lambda: _definitions(edition, w),
        "evidence": lambda: _evidence(edition, voice),
        "patterns": lambda: patterns(w),
        "estimates": lambda: _estimates(edition, voice),
        "frame": lambda: _frame(atlas, w),
        "boundaries": lambda: _boundaries(edition, w),
        "changes": lambda: _texts(w, "changes", CHANGES),
        "reconciliation": lambda: reconciliation(edition, voice),
        "contradictions": lambda: _contradictions(edition, voice),
        "cite": lambda: citing(w, citation_of(atlas.wave, w)),
        "licences": lambda: _licences(atlas, w),
        "privacy": lambda: _texts(w, "privacy", ("text", "persons")),
        "keyboard": lambda: keyboard(w),
        "accessibility": lambda: accessibility(w),
    }
    shown = [name for name in SECTIONS if name not in _left_out(edition, atlas)]
    head = _head(shown, w)
    sections = [
        html.Section([html.H2(w(f"methods.{name}.title")), *makers[name]()], id=name)
        for name in shown
    ]
    return page(
        edition,
        state,
        "/methods",
        [*unknown_notices(parsed, w), html.Div([*head, *sections], className="prose")],
    )


def _left_out(edition: Edition, atlas: Atlas) -> set[str]:
    """The sections of which there is nothing to say: of one survey, of no printed figures."""
    own = {"wave": atlas.wave["wave"], "lang": LANGUAGES[0]}
    missing = {one for one in ("reconciliation", "contradictions") if not edition.rows(one, own)}
    return missing if atlas.plain.wave else {*missing, "changes"}


def _head(shown: Sequence[str], w: Words) -> list[Child]:
    contents = [html.Li(html.A(w(f"methods.{name}.title"), href=f"#{name}")) for name in shown]
    return [
        html.H1(w("methods.title")),
        html.P(w("methods.lead"), className="prose-lead"),
        html.Nav(
            html.Ul(contents),
            className="contents",
            **attributes({"aria-label": w("methods.contents")}),
        ),
    ]


def _licences(atlas: Atlas, w: Words) -> list[Child]:
    own = html.P(licence_of(atlas.wave, w))
    return [own, *_texts(w, "licences", ("boundaries", "fonts", "code"))]


def _texts(w: Words, section: str, keys: Sequence[str]) -> list[Child]:
    return [html.P(w(f"methods.{section}.{key}")) for key in keys]


def _definitions(edition: Edition, w: Words) -> list[Child]:
    rows = edition.rows("indicator_definitions", {"lang": w.lang})
    items = [
        html.Div(
            [
                html.Dt(row["name"]),
                html.Dd(
                    [
                        html.Span(row["numerator"], className="fraction-top"),
                        html.Span(row["denominator"], className="fraction-bottom"),
                    ]
                ),
            ]
        )
        for row in rows
    ]
    return [
        html.P(w("methods.definitions.intro")),
        html.Dl(items, className="fractions"),
        html.P(_cases(edition, w)),
        *_texts(w, "definitions", ("training", "classes", "agency")),
    ]


def _cases(edition: Edition, w: Words) -> str:
    """What cases mean, beside the national series of officially identified victims.

    The series is not of a survey, so that of the newest one that prints it serves all.
    """
    for wave in read_waves(edition):
        asked = {"wave": wave["wave"], "question": "official_victims"}
        rows = [row for row in edition.rows("published_totals", asked) if _is_year(row)]
        years = {int(row["category"].rpartition("_")[2]): int(row["value"]) for row in rows}
        if years:
            return w("methods.definitions.cases", series=year_series(years, w.lang))
    return w("notice.cases")


def _is_year(row: dict[str, Any]) -> bool:
    return bool(re.fullmatch(r"identified_\d{4}", row["category"]))


def _evidence(edition: Edition, voice: Voice) -> list[Child]:
    w = voice.words
    found = edition.rows("summary_evidence", {"wave": voice.atlas.wave["wave"]})
    counts = {row["evidence"]: row["contributions"] for row in found}
    rows = [
        html.Tr(
            [
                html.Th(evidence_badge(Badge(one, w(f"evidence.{one}.badge"))), scope="row"),
                html.Td(w(f"evidence.{one}.meaning")),
                html.Td(whole(counts.get(one, 0), w.lang), className="is-number"),
            ]
        )
        for one in EVIDENCE
    ]
    heads = [w(f"methods.evidence.{key}") for key in ("mark", "meaning", "count")]
    caveats = [
        html.Li(label) for (kind, _), label in sorted(voice.labels.items()) if kind == "caveat"
    ]
    return [
        html.P(w("methods.evidence.intro")),
        _table(heads, rows, w("methods.evidence.title")),
        html.H3(w("methods.evidence.caveats")),
        html.Ul(caveats),
    ]


def _table(heads: Sequence[str], rows: Sequence[html.Tr], caption: str) -> html.Div:
    head = html.Thead(html.Tr([html.Th(text, scope="col") for text in heads]))
    parts = [html.Caption(caption, className="sr-only"), head, html.Tbody(list(rows))]
    return html.Div(html.Table(parts, className="data-table"), **scrolling(caption))


def _estimates(edition: Edition, voice: Voice) -> list[Child]:
    w = voice.words
    rows = [
        html.Tr(
            [
                html.Th(w(f"indicator.{row['indicator']}.name"), scope="row"),
                html.Td(w(f"institutions.{row['institution_type']}")),
                html.Td(_interval(row, w), className="is-number"),
                html.Td(whole(row["base"], w.lang), className="is-number"),
                html.Td(whole(row["named"], w.lang), className="is-number"),
                html.Td(percent(row["share"], w.lang, 1), className="is-number"),
                html.Td(voice.sources(row["sources"])),
            ]
        )
        for row in edition.rows("strata", {"wave": voice.atlas.wave["wave"]})
    ]
    keys = ("indicator", "institutions", "count", "base", "named", "share", "source")
    heads = [w(f"methods.estimates.column_{key}") for key in keys]
    return [
        *_texts(w, "estimates", ("text", "bounds", "shown", "ngo", "change")),
        *([_table(heads, rows, w("methods.estimates.title"))] if rows else []),
    ]


def _interval(row: dict[str, Any], w: Words) -> str:
    return span(row["lower_count"], row["upper_count"], w.lang)


def _frame(atlas: Atlas, w: Words) -> list[Child]:
    unplaced = sum(i.institution_type == "orphans_court" for i in atlas.institutions.get("", ()))
    places = [m.name_nom for m in atlas.municipalities.values() if not m.frame_complete]
    said = [w("methods.frame.text", **_asked(atlas))]
    said += [w("methods.frame.incomplete", places=", ".join(places))] if places else []
    said += [w("methods.frame.unplaced", n=unplaced)] if unplaced else []
    return [html.P(one) for one in said]


def _asked(atlas: Atlas) -> dict[str, int]:
    """How many institutions of each type were asked."""
    kinds = Counter(i.institution_type for group in atlas.institutions.values() for i in group)
    return {
        "courts": kinds["orphans_court"],
        "services": kinds["social_service"],
        "branches": kinds["employment_agency"],
    }


def _boundaries(edition: Edition, w: Words) -> list[Child]:
    rows = [
        html.Tr(
            [
                html.Th(row["title"], scope="row"),
                html.Td(_period(row, w)),
                html.Td(row["source"]),
                html.Td(unbroken(row["accuracy"])),
            ]
        )
        for row in edition.rows("boundary_sets", {"lang": w.lang})
    ]
    heads = [w(f"methods.boundaries.{key}") for key in ("set", "valid", "source", "accuracy")]
    return [
        *_texts(w, "boundaries", ("text", "outlines", "moved", "split", "small")),
        _table(heads, rows, w("methods.boundaries.title")),
    ]


def _period(row: dict[str, Any], w: Words) -> str:
    until = row["in_force_to"]
    start = long_date(row["in_force_from"], w.lang)
    return f"{start} – {long_date(until, w.lang) if until else w('methods.boundaries.today')}"


def _contradictions(edition: Edition, voice: Voice) -> list[Child]:
    w = voice.words
    rows = edition.rows("contradictions", {"wave": voice.atlas.wave["wave"], "lang": w.lang})
    said = [(sentence_case(voice.source(row["source"])), unbroken(row["text"])) for row in rows]
    items = [html.Li([html.Strong(f"{source}. "), text]) for source, text in said]
    told: list[Child] = [html.P(w("methods.contradictions.intro")), html.Ul(items)]
    return [*told, *conflicts(edition, voice, html.H3, None)]
