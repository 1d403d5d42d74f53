"""The rows that queries hand to pages, figures and sentences: plain, immutable, typed.

One class per noun. A figure or a sentence takes these and nothing else, so that tests can write
them by hand. `database.py` makes them from named columns; the names are the columns' names.
"""

from dataclasses import dataclass

# How a value can be known, the strongest first.
EVIDENCE = (
    "named",
    "reported",
    "derived",
    "estimated",
    "not_published",
    "no_answer",
    "suppressed",
)
KNOWN = frozenset({"named", "reported", "derived"})  # the answer itself, not a total alone

# In which direction something changed; the last three are of a range.
DIRECTIONS = ("grew", "shrank", "same", "not_shrunk", "not_grown", "open")


@dataclass(frozen=True, slots=True)
class Municipality:
    """A unit of a boundary set, its Latvian name in five cases, as one survey knows it."""

    wave: str  # the survey
    boundary_set: str
    code: str
    name_nom: str
    name_gen: str
    name_dat: str
    name_acc: str
    name_loc: str
    type: str  # novads | republikas_pilseta | valstspilseta
    planning_region: str  # the genitive stem: "Zemgales"
    label_lon: float
    label_lat: float
    neighbours: tuple[str, ...]
    frame_complete: bool  # False: the survey may not name all of its orphans' courts


@dataclass(frozen=True, slots=True)
class AreaValue:
    """An indicator of an area for one institution type or for 'all' of them.

    `value`, `lower`, `upper` are shares 0-1; all empty where the evidence is no_answer,
    not_published or suppressed. `numerator` is empty for estimates too.
    """

    indicator: str
    institution_type: str  # orphans_court | social_service | employment_agency | all
    code: str  # municipality code; "" for a planning region or Latvia
    planning_region: str  # "" for Latvia
    numerator: int | None
    denominator: int | None
    value: float | None
    lower: float | None
    upper: float | None
    evidence: str  # named|reported|derived|estimated|not_published|no_answer|suppressed
    sources: tuple[str, ...]  # source codes, e.g. "footnote 35"; translate with wording
    caveats: tuple[str, ...]  # caveat codes
    class_number: int | None  # 0..5, None where there is no value


@dataclass(frozen=True, slots=True)
class Change:
    """What changed between two waves in an area, among the institutions that can be compared.

    Counts and shares are empty where `reason` says why nothing can be compared.
    """

    wave_before: str  # the earlier of the two
    indicator: str
    institution_type: str  # orphans_court | social_service | all
    code: str  # municipality code; "" for a planning region or Latvia
    planning_region: str  # "" for Latvia
    before_lower: int | None  # institutions that count, at least and at most
    before_upper: int | None
    before_base: int | None  # institutions compared
    after_lower: int | None
    after_upper: int | None
    after_base: int | None
    lower: float | None  # the difference of the shares, -1 to 1
    upper: float | None
    class_number: int | None  # -2..2; None: the direction is open, or there is no value
    reason: str  # "" = something can be compared
    caveats: tuple[str, ...]

    @property
    def is_range(self) -> bool:
        """Whether only bounds of the difference are known."""
        return self.lower is not None and self.upper is not None and self.upper - self.lower > 1e-9

    @property
    def direction(self) -> str:
        """grew | shrank | same, not_shrunk | not_grown | open for ranges; "" without a value."""
        if self.lower is None or self.upper is None:
            return ""
        if not self.is_range and abs(self.lower) < 1e-9:
            return "same"
        if self.lower > 1e-9:
            return "grew"
        if self.upper < -1e-9:
            return "shrank"
        if self.lower > -1e-9:
            return "not_shrunk"
        return "not_grown" if self.upper < 1e-9 else "open"


def unpublished(indicator: str, institution_type: str, code: str, region: str) -> AreaValue:
    """The value of an area of which nothing is published."""
    return AreaValue(
        indicator=indicator,
        institution_type=institution_type,
        code=code,
        planning_region=region,
        numerator=None,
        denominator=None,
        value=None,
        lower=None,
        upper=None,
        evidence="not_published",
        sources=(),
        caveats=(),
        class_number=None,
    )


@dataclass(frozen=True, slots=True)
class Institution:
    """A surveyed institution and, when placed, the unit of the chosen boundary set it counts in."""

    institution_id: str
    institution_type: str  # orphans_court | social_service | employment_agency
    name_lv: str
    name_en: str
    sub_unit: str  # "" or e.g. "Naujenes pagasts", "Skultes un Vidrižu pagasti", "Lejasciema"
    code: str  # municipality in the chosen boundary set; "" = not placed by the survey
    own_name_nom: str  # municipality of the wave's own boundary set, nominative; "" = not placed
    own_name_gen: str  # the same in the genitive
    responded: bool


@dataclass(frozen=True, slots=True)
class InstitutionAnswer:
    """What one institution contributes to one indicator, and how it is known.

    `answer` is the survey's code (yes, planned, suspicion, trained ...), empty where estimated or
    not published. `share` is 1 or 0 where known, the synthetic estimate where estimated, None
    where there is none; `lower`/`upper` are its bounds as shares of the institution's stratum.
    """

    institution_id: str
    indicator: str
    answer: str
    evidence: str
    share: float | None
    lower: float | None
    upper: float | None
    base: int | None  # estimated: the number of institutions the published total speaks of
    source: str  # a source code
    quote: str
    caveats: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ContributionCount:
    """How many institutions of a type and a municipality say the same to an indicator.

    `state` is yes or no where it is known, otherwise the evidence, which says why it is not.
    """

    indicator: str
    institution_type: str  # orphans_court | social_service | employment_agency
    code: str  # municipality in the chosen boundary set; "" = not placed by the survey
    responded: bool  # to the survey
    state: str  # yes|no|estimated|not_published|no_answer|suppressed
    answer: str  # the survey's code; "" where there is none
    institutions: int

    @property
    def kind(self) -> str:
        """What each of them is drawn as, see components/squares.py."""
        if self.state in {"yes", "no"} and self.answer == "suspicion":
            return "suspicion"
        return "not_published" if self.state == "suppressed" else self.state


@dataclass(frozen=True, slots=True)
class Statement:
    """What the source tells in words, and the unit of the chosen boundary set that it counts in."""

    statement_id: int  # the order in the source
    theme: str
    institution_id: str  # "" = the source ties it to no institution
    institution_type: str  # "" = about none in particular
    code: str  # municipality in the chosen boundary set; "" = about no place
    text: str  # in the language asked for
    source: str  # a source code
    quote: str  # always Latvian


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure that the source prints, as it prints it."""

    total_id: int  # the order in the source
    institution_type: str  # "" = the country
    question: str
    category: str
    label: str  # what it counts, in words; "" = only the quote says it
    value: float  # in `unit`
    decimals: int  # digits printed behind the decimal comma
    unit: str  # count | percent | about_percent | euro
    denominator: int | None  # the institutions that it refers to
    source: str  # a source code
    quote: str  # always Latvian
    indicator: str  # "" = it counts no indicator
