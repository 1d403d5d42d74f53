"""Loaded replies that say otherwise than the survey: both, and which of them stands."""

from collections.abc import Collection
from typing import Any

from dash import html

from dashboard.components.attributes import Child
from dashboard.database import Edition
from dashboard.pages.place_parts import Voice


def conflicts(
    edition: Edition, voice: Voice, heading: type[html.H2 | html.H3], of: Collection[str] | None
) -> list[Child]:
    """The conflicts of the institutions `of` (ids; None: of all); nothing where there is none."""
    w = voice.words
    rows = edition.rows("conflicts", {"wave": voice.atlas.wave["wave"], "lang": w.lang})
    here = [row for row in rows if of is None or row["institution_id"] in of]
    if not here:
        return []
    items = [html.Li(_sentence(voice, row)) for row in here]
    return [heading(w("conflicts.title")), html.P(w("conflicts.intro")), html.Ul(items)]


def _sentence(voice: Voice, row: dict[str, Any]) -> str:
    w = voice.words
    said: dict[str, str] = {
        "institution": row["institution"],
        "question": row["question"],
        "reply": row["reply_answer"],
        "reply_source": voice.source(row["reply_source"]),
    }
    if row["survey_answer"] is None:
        return w("conflicts.silent", **said)
    said |= {
        "survey": row["survey_answer"],
        "survey_source": voice.source(row["survey_source"]),
    }
    if row["stands"] == "reply":
        return w("conflicts.reply", **said, reason=row["reason"])
    return w("conflicts.survey", **said)
