"""The summary a person reads after a build: what is known, what is not, what disagrees."""

from dataclasses import dataclass

import duckdb

import queries
from etl.faults import Fact
from etl.labels import code_labels
from etl.said import Said, in_each, unit_name

Rows = list[tuple[object, ...]]


def summary(connection: duckdb.DuckDBPyConnection) -> Said:
    """Sentences about institutions, evidence, unplaced institutions and differences, by wave."""
    waves = [str(row[0]) for row in connection.execute(queries.sql("waves")).fetchall()]

    def text(lang: str) -> str:
        parts = []
        for wave in reversed(waves):  # as they came: the oldest first
            one = _Wave(connection, wave, lang)
            heading = ["", one.said("wave", wave=wave)] if len(waves) > 1 else []
            parts.append("\n".join([*heading, *one.lines()]))
        return "\n".join(parts) + "\n"

    return Said("told", {"text": in_each(text)})


@dataclass(frozen=True, slots=True)
class _Wave:
    """One wave in one language: in English by its codes, in Latvian in words."""

    connection: duckdb.DuckDBPyConnection
    wave: str
    lang: str

    def said(self, what: str, **facts: Fact) -> str:
        return Said(f"summary_{what}", facts).text(self.lang)

    def lines(self) -> list[str]:
        told, owners, places = self._rows("summary_statements")[0]
        counts = {"statements": told, "institutions": owners, "municipalities": places}
        return [
            *("", self.said("institutions")),
            *(self._line("institution_type", *row) for row in self._rows("summary_institutions")),
            *("", self.said("evidence")),
            *(self._line("evidence", *row) for row in self._rows("summary_evidence")),
            *("", self.said("statements", **{name: str(one) for name, one in counts.items()})),
            *self._differences(),
            *self._conflicts(),
            *self._contradicted(),
        ]

    def _rows(self, name: str, **more: str) -> Rows:
        parameters = {"wave": self.wave, **more}
        return self.connection.execute(queries.sql(name), parameters).fetchall()

    def _label(self, kind: str, code: object) -> str:
        if self.lang == "en" or code is None:
            return str(code)
        return code_labels()[kind][str(code)]["lv"]

    def _line(self, kind: str, code: object, *numbers: object) -> str:
        return f"  {self._label(kind, code):<18}" + "".join(f"{number:>6}" for number in numbers)

    def _differences(self) -> list[str]:
        """The figures that the coded answers do not give, each with its explanation."""
        differences = self._rows("summary_differences", lang=self.lang)
        (checked,) = self._rows("summary_reconciled")[0]
        lines = ["", self.said("differences", checked=str(checked), differ=len(differences))]
        for kind, question, category, published, coded, unit, explanation in differences:
            figure = self.said(
                "difference",
                kind=self._label("institution_type", kind),
                question=str(question),
                category=str(category),
                published=f"{published:g}",
                coded=f"{coded:g}",
                unit=str(unit) if self.lang == "en" else unit_name(str(unit)),
            )
            lines += [f"  {figure}", f"    {explanation}"]
        return lines

    def _conflicts(self) -> list[str]:
        """What loaded replies contradict; nothing where they contradict nothing."""
        replies = self._rows("summary_conflicts", lang=self.lang)
        lines = ["", self.said("conflicts", count=len(replies))] if replies else []
        for institution, question, survey, reply, stands, file, line, reason in replies:
            kept = "survey_stands" if stands == "survey" else "reply_stands"
            told = self.said(
                "conflict" if survey else "silent",
                institution=str(institution),
                question=str(question),
                survey=str(survey),
                file=str(file),
                line=str(line),
                reply=str(reply),
                stands=self.said(kept, reason=str(reason)),
            )
            lines.append(f"  {told}")
        return lines

    def _contradicted(self) -> list[str]:
        totals = self._rows("summary_contradicted", lang=self.lang)
        lines = ["", self.said("contradicted", count=len(totals))] if totals else []
        for indicator, kind, *counts in totals:
            names = ("lower", "upper", "least", "most")
            told = self.said(
                "total",
                kind=self._label("institution_type", kind),
                indicator=str(indicator),
                **{name: str(one) for name, one in zip(names, counts, strict=True)},
            )
            lines.append(f"  {told}")
        return lines
