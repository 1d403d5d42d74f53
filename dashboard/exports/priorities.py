"""The list of priorities as a table: a municipality a row, both questions, who is to be reached."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from dashboard.atlas import read_atlas, read_labels
from dashboard.database import Edition
from dashboard.exports.filters import DIALECTS, FilterRefused
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.priorities import PARAMETERS, Standing, pair_of, standings
from dashboard.records import Institution
from dashboard.state import INDICATORS

# Parameters that take one value, with their default (None: the newest wave, and its own boundary
# set); the others repeat.
SINGLE: Mapping[str, str | None] = {
    "need": PARAMETERS["need"][0],
    "gap": PARAMETERS["gap"][0],
    "boundary_set": None,
    "wave": None,
    "lang": LANGUAGES[0],
    "dialect": DIALECTS[0],
}
REPEATED = ("planning_region", "municipality")
Row = tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class ListFilter:
    """What a list is asked for; empty collections mean all."""

    need: str
    gap: str
    boundary_set: str
    wave: str  # "" where the database holds one
    lang: str
    dialect: str
    planning_regions: frozenset[str]
    municipalities: frozenset[str]

    def pairs(self) -> list[tuple[str, str]]:
        """Parameter and value of everything asked for, in one order; without the dialect."""
        names = ("need", "gap", "boundary_set", *(("wave",) if self.wave else ()))
        single = [(name, getattr(self, name)) for name in names]
        regions = [("planning_region", one) for one in sorted(self.planning_regions)]
        places = [("municipality", one) for one in sorted(self.municipalities)]
        return [*single, *regions, *places, ("lang", self.lang)]

    def keeps(self, one: Standing) -> bool:
        """Whether a municipality is in the list."""
        return (
            not self.planning_regions or one.place.planning_region in self.planning_regions
        ) and (not self.municipalities or one.place.code in self.municipalities)


def parse_list_filter(
    arguments: Mapping[str, Sequence[str]],
    options: Iterable[tuple[str, str]],
    waves: Mapping[str, Sequence[str]],
    *,
    dialects: bool = True,
) -> ListFilter:
    """Check the parameters of a list; `options` are the rows of the query filter_options.

    `waves` maps each wave to its boundary sets, its own first, the newest wave first; `dialects`
    says whether the file is one that has them, a CSV.

    Raises:
        FilterRefused: an unknown parameter, a value that is not allowed, a gap that is the need.
    """
    given = arguments.get("lang", [LANGUAGES[0]])
    words = Words(given[0] if tuple(given) in {(one,) for one in LANGUAGES} else LANGUAGES[0])
    known = [name for name in (*SINGLE, *REPEATED) if dialects or name != "dialect"]
    for parameter in arguments:
        if parameter not in known:
            allowed = ", ".join(known)
            raise FilterRefused(words("refused.parameter", parameter=parameter, allowed=allowed))
    values: dict[str, set[str]] = {}
    for parameter, value in options:
        values.setdefault(parameter, set()).add(value)
    given_wave = arguments.get("wave", [""])[0]
    own_sets = waves.get(given_wave) or next(iter(waves.values()))
    values["boundary_set"] = set(own_sets)
    single = {name: _one(name, arguments, values, words) for name in SINGLE}
    newest = next(iter(waves)) if len(waves) > 1 else ""
    usual = {"boundary_set": own_sets[0], "wave": newest}
    chosen = {name: value or usual[name] for name, value in single.items()}
    chosen["wave"] = chosen["wave"] if newest else ""
    if chosen["need"] == chosen["gap"]:
        others = set(INDICATORS) - {chosen["need"]}
        raise _refused(words, "gap", chosen["gap"], others)
    values["municipality"] = values[f"municipality:{chosen['boundary_set']}"]
    regions, places = (_several(name, arguments, values[name], words) for name in REPEATED)
    return ListFilter(**chosen, planning_regions=regions, municipalities=places)


def _refused(words: Words, parameter: str, value: str, allowed: Iterable[str]) -> FilterRefused:
    known = ", ".join(sorted(allowed))
    return FilterRefused(words("refused.value", parameter=parameter, value=value, allowed=known))


def _one(
    name: str,
    arguments: Mapping[str, Sequence[str]],
    values: Mapping[str, set[str]],
    words: Words,
) -> str | None:
    allowed: Mapping[str, Iterable[str]] = {
        "need": INDICATORS,
        "gap": INDICATORS,
        "boundary_set": values["boundary_set"],
        "wave": values["wave"],
        "lang": LANGUAGES,
        "dialect": DIALECTS,
    }
    if name not in arguments:
        return SINGLE[name]
    given = arguments[name]
    if len(given) != 1 or given[0] not in allowed[name]:
        raise _refused(words, name, ", ".join(given), allowed[name])
    return given[0]


def _several(
    name: str, arguments: Mapping[str, Sequence[str]], allowed: set[str], words: Words
) -> frozenset[str]:
    given = arguments.get(name, ())
    for value in given:
        if value not in allowed:
            raise _refused(words, name, value, allowed)
    return frozenset(given)


def list_rows(edition: Edition, wanted: ListFilter) -> list[Row]:
    """The rows in the order of the page: by group, institutions that report the need, name."""
    atlas = read_atlas(edition, wanted.boundary_set, wanted.wave)
    found = standings(atlas, pair_of(wanted.need, wanted.gap))
    labels = read_labels(edition, wanted.lang)
    wave = str(atlas.wave["wave"])
    return [_row(one, wave, wanted.lang, labels) for one in found if wanted.keeps(one)]


def _row(one: Standing, wave: str, lang: str, labels: Mapping[tuple[str, str], str]) -> Row:
    place, need, gap, reading = one.place, one.need, one.gap, one.gap_answers
    silent = reading.survey_silent + reading.question_silent
    return (
        wave,
        need.indicator,
        gap.indicator,
        place.boundary_set,
        place.code,
        place.name_nom,
        place.planning_region,
        one.group or None,
        one.row,
        need.numerator,
        need.denominator,
        need.evidence,
        one.column,
        gap.numerator,
        gap.denominator,
        gap.evidence,
        _names(reading.no, lang),
        _names(reading.planned, lang),
        _names(silent, lang),
        _said(labels, "source", need.sources, "; "),
        _said(labels, "source", gap.sources, "; "),
        _said(labels, "caveat", (*need.caveats, *gap.caveats), " "),
    )


def _names(institutions: Iterable[Institution], lang: str) -> str | None:
    names = (one.name_lv if lang == "lv" else one.name_en for one in institutions)
    return "; ".join(names) or None


def _said(
    labels: Mapping[tuple[str, str], str], kind: str, codes: Sequence[str], between: str
) -> str | None:
    """Labels in the order in which the study has them; None for none."""
    return between.join(labels[key] for key in labels if key[0] == kind and key[1] in codes) or None
