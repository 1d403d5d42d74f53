"""Cells that do not fit the survey format: what pydantic found, as sentences to act on."""

import re
from typing import Any

from pydantic import ValidationError

from etl.problems import Problem


def cell_problems(
    file: str, line: int | None, cells: dict[str, str], error: ValidationError
) -> list[Problem]:
    """The faults that pydantic found in one row, each as a problem of its cell."""
    problems = []
    for fault in error.errors():
        column = str(fault["loc"][0]) if fault["loc"] else ""
        rule, remedy = _sentence(fault["type"], fault.get("ctx", {}))
        value = cells.get(column, "")
        problems.append(Problem(file, line, column, value, rule, remedy))
    return problems


def _sentence(fault: str, context: dict[str, Any]) -> tuple[str, str]:
    """The rule broken and the remedy, for the kinds of fault that pydantic tells apart."""
    if fault == "literal_error":
        allowed = re.sub(r"'", "", str(context["expected"]))
        return "is not allowed here", f"Allowed: {allowed}."
    if fault in {"string_too_short", "missing"}:
        return "is empty", "Fill the cell."
    if fault == "string_pattern_mismatch":
        return "is not of the right form", f"The form is {context['pattern']}."
    if fault == "extra_forbidden":
        return "is not known", "Remove it."
    if fault.startswith(("int_", "bool_", "date_", "greater_than")):
        kind = {"bool": "true or false", "date": "a date"}.get(fault[:4], "a whole number above 0")
        return f"is not {kind}", "Correct the cell."
    return f"is not valid ({fault})", "Correct the cell."
