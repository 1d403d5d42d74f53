"""The summary a person reads after a build: what is known, what is not, what disagrees."""

import duckdb

import queries

Rows = list[tuple[object, ...]]


def summary(connection: duckdb.DuckDBPyConnection) -> str:
    """Sentences about institutions, evidence, unplaced institutions and differences, by wave."""
    waves = [str(row[0]) for row in connection.execute(queries.sql("waves")).fetchall()]
    parts = []
    for wave in reversed(waves):  # as they came: the oldest first
        heading = ["", f"Wave {wave}"] if len(waves) > 1 else []
        parts.append("\n".join([*heading, *_of_wave(connection, wave)]))
    return "\n".join(parts) + "\n"


def _of_wave(connection: duckdb.DuckDBPyConnection, wave: str) -> list[str]:
    def rows(name: str) -> Rows:
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
    return [*lines, *_conflicts(rows("summary_conflicts"), rows("summary_contradicted"))]


def _conflicts(replies: Rows, totals: Rows) -> list[str]:
    """What loaded replies contradict; nothing where they contradict nothing."""
    lines = ["", f"Replies that contradict the survey: {len(replies)}"] if replies else []
    for institution, question, survey, reply, stands, file, line, reason in replies:
        stated = survey or "not counted, it did not respond"
        kept = f"the reply stands: {reason}" if stands == "reply" else "the survey stands"
        told = f"{question}: survey {stated}, {file} row {line} {reply}; {kept}"
        lines.append(f"  {institution} {told}")
    if totals:
        lines += ["", f"Printed totals that replies contradict: {len(totals)}, no longer used"]
    for indicator, kind, lower, upper, least, most in totals:
        allowed = f"printed {lower} to {upper}, known answers allow {least} to {most}"
        lines.append(f"  {kind} {indicator}: {allowed}")
    return lines


def _line(name: object, *numbers: object) -> str:
    return f"  {name:<18}" + "".join(f"{number:>6}" for number in numbers)
