"""Write the tables of columns in docs/exports.md from what the program itself says of them.

    python docs/make_exports.py

A test compares the page with what this gives.
"""

import re
from pathlib import Path

from dashboard.exports.columns import columns_of
from dashboard.exports.files import ALL

PAGE = Path(__file__).parent / "exports.md"
HEAD = "| column | type | meaning | empty |\n|---|---|---|---|\n"


def page() -> str:
    """The page with its tables of columns as they must be; all else as it stands."""
    text = PAGE.read_text("utf-8")
    for table in ALL:
        pattern = rf"(?<=## Columns of {table}\n\n)(\|.*\n)+"
        text, found = re.subn(pattern, lambda _, table=table: rows_of(table), text)
        if found != 1:
            raise ValueError(f"{PAGE.name} has no table under “Columns of {table}”")
    return text


def rows_of(table: str) -> str:
    """The Markdown table of a table's columns."""
    lines = [
        f"| `{one.name}` | {one.type} | {one.meaning['en']} | {one.empty.get('en', 'never')} |\n"
        for one in columns_of(table)
    ]
    return HEAD + "".join(lines)


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
