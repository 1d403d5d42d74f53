"""The table schemas (Data Package v2) of the exported tables, made from their columns."""

from collections.abc import Sequence
from typing import Any

from dashboard.exports.about import evidence_words
from dashboard.exports.code_labels import LABEL_COLUMNS
from dashboard.exports.columns import Column, columns_of
from dashboard.i18n.translate import Words
from dashboard.records import EVIDENCE

SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
# What tells two rows apart; indicators have none: the codes of regions and of Latvia are empty.
KEYS = {
    "answers": ["wave", "institution_id", "question", "answer", "boundary_set"],
    "statements": ["wave", "statement_id", "boundary_set"],
    "published_totals": ["wave", "total_id"],
    "labels": ["column", "of", "code"],
}


def table_schema(table: str, spoken: Sequence[Words]) -> dict[str, Any]:
    """Fields with types and meanings, what an empty cell means, and the key, in these words."""
    schema: dict[str, Any] = {"$schema": SCHEMA, "fields": _fields(table, spoken)}
    if table == "labels":
        return schema
    empty = " / ".join(w("columns.empty_cell") for w in spoken)
    key = {"primaryKey": KEYS[table]} if table in KEYS else {}
    return schema | {"missingValues": [{"value": "", "label": empty}]} | key


def _fields(table: str, spoken: Sequence[Words]) -> list[dict[str, Any]]:
    if table == "labels":
        return [{"name": name, "type": "string"} for name in LABEL_COLUMNS]
    return [_field(column, spoken) for column in columns_of(table)]


def _field(column: Column, spoken: Sequence[Words]) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": " / ".join(_described(column, w) for w in spoken),
    }
    if not column.empty:
        field["constraints"] = {"required": True}
    if column.name.endswith("evidence"):
        field["categories"] = [{"value": one, "label": _evidence(one, spoken)} for one in EVIDENCE]
    return field


def _described(column: Column, w: Words) -> str:
    """What the column holds, and when a cell of it is empty."""
    empty = f". {w('export.sheet.empty')}: {column.empty[w.lang]}" if column.empty else ""
    return f"{column.meaning[w.lang]}{empty}"


def _evidence(one: str, spoken: Sequence[Words]) -> str:
    return " / ".join(evidence_words(w, one, between=". ") for w in spoken)
