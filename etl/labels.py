"""Labels: what codes and sources are called in Latvian and English, as rows of `label`."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from pathlib import Path

from etl.source_labels import JOINT, source_label

FILE = Path(__file__).with_name("labels.toml")


@cache
def code_labels() -> dict[str, dict[str, dict[str, str]]]:
    """`labels.toml` as kind → code → {"lv": …, "en": …}."""
    return tomllib.loads(FILE.read_text("utf-8"))


def source_is_known(source: str) -> bool:
    """Whether the source code follows the grammar and can be said in words."""
    try:
        source_label(source, "en")
    except ValueError:
        return False
    return True


def label_rows(sources: Iterable[str]) -> list[dict[str, object]]:
    """Rows of the table `label`: every code of labels.toml, every source and each of its parts.

    An answer cites its source as a whole, an area the parts of all its sources, each once.
    """
    rows: list[dict[str, object]] = [
        {"kind": kind, "code": code, "label_lv": words["lv"], "label_en": words["en"]}
        for kind, codes in code_labels().items()
        for code, words in codes.items()
    ]
    whole = set(sources)
    for source in sorted(whole.union(*(code.split(JOINT) for code in whole)), key=_reading_order):
        lv, en = source_label(source, "lv"), source_label(source, "en")
        rows.append({"kind": "source", "code": source, "label_lv": lv, "label_en": en})
    return [row | {"position": number} for number, row in enumerate(rows, start=1)]


def _reading_order(source: str) -> tuple[bool, list[int], list[str | int], str]:
    """Footnotes by their number, 6 before 12, then chapters and all else by name, 2 before 10."""
    parts = re.split(r"(\d+)", source)  # every second is a number
    numbers = [int(number) for number in parts[1::2]]
    is_footnote = source.startswith("footnote")
    named = [int(part) if at % 2 else part for at, part in enumerate(parts)]
    return not is_footnote, numbers if is_footnote else [], named, source
