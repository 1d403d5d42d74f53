"""The table schemas (Data Package v2) of the exported tables, made from their columns."""

from typing import Any

from dashboard.exports.about import evidence_words
from dashboard.exports.code_labels import LABEL_COLUMNS
from dashboard.exports.columns import Column, columns_of
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.records import EVIDENCE

SCHEMA = "https://datapackage.org/profiles/2.0/tableschema.json"
# What tells two rows apart; indicators have none: the codes of regions and of Latvia are empty.
KEYS = {
    "answers": ["wave", "institution_id", "question", "answer", "boundary_set"],
    "statements": ["wave", "statement_id", "boundary_set"],
    "published_totals": ["wave", "total_id"],
    "labels": ["column", "of", "code"],
}


def table_schema(table: str) -> dict[str, Any]:
    """Fields with types and meanings, what an empty cell means, and the key."""
    schema: dict[str, Any] = {"$schema": SCHEMA, "fields": _fields(table)}
    if table == "labels":
        return schema
    empty = in_both("columns.empty_cell")
    key = {"primaryKey": KEYS[table]} if table in KEYS else {}
    return schema | {"missingValues": [{"value": "", "label": empty}]} | key


def in_both(key: str) -> str:
    """Words in both languages."""
    return " / ".join(Words(lang)(key) for lang in LANGUAGES)


def _fields(table: str) -> list[dict[str, Any]]:
    if table == "labels":
        return [{"name": name, "type": "string"} for name in LABEL_COLUMNS]
    return [_field(column) for column in columns_of(table)]


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {
        "name": column.name,
        "type": column.type,
        "description": " / ".join(_described(column, lang) for lang in LANGUAGES),
    }
    if not column.empty:
        field["constraints"] = {"required": True}
    if column.name.endswith("evidence"):
        field["categories"] = [{"value": one, "label": _evidence(one)} for one in EVIDENCE]
    return field


def _described(column: Column, lang: str) -> str:
    """What the column holds, and when a cell of it is empty."""
    empty = f". {Words(lang)('export.sheet.empty')}: {column.empty[lang]}" if column.empty else ""
    return f"{column.meaning[lang]}{empty}"


def _evidence(one: str) -> str:
    return " / ".join(evidence_words(Words(lang), one, between=". ") for lang in LANGUAGES)
