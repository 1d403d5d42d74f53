"""Write docs/data-model.md anew from the schema files: python docs/make_data_model.py

The words of the page are the comments of `queries/schema/*.sql`. A test fails when it is stale.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parent.parent
SCHEMA = ROOT / "queries" / "schema"
PAGE = ROOT / "docs" / "data-model.md"
HEAD = """# Data model

What stands in the database file. Made from `queries/schema/*.sql` by `docs/make_data_model.py`:
edit the schema, not this page.

A column may be empty (null) only where *may be empty* is said; a list is written `type[]`.
Questions and answers: [survey-format.md](survey-format.md). Evidence: [README](../README.md).
"""


@dataclass(slots=True)
class Table:
    """A table of the schema: its rows as Markdown cells, and its keys as lists of columns."""

    name: str
    comment: str
    columns: list[tuple[str, str, list[str]]] = field(default_factory=list)  # name, type, notes
    primary: list[str] = field(default_factory=list)
    foreign: list[str] = field(default_factory=list)


def page(schema: Path = SCHEMA) -> str:
    """The whole page as Markdown."""
    parts = [HEAD]
    for path in sorted(schema.glob("*.sql")):
        comment, _, body = path.read_text("utf-8").partition("\n\n")
        parts.append(f"## {_words(comment).rstrip('.')}\n")
        parts.extend(_statements(body))
    return "\n".join(parts)


def _statements(body: str) -> Iterator[str]:
    for block in re.split(r"\n{2,}", body.strip()):
        lines = block.splitlines()
        comment = _words("\n".join(line for line in lines if line.startswith("--")))
        text = "\n".join(line for line in lines if not line.startswith("--"))
        if kind := re.match(r"create type (\w+) as ENUM\((.*?)\)", text, re.DOTALL):
            codes = ", ".join(f"`{code}`" for code in re.findall(r"'(\w+)'", kind[2]))
            yield f"**{kind[1]}**: {codes}. {comment}".rstrip() + "\n"
        elif made := re.match(r"create table (\w+) \((.*)\);", text, re.DOTALL):
            yield _markdown(_parsed(made[1], comment, made[2]))


def _parsed(name: str, comment: str, body: str) -> Table:
    table = Table(name, comment)
    # A key may run over several lines; a column never does.
    for line in re.sub(r"\([^()]*\)", _on_one_line, body).strip().splitlines():
        definition, _, meaning = line.strip().partition("--")
        definition = definition.strip().rstrip(",")
        if key := re.match(r"primary key \((.*)\)", definition):
            table.primary = key[1].split(", ")
        elif key := re.match(r"foreign key \((.*)\) references (\w+)", definition):
            table.foreign.append(f"({key[1]}) is a row of `{key[2]}`")
        else:
            table.columns.append(_column(definition, meaning.strip(), table))
    return table


def _on_one_line(bracketed: re.Match[str]) -> str:
    return f"({' '.join(bracketed[0][1:-1].split())})"


def _column(definition: str, meaning: str, table: Table) -> tuple[str, str, list[str]]:
    name, kind, *more = definition.split(" ", 2)
    rule = "".join(more)
    if "primary key" in rule:
        table.primary = [name]
    reference = re.search(r"references (\w+)", rule)
    notes = [meaning] if meaning else []
    notes += [f"of `{reference[1]}`"] if reference else []
    notes += [] if rule else ["may be empty"]
    return name, kind, notes


def _markdown(table: Table) -> str:
    rows = [f"### {table.name}\n"]
    rows += [f"{table.comment}\n"] if table.comment else []
    rows += ["| column | type | |", "|---|---|---|"]
    for name, kind, notes in table.columns:
        said = "; ".join([*notes, *(["key"] if name in table.primary else [])])
        rows.append(f"| `{name}` | {kind} | {said.replace('|', 'or')} |")
    rows += [f"\n{'; '.join(table.foreign)}."] if table.foreign else []
    return "\n".join([*rows, ""])


def _words(comment: str) -> str:
    return " ".join(line.removeprefix("--").strip() for line in comment.splitlines())


if __name__ == "__main__":
    PAGE.write_text(page(), "utf-8")
