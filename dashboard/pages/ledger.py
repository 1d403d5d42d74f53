"""The ledger of the methods page: printed figures beside what the coded answers give."""

from typing import Any

from dash import dcc, html

from dashboard import ids
from dashboard.components.attributes import Child, scrolling
from dashboard.database import Edition
from dashboard.i18n.grammar import sentence_case
from dashboard.i18n.numbers import decimal_number, unbroken, whole
from dashboard.i18n.translate import Words
from dashboard.pages.place_parts import Voice
from dashboard.pages.study_files import figure_files


def reconciliation(edition: Edition, voice: Voice) -> list[Child]:
    """The ledger is a table built in the browser: as Dash components it would cost a second."""
    w = voice.words
    return [
        html.P(w("methods.reconciliation.intro")),
        html.Div(id=ids.LEDGER, **scrolling(w("methods.reconciliation.title"))),
        dcc.Store(id=ids.LEDGER_ROWS, data=ledger(edition, voice)),
        html.Div(id=ids.LEDGER_DONE, hidden=True),
        figure_files(w),
    ]


def ledger(edition: Edition, voice: Voice) -> dict[str, Any]:
    """The ledger's caption, columns and rows, as table.js takes them."""
    w = voice.words
    keys = (
        "question",
        "institutions",
        "category",
        "published",
        "coded",
        "difference",
        "source",
        "explanation",
    )
    numbers = {"published", "coded", "difference"}
    rows = edition.rows("reconciliation", {"wave": voice.atlas.wave["wave"], "lang": w.lang})
    return {
        "caption": w("methods.reconciliation.title"),
        "columns": [
            {"text": w(f"methods.reconciliation.{key}"), "number": key in numbers} for key in keys
        ],
        "rows": [_ledger_row(voice, row) for row in rows],
    }


def _ledger_row(voice: Voice, row: dict[str, Any]) -> list[Any]:
    w = voice.words
    unit = "count" if row["unit"] == "count" else "percent"
    return [
        row["question"],
        w(f"institutions.{row['institution_type']}"),
        sentence_case(row["answers"]),
        _figure(row["published"], row["unit"], w),
        _figure(row["coded"], unit, w),
        _difference(row["difference"], unit, w),
        voice.source(row["source"]),
        unbroken(row["explanation"] or w("methods.reconciliation.none")),
    ]


def _figure(value: float, unit: str, w: Words) -> dict[str, Any]:
    text = whole(int(value), w.lang) if value == int(value) else decimal_number(value, w.lang, 1)
    shown = text if unit == "count" else w("number.percent", value=text)
    if unit == "about_percent":
        shown = w("number.about", value=shown)
    return {"text": shown, "sort": value}


def _difference(value: float, unit: str, w: Words) -> dict[str, Any]:
    """Coded minus published; of percentages in percentage points."""
    text = decimal_number(value, w.lang, 0 if value == int(value) else 1).replace("-", "\u2212")
    if unit == "percent" and value:
        text = w("methods.reconciliation.points", n=abs(round(value)), value=text)
    return {"text": text, "sort": value}
