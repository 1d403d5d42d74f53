"""The URL owns the view: one frozen ViewState, read from a query string and written back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
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
SEVERAL_CODES = ("", ",")  # what a page writes for a parameter that takes codes joined by commas
INSTITUTION_TYPES = ("all", "orphans_court", "social_service", "employment_agency")


@dataclass(frozen=True, slots=True)
class ViewState:
    """What a page shows. Field names are the names of the URL's parameters."""

    indicator: str = "training_coverage"
    institution_type: str = "all"
    planning_region: str = ""  # "" is the whole of Latvia
    boundary_set: str = "2009"
    municipality: str = ""  # "" is nothing chosen
    estimates: str = "on"
    view: str = "map"
    lang: str = "lv"

    def to_query(self) -> str:
        """The query string of this view; what has its default value is left out."""
        default = ViewState()
        return urlencode(
            {
                f.name: getattr(self, f.name)
                for f in fields(self)
                if getattr(self, f.name) != getattr(default, f.name)
            }
        )

    def within(self, boundary_set: str) -> "ViewState":
        """The same view in another boundary set."""
        return replace(self, boundary_set=boundary_set)

    def address(self, path: str = "/", **changes: str) -> str:
        """The address of `path` with this view, some of its fields changed."""
        query = replace(self, **changes).to_query()
        return f"{path}?{query}" if query else path


def compare_address(state: ViewState, municipality: str) -> str:
    """The address at which a municipality waits for the one that it is compared with."""
    return f"{state.address('/compare', municipality=municipality)}&mode=municipalities"


@dataclass(frozen=True, slots=True)
class Choices:
    """The values that the database allows, where they are not fixed by the program."""

    municipalities: Mapping[str, frozenset[str]]  # boundary set → its codes
    planning_regions: frozenset[str]

    def allowed(self, boundary_set: str) -> dict[str, frozenset[str]]:
        """Parameter → the values it may take within `boundary_set`."""
        return {
            "indicator": frozenset(INDICATORS),
            "institution_type": frozenset(INSTITUTION_TYPES),
            "planning_region": self.planning_regions | {""},
            "boundary_set": frozenset(self.municipalities),
            "municipality": self.municipalities.get(boundary_set, frozenset()) | {""},
            "estimates": frozenset({"on", "off"}),
            "view": frozenset({"map", "list"}),
            "lang": frozenset(LANGUAGES),
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

    def address(self, path: str = "/", **changes: str) -> str:
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
    of SEVERAL_CODES several, joined by commas; one of A_BOUNDARY_SET any boundary set.
    """
    pairs = tuple(parse_qsl(search.lstrip("?"), keep_blank_values=True))
    given = dict(pairs)
    boundary_set = given.get("boundary_set", ViewState().boundary_set)
    if (
        boundary_set not in choices.municipalities
    ):  # told as unknown below; codes are of the default
        boundary_set = ViewState().boundary_set
    allowed = choices.allowed(boundary_set)
    several = {name for name, values in (own or {}).items() if values == SEVERAL_CODES}
    allowed |= {name: _values(values, allowed) for name, values in (own or {}).items()}
    known, unknown = {}, []
    for parameter, value in given.items():
        parts = value.split(",") if parameter in several else [value]
        if all(part in allowed.get(parameter, ()) for part in parts):
            known[parameter] = value
        else:
            unknown.append((parameter, value))
    defaults = {name: values[0] for name, values in (own or {}).items()}
    mine = {name: known.pop(name, default) for name, default in defaults.items()}
    return ParsedState(ViewState(**known), tuple(unknown), mine, defaults, pairs)


def _values(values: Sequence[str], allowed: Mapping[str, frozenset[str]]) -> frozenset[str]:
    """The values of a page's own parameter: those written down, or what the database has."""
    if values == A_BOUNDARY_SET:
        return allowed["boundary_set"] | {""}
    return frozenset(values) if any(one.strip(",") for one in values) else allowed["municipality"]
