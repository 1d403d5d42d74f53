"""Cells that do not fit the survey format: what pydantic found, as sentences to act on."""

import re
from typing import Any

from pydantic import ValidationError

from etl.faults import Facts, Several
from etl.problems import Problem
from etl.survey_format import EXAMPLES


def cell_problems(
    file: str, line: int | None, cells: dict[str, str], error: ValidationError
) -> list[Problem]:
    """The faults that pydantic found in one row, each as a problem of its cell."""
    problems = []
    for fault in error.errors():
        column = str(fault["loc"][0]) if fault["loc"] else ""
        code, facts = _fault(fault["type"], fault.get("ctx", {}))
        problems.append(Problem(file, line, column, cells.get(column, ""), code, facts))
    return problems


def _fault(kind: str, context: dict[str, Any]) -> tuple[str, Facts]:
    """The fault and its facts, for the kinds of error that pydantic tells apart."""
    if kind == "literal_error":
        allowed = Several(re.findall(r"'(.*?)'", str(context["expected"])))
        return "value_not_allowed", {"allowed": allowed}
    if kind in {"string_too_short", "missing"}:
        return "cell_empty", {}
    if kind == "string_pattern_mismatch":
        return "wrong_form", {"example": Several(EXAMPLES[context["pattern"]])}
    if kind == "extra_forbidden":
        return "key_unknown", {}
    if kind.startswith(("int_", "bool_", "date_", "greater_than")):
        known = {"bool": "not_true_or_false", "date": "not_a_date"}
        return known.get(kind[:4], "not_a_whole_number"), {}
    return "not_valid", {"reason": kind}
