"""Query parameters → checked filters. What is not understood is refused, never ignored."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.i18n.translate import LANGUAGES, Words

NEVER_AN_ANSWER = {"estimated", "not_published"}
OWN_SET = "own"  # the codes of the boundary sets that the waves themselves use
DIALECTS = ("analysis", "excel")
# Parameter → the query's parameter. `lang` and `dialect` take one value, the others any number.
SHARED = {
    "wave": "waves",
    "institution_type": "institution_types",
    "planning_region": "planning_regions",
    "municipality": "municipalities",
    "boundary_set": "boundary_sets",
    "evidence": "evidences",
}
OWN = {
    "answers": {"question": "questions"},
    "indicators": {"indicator": "indicators", "area": "areas"},
    # Its wave is the later one, since the earlier, as on the page.
    "changes": {"since": "waves_before", "indicator": "indicators", "area": "areas"},
    "statements": {"theme": "themes"},
    "published_totals": {"question": "questions"},
    # Everything at once: a parameter narrows the tables that have it.
    "package": {
        "since": "waves_before",
        "indicator": "indicators",
        "area": "areas",
        "question": "questions",
        "theme": "themes",
    },
}
HAS_NOT = {
    # What is told in words, or printed as a total, bears no evidence of its own.
    "statements": {"evidence"},
    "published_totals": {"evidence", "planning_region", "municipality", "boundary_set"},
}


class FilterRefused(ValueError):  # noqa: N818 - says what happened
    """A parameter cannot be used; the message names it, its value and what is allowed."""


@dataclass(frozen=True, slots=True)
class ExportFilter:
    """What an export is asked for: the query's parameters, and the CSV dialect."""

    query: dict[str, Any]
    dialect: str = DIALECTS[0]

    def of(self, table: str) -> "ExportFilter":
        """What of a package's parameters the table has; of any other it keeps everything."""
        targets = parameters_of(table).values()
        chosen = {target: self.query.get(target, []) for target in targets}
        return ExportFilter(chosen | {"lang": self.lang})

    @property
    def lang(self) -> str:
        """The language of sources, caveats and institution labels."""
        return str(self.query["lang"])


def parse_filter(
    table: str,
    arguments: Mapping[str, list[str]],
    options: Iterable[tuple[str, str]],
    *,
    dialects: bool = True,
) -> ExportFilter:
    """Check the parameters of an export of `table`, one of OWN.

    `arguments` maps each parameter of the address to its values; `options` are the rows of the
    query filter_options; `dialects` says whether the file is one that has them, a CSV.

    Raises:
        FilterRefused: an unknown or inapplicable parameter, or a value that is not allowed.
    """
    names = parameters_of(table)
    settings = ["lang", "dialect"] if dialects else ["lang"]
    lang = _language(arguments.get("lang", ["lv"]))
    words = Words(lang)
    allowed = allowed_values(table, arguments.get("boundary_set", []), options)
    query: dict[str, Any] = {target: [] for target in names.values()}
    for parameter, values in arguments.items():
        if parameter in settings:
            continue
        if parameter not in names:
            known = ", ".join([*names, *settings])
            raise FilterRefused(words("refused.parameter", parameter=parameter, allowed=known))
        for value in values:
            if value not in allowed[parameter]:
                raise FilterRefused(_sentence(words, parameter, value, allowed[parameter]))
        query[names[parameter]] = sorted(set(values))
    dialect = arguments.get("dialect", ["analysis"])
    if len(dialect) != 1 or dialect[0] not in DIALECTS:
        raise FilterRefused(_sentence(words, "dialect", ", ".join(dialect), DIALECTS))
    return ExportFilter(query | {"lang": lang}, dialect[0])


def _language(values: list[str]) -> str:
    if len(values) == 1 and values[0] in LANGUAGES:
        return values[0]
    raise FilterRefused(_sentence(Words("lv"), "lang", ", ".join(values), LANGUAGES))


def parameters_of(table: str) -> dict[str, str]:
    """The repeatable parameters of an export, each with the name that its query has for it."""
    shared = {name: own for name, own in SHARED.items() if name not in HAS_NOT.get(table, ())}
    return shared | OWN[table]


def allowed_values(
    table: str, boundary_sets: Sequence[str], options: Iterable[tuple[str, str]]
) -> dict[str, list[str]]:
    """The values that each parameter may take; municipalities are those of the chosen sets."""
    values: dict[str, list[str]] = defaultdict(list)
    for parameter, value in options:
        name, _, boundary_set = parameter.partition(":")
        if not boundary_set or boundary_set in (boundary_sets or [OWN_SET]):
            values[name].append(value)
    if table in {"published_totals", "package"}:  # nobody was asked some of what is printed
        asked = values["question"] if table == "package" else []
        values["question"] = sorted({*asked, *values["printed_question"]})
    values["since"] = values["wave"]
    if table in {"indicators", "changes", "package"}:
        values["institution_type"].append("all")
    else:  # an answer was given or not; estimates are of areas
        values["evidence"] = [v for v in values["evidence"] if v not in NEVER_AN_ANSWER]
    return values


def _sentence(words: Words, parameter: str, value: str, allowed: Iterable[str]) -> str:
    known = ", ".join(sorted(set(allowed)))
    return words("refused.value", parameter=parameter, value=value, allowed=known)
