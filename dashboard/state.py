"""The URL owns the view: one frozen ViewState, read from a query string and written back."""

import re
from collections.abc import Collection, Container, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from typing import Any
from urllib.parse import parse_qsl, urlencode

from dashboard.i18n.translate import LANGUAGES

INDICATORS = (
    "identified_cases",
    "training_coverage",
    "materials_availability",
    "ngo_awareness",
)
# What a page writes for a parameter whose values are the database's boundary sets, or none.
A_BOUNDARY_SET = ("", "boundary_set")
A_WAVE = ("", "wave")  # likewise its survey rounds
SEVERAL_CODES = ("", ",")  # what a page writes for a parameter that takes codes joined by commas
A_NUMBER = ("1", "number")  # likewise the number of a part of the page, the first part's default
_NUMBER = re.compile("[1-9][0-9]{0,5}")
INSTITUTION_TYPES = ("all", "orphans_court", "social_service", "employment_agency")


@dataclass(frozen=True, slots=True)
class Usual:
    """What an address need not say: the newest wave, and the wave's own boundary set."""

    wave: str = ""  # "" where the database holds one wave: there is none to choose
    boundary_set: str = "2009"


@dataclass(frozen=True, slots=True)
class ViewState:
    """What a page shows. Field names, but `usual`, are the names of the URL's parameters."""

    indicator: str = "training_coverage"
    institution_type: str = "all"
    planning_region: str = ""  # "" is the whole of Latvia
    boundary_set: str = "2009"
    municipality: str = ""  # "" is nothing chosen
    estimates: str = "on"
    view: str = "map"
    lang: str = "lv"
    wave: str = ""  # "" where the database holds one
    usual: Usual = Usual()  # of the database and the wave; never in an address

    def to_query(self) -> str:
        """The query string of this view; what has its default value is left out."""
        usual = _DEFAULTS | {"wave": self.usual.wave, "boundary_set": self.usual.boundary_set}
        return urlencode(
            {name: getattr(self, name) for name in PARAMETERS if getattr(self, name) != usual[name]}
        )

    def plain(self) -> "ViewState":
        """The view that a page opens with, in the same language and of the same wave."""
        return ViewState(
            lang=self.lang,
            boundary_set=self.usual.boundary_set,
            wave=self.wave,
            usual=self.usual,
        )

    def within(self, boundary_set: str) -> "ViewState":
        """The same view in another boundary set."""
        return replace(self, boundary_set=boundary_set)

    def address(self, path: str = "/", **changes: Any) -> str:
        """The address of `path` with this view, some of its fields changed."""
        query = replace(self, **changes).to_query()
        return f"{path}?{query}" if query else path


_DEFAULTS = {f.name: f.default for f in fields(ViewState)}
PARAMETERS = tuple(name for name in _DEFAULTS if name != "usual")


def compare_address(state: ViewState, municipality: str) -> str:
    """The address at which a municipality waits for the one that it is compared with."""
    return f"{state.address('/compare', municipality=municipality)}&mode=municipalities"


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that the database allows, where they are not fixed by the program."""

    municipalities: Mapping[str, frozenset[str]]  # boundary set → its codes
    planning_regions: frozenset[str]
    # Wave → the boundary sets that it can be shown in, its own first; the newest wave first.
    waves: Mapping[str, Sequence[str]] = field(default_factory=dict)

    @property
    def newest(self) -> str:
        """The newest wave."""
        return next(iter(self.waves), "")

    def usual(self, wave: str) -> Usual:
        """What an address of this wave need not say."""
        newest = self.newest if len(self.waves) > 1 else ""
        own = self.waves[wave][0] if wave in self.waves else Usual().boundary_set
        return Usual(newest, own)

    def sets(self, wave: str) -> Sequence[str]:
        """The boundary sets that a wave can be shown in."""
        return self.waves.get(wave, tuple(self.municipalities))

    def allowed(self, boundary_set: str, wave: str = "") -> dict[str, frozenset[str]]:
        """Parameter → the values it may take within `boundary_set`; `wave` "" is the newest."""
        return {
            "indicator": frozenset(INDICATORS),
            "institution_type": frozenset(INSTITUTION_TYPES),
            "planning_region": self.planning_regions | {""},
            "boundary_set": frozenset(self.sets(wave or self.newest)),
            "municipality": self.municipalities.get(boundary_set, frozenset()) | {""},
            "estimates": frozenset({"on", "off"}),
            "view": frozenset({"map", "list"}),
            "lang": frozenset(LANGUAGES),
            "wave": frozenset(self.waves or ("",)),
        }


@dataclass(frozen=True, slots=True)
class ParsedState:
    """A state, and what of the query could not be understood: (parameter, value) pairs."""

    state: ViewState
    unknown: tuple[tuple[str, str], ...] = field(default=())
    own: Mapping[str, str] = field(default_factory=dict)  # the page's own parameters, all of them
    defaults: Mapping[str, str] = field(default_factory=dict)  # what `own` is without a query
    given: tuple[tuple[str, str], ...] = field(default=())  # all pairs as they stand in the query,
    # for a page whose parameters repeat

    @property
    def lang(self) -> str:
        """The page's language."""
        return self.state.lang

    def address(self, path: str = "/", **changes: Any) -> str:
        """The address of `path` with this view and these parameters, some of them changed."""
        own = {name: changes.pop(name, value) for name, value in self.own.items()}
        given = {name: value for name, value in own.items() if value != self.defaults[name]}
        query = "&".join(
            part for part in (replace(self.state, **changes).to_query(), urlencode(given)) if part
        )
        return f"{path}?{query}" if query else path


def parse_state(
    search: str, choices: Choices, own: Mapping[str, Sequence[str]] | None = None
) -> ParsedState:
    """Read a query string, with or without its question mark.

    An unknown parameter or value falls to the default and is told; of a repeated parameter the
    last value counts. `own` are the page's own parameters with their values, the default first; a
    parameter whose only value is "" may take any code of a municipality of the boundary set, one
    of SEVERAL_CODES several, each once, joined by commas; one of A_BOUNDARY_SET any boundary set,
    one of A_WAVE any wave, one of A_NUMBER any number from 1 on.
    """
    pairs = tuple(parse_qsl(search.lstrip("?"), keep_blank_values=True))
    given = dict(pairs)
    # What is told as unknown below is read as if it were not there: codes are of the default.
    wave = _given(given, "wave", choices.waves, choices.newest)
    usual = choices.usual(wave)
    boundary_set = _given(given, "boundary_set", choices.sets(wave), usual.boundary_set)
    several = {name for name, values in (own or {}).items() if values == SEVERAL_CODES}
    known_values = choices.allowed(boundary_set, wave)
    allowed: dict[str, Container[str]] = dict(known_values)
    allowed |= {name: _values(values, known_values) for name, values in (own or {}).items()}
    known: dict[str, Any] = {}
    unknown = []
    for parameter, value in given.items():
        parts = value.split(",") if parameter in several else [value]
        once = len(parts) == len(set(parts))
        if once and all(part in allowed.get(parameter, ()) for part in parts):
            known[parameter] = value
        else:
            unknown.append((parameter, value))
    defaults = {name: values[0] for name, values in (own or {}).items()}
    mine = {name: known.pop(name, default) for name, default in defaults.items()}
    shown = {"boundary_set": boundary_set, "wave": wave if usual.wave else "", "usual": usual}
    return ParsedState(ViewState(**known | shown), tuple(unknown), mine, defaults, pairs)


def _given(given: Mapping[str, str], name: str, allowed: Collection[str], usual: str) -> str:
    """The value that an address gives, if it is allowed."""
    value = given.get(name, usual)
    return value if value in allowed else usual


class _Numbers:
    """The numbers from 1 on as an address writes them."""

    def __contains__(self, value: object) -> bool:
        return isinstance(value, str) and bool(_NUMBER.fullmatch(value))


def _values(values: Sequence[str], allowed: Mapping[str, frozenset[str]]) -> Container[str]:
    """The values of a page's own parameter: those written down, or what the database has."""
    if values == A_NUMBER:
        return _Numbers()
    if values in (A_BOUNDARY_SET, A_WAVE):
        return allowed[values[1]] | {""}
    return frozenset(values) if any(one.strip(",") for one in values) else allowed["municipality"]
