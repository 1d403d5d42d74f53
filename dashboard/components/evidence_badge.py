"""How a value is known: mark and word, the source beside it."""

from dataclasses import dataclass

from dash import html

from dashboard.components.attributes import Child, attributes
from dashboard.records import EVIDENCE


@dataclass(frozen=True, slots=True)
class Badge:
    """The words of a badge."""

    evidence: str
    word: str
    source: str = ""
    href: str = ""  # where the words of the source are shown
    meaning: str = ""  # the sentence behind the word, shown when pointed at
    caveat: str = ""  # "ar atrunu"; its sentence stands beside the badge


def mark(evidence: str) -> html.Span:
    """Return the mark alone, for places where a text beside it says what it means."""
    if evidence not in EVIDENCE:
        raise ValueError(f"{evidence!r} is no kind of evidence. Allowed: {', '.join(EVIDENCE)}.")
    return html.Span(className=f"mark mark-{evidence}", **attributes({"aria-hidden": "true"}))


def source_link(text: str, href: str) -> Child:
    """Return a source as the way to its words, or as bare text where they are shown nowhere."""
    return html.A(text, href=href, className="source-link") if href else text


def evidence_badge(badge: Badge) -> html.Span:
    """Return mark, word and, in grey, the source."""
    parts = [mark(badge.evidence), html.Span(badge.word, className="badge-word")]
    if badge.caveat:
        parts.append(html.Span(badge.caveat, className="badge-caveat"))
    if badge.source:
        source = source_link(badge.source, badge.href)
        parts.append(html.Span(source, className="badge-source"))
    return html.Span(parts, className="badge", title=badge.meaning or None)
