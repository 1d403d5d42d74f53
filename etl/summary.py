"""The summary a person reads after a build: what is known, what is not, what disagrees."""

import duckdb

import queries


def summary(connection: duckdb.DuckDBPyConnection) -> str:
    """Sentences about institutions, evidence, unplaced institutions and differences, by wave."""
    waves = [str(row[0]) for row in connection.execute(queries.sql("waves")).fetchall()]
    parts = []
    for wave in reversed(waves):  # as they came: the oldest first
        heading = ["", f"Wave {wave}"] if len(waves) > 1 else []
        parts.append("\n".join([*heading, *_of_wave(connection, wave)]))
    return "\n".join(parts) + "\n"


def _of_wave(connection: duckdb.DuckDBPyConnection, wave: str) -> list[str]:
    def rows(name: str) -> list[tuple[object, ...]]:
        return connection.execute(queries.sql(name), {"wave": wave}).fetchall()

    lines = ["", "Institutions: asked, responded, without a place in the source"]
    lines += [_line(*row) for row in rows("summary_institutions")]
    lines += ["", "How it is known: answers, and what institutions count for in the indicators"]
    lines += [_line(*row) for row in rows("summary_evidence")]
    told, owners, places = rows("summary_statements")[0]
    lines += [
        "",
        f"Told in words: {told} statements; {owners} institutions, {places} municipalities",
    ]
    differences = rows("summary_differences")
    (checked,) = rows("summary_reconciled")[0]
    lines += [
        "",
        f"Printed figures recomputed: {checked}; {len(differences)} differ, all explained",
    ]
    for kind, question, category, published, coded, unit, explanation in differences:
        figure = f"printed {published:g}, coded {coded:g} {unit}"
        lines += [f"  {kind} {question} {category}: {figure}", f"    {explanation}"]
    return lines


def _line(name: object, *numbers: object) -> str:
    return f"  {name:<18}" + "".join(f"{number:>6}" for number in numbers)
