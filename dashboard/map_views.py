"""Map views: what the map shows for one indicator, institution type and estimates switch.

Pure: an atlas in, plain values out. The same view is drawn by the server at first and patched in
the browser later, so both always agree.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from dashboard.atlas import AGENCY, Atlas
from dashboard.components.squares import letters
from dashboard.figures.classes import drawing_code
from dashboard.i18n.grammar import (
    announcement,
    bounds,
    headline,
    remainder,
    tooltip_line,
)
from dashboard.i18n.numbers import about, percent, percent_range, range_of
from dashboard.i18n.translate import Words
from dashboard.records import KNOWN, AreaValue, Institution, InstitutionAnswer, unpublished
from dashboard.state import ViewState

TYPES, NGOS = {"services", "courts"}, {"drosa_maja", "marta"}
ON_TOTALS = {  # the leads that tell printed totals → the shares that each of them names
    "totals_materials_availability": TYPES,
    "published_materials_availability": TYPES,
    "totals_ngo_awareness": TYPES,
    "published_ngo_awareness": NGOS,
}


@dataclass(frozen=True, slots=True)
class MapChoice:
    """Which picture: the part of the view's state that changes colours and words."""

    indicator: str
    institution_type: str
    estimates: bool

    @property
    def key(self) -> str:
        """The name of this view in the values file, e.g. training_coverage|all|on."""
        return f"{self.indicator}|{self.institution_type}|{'on' if self.estimates else 'off'}"


def choice_of(state: ViewState) -> MapChoice:
    """The part of the state that changes colours and words."""
    return MapChoice(state.indicator, state.institution_type, state.estimates == "on")


def values_of(atlas: Atlas, choice: MapChoice, region: str = "") -> list[AreaValue]:
    """The value of each municipality of a region (or of all), as this choice shows it.

    With estimates off an estimate is not published; the employment agency never has a value.
    """
    places = atlas.within(region)
    if choice.institution_type == AGENCY:
        return [
            unpublished(choice.indicator, AGENCY, place.code, place.planning_region)
            for place in places
        ]
    values = atlas.values[choice.indicator, choice.institution_type]
    shown = [values[place.code] for place in places]
    return shown if choice.estimates else [without_estimate(value) for value in shown]


def without_estimate(value: AreaValue) -> AreaValue:
    """The same value where it is known; an estimate becomes not published, without numbers."""
    if value.evidence != "estimated":
        return value
    return replace(
        value,
        evidence="not_published",
        numerator=None,
        denominator=None,
        value=None,
        lower=None,
        upper=None,
        class_number=None,
        sources=(),
        caveats=(),
    )


def drawing_codes(values: Sequence[AreaValue]) -> list[int]:
    """The drawing codes of a list of values; the agency's and hidden ones are not published."""
    return [drawing_code(value) for value in values]


def view_headline(atlas: Atlas, choice: MapChoice, region: str, lang: str) -> str:
    """The map's answer in one sentence without a full stop."""
    if choice.institution_type == AGENCY:
        return Words(lang)("notice.agency.title").rstrip(".")
    values = values_of(atlas, choice, region)
    silent = atlas.counts.item_silent_codes(choice.indicator, choice.institution_type)
    return headline(choice.indicator, values, len(values), lang, silent)


def view_lead(atlas: Atlas, choice: MapChoice, region: str, lang: str) -> str:
    """The line under the headline: what is meant, and for how many there is no answer."""
    meaning = view_meaning(atlas, choice, region, lang)
    if choice.institution_type == AGENCY:
        return meaning
    rest = remainder(values_of(atlas, choice, region), lang)
    return f"{meaning} {rest}" if rest else meaning


def view_meaning(atlas: Atlas, choice: MapChoice, region: str, lang: str) -> str:
    """What the headline means: a definition, what an estimate rests on, whom it leaves out."""
    w = Words(lang)
    if choice.institution_type == AGENCY:
        alike = atlas.branches_alike()
        return w("notice.agency.text" if alike else "lens.agency_unplaced", n=len(atlas.branches()))
    values = values_of(atlas, choice, region)
    unknown = any(v.evidence in {"estimated", "not_published"} for v in values)
    totals = _totals(atlas, choice, w) if unknown else ""
    parts = [totals, w("lead.change")] if totals else [w(f"lead.{choice.indicator}")]
    parts.append(_open_frames(atlas, choice, values, w))
    return " ".join(part for part in parts if part)


def _open_frames(atlas: Atlas, choice: MapChoice, values: Sequence[AreaValue], w: Words) -> str:
    """Why a headline of "none" counts fewer places than the legend; empty where it does not."""
    if choice.indicator == "identified_cases" or choice.institution_type == "social_service":
        return ""
    left_out = sum(
        v.numerator == 0 and not atlas.municipalities[v.code].frame_complete for v in values
    )
    return w("lead.frame_open", n=left_out) if left_out else ""


def _totals(atlas: Atlas, choice: MapChoice, w: Words) -> str:
    """The lead that tells printed totals; empty where one that it names is not published."""
    lead = f"{'totals' if choice.estimates else 'published'}_{choice.indicator}"
    shares = _published_shares(atlas, choice.indicator, w.lang)
    told = lead in ON_TOTALS and ON_TOTALS[lead] <= shares.keys()
    return w(f"lead.{lead}", **shares) if told else ""


def _published_shares(atlas: Atlas, indicator: str, lang: str) -> dict[str, str]:
    """What follows from the printed totals for services and courts, and what is printed as such."""
    types = {"services": "social_service", "courts": "orphans_court"}
    totals = {name: atlas.latvia[indicator, one] for name, one in types.items()}
    shares = {
        name: percent_range(total.lower, total.upper, lang)
        for name, total in totals.items()
        if total.lower is not None and total.upper is not None
    }
    printed = {one: atlas.printed.get(("social_service", one)) for one in NGOS}
    return shares | {
        one: percent(share / 100, lang) for one, share in printed.items() if share is not None
    }


def place_kinds(atlas: Atlas, choice: MapChoice, code: str) -> tuple[str, ...]:
    """What each institution of a municipality is drawn as, as the build has counted them."""
    return shown_kinds(atlas.counts.kinds(choice.indicator, code, choice.institution_type), choice)


def shown_kinds(kinds: Sequence[str], choice: MapChoice) -> tuple[str, ...]:
    """The same kinds as the estimates switch lets them be seen."""
    if choice.estimates:
        return tuple(kinds)
    return tuple("not_published" if kind == "estimated" else kind for kind in kinds)


def square_kinds(
    institutions: Sequence[Institution],
    answers: Mapping[tuple[str, str], InstitutionAnswer],
    choice: MapChoice,
) -> tuple[str, ...]:
    """One kind per institution, see components/squares.py."""
    return tuple(
        _kind(answers.get((i.institution_id, choice.indicator)), estimates=choice.estimates)
        for i in institutions
    )


def _kind(answer: InstitutionAnswer | None, *, estimates: bool) -> str:
    if answer is None or answer.evidence in {"not_published", "suppressed"}:
        return "not_published"
    if answer.evidence in KNOWN:
        if answer.answer == "suspicion":
            return "suspicion"
        return "yes" if answer.share == 1 else "no"
    if answer.evidence == "estimated":
        return "estimated" if estimates else "not_published"
    return "no_answer"


def tips(atlas: Atlas, choice: MapChoice, words: Words) -> list[list[str]]:
    """Per municipality: squares as letters, amount, unit, evidence, word; for the tooltip."""
    rows = []
    for value in values_of(atlas, choice):
        kinds = place_kinds(atlas, choice, value.code)
        amount, unit = split_amount(value, words.lang)
        badge = words(f"evidence.{value.evidence}.badge")
        rows.append([letters(kinds), amount, unit, value.evidence, badge])
    return rows


def split_amount(value: AreaValue, lang: str) -> tuple[str, str]:
    """("1 no 2", "iestādēm"), or two empty texts where there is no value."""
    if value.denominator is None:
        return "", ""
    amount, line = amount_of(value, lang), tooltip_line(value, lang)
    if not line.startswith(amount):  # "1 of the 4 institutions known" cannot be parted
        return line, ""
    return amount, line.removeprefix(amount).strip()


def amount_of(value: AreaValue, lang: str) -> str:
    """ "1 no 2", "0–2 no 2", "aptuveni 55 no 230"; without a value what is missing instead."""
    if value.denominator is None:
        return Words(lang)(f"state.{value.evidence}")
    lower, upper = bounds(value)
    if lower == upper and "published_rounded" in value.caveats and value.evidence in KNOWN:
        return Words(lang)("number.of", a=about(lower, lang), b=value.denominator)
    return range_of(lower, upper, value.denominator, lang)


def bar_shares(value: AreaValue) -> tuple[float, float]:
    """How much of a bar is solid and how much hatched: known, and what estimates may add.

    A count that rests on a rounded percentage names nobody, so it is drawn as an estimate.
    """
    lower, upper = value.lower or 0.0, value.upper or 0.0
    if "published_rounded" in value.caveats and lower == upper:
        return 0.0, upper
    return lower, upper - lower


def accessible_labels(atlas: Atlas, choice: MapChoice, lang: str) -> list[str]:
    """What a screen reader says of each municipality: name, value in words, evidence."""
    indicator, kind = choice.indicator, choice.institution_type
    silent = atlas.counts.item_silent_codes(indicator, kind)
    return [
        announcement(
            atlas.municipalities[value.code],
            value,
            lang,
            atlas.counts.asked(indicator, value.code, kind),
            item_silent=value.code in silent,
        )
        for value in values_of(atlas, choice)
    ]
