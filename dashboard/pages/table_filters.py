"""The table's filters: facets with counts at the left, the chosen ones as chips above the rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from dash import html

from dashboard.atlas import read_atlas
from dashboard.components.attributes import Child
from dashboard.components.facets import Chip, FacetValue, chips, facet
from dashboard.database import Edition
from dashboard.i18n.grammar import region_name, region_stem
from dashboard.i18n.numbers import whole
from dashboard.i18n.translate import Words
from dashboard.records import EVIDENCE
from dashboard.state import INSTITUTION_TYPES
from dashboard.table_rows import FACETS, TableCounts, filter_options, question_words
from dashboard.table_state import TableView
from dashboard.waves import read_waves, words_of


@dataclass(frozen=True, slots=True)
class Names:
    """What the values of the filters are called, in one language."""

    words: Words
    questions: dict[tuple[str, str], str]
    municipalities: dict[str, str]  # code → name, of the boundary sets that are shown
    surveys: dict[str, str]  # wave → title
    values: dict[str, list[str]]  # facet → its values in the order in which they stand

    def facet(self, parameter: str) -> str:
        """The heading of a facet."""
        return self.words(f"table.facet.{parameter}")

    def value(self, parameter: str, value: str) -> str:
        """The words of a value."""
        w = self.words
        if parameter == "planning_region":
            return region_name(value, w.lang)
        if parameter == "question":
            return self.questions[value, ""]
        if parameter == "municipality":
            return self.municipalities[value]
        if parameter == "wave":
            return self.surveys[value]
        if parameter == "institution_type":
            return w("institution.all" if value == "all" else f"institutions.{value}")
        keys = {"area": f"table.area.{value}", "indicator": f"indicator.{value}.name"}
        return w(keys.get(parameter, f"{parameter}.{value}.badge"))


def facets(view: TableView, found: TableCounts, names: Names) -> list[Child]:
    """The facets; a survey is asked for only where there are several."""
    groups: list[Child] = []
    for parameter in FACETS[view.rows]:
        counts, chosen = found.facets[parameter], view.values(parameter)
        values = names.values[parameter]
        if parameter == "evidence":  # seven kinds there may be; few of them are in the data
            values = [one for one in values if counts.get(one) or one in chosen]
        if parameter == "wave" and len(values) < 2:
            continue
        shown = [_value(view, names, parameter, one, counts.get(one, 0)) for one in values]
        groups.append(facet(names.facet(parameter), shown))
    return groups


def _value(view: TableView, names: Names, parameter: str, value: str, count: int) -> FacetValue:
    w, text = names.words, names.value(parameter, value)
    return FacetValue(
        name=f"{parameter} {value}",
        text=region_stem(value, w.lang) if parameter == "planning_region" else text,
        href=view.toggled(parameter, value).address(),
        count=whole(count, w.lang),
        spoken=w("count.rows", n=count),
        chosen=value in view.values(parameter),
        evidence=value if parameter == "evidence" else "",
    )


def chosen_filters(view: TableView, names: Names) -> list[tuple[str, str]]:
    """Parameter and value of every filter; the boundary set has a control of its own."""
    return [
        (parameter, value)
        for parameter in (*FACETS[view.rows], "municipality", "area")
        for value in names.values.get(parameter, view.values(parameter))
        if value in view.values(parameter)
    ]


def chosen_chips(view: TableView, names: Names) -> html.Div:
    """The chosen filters above the rows."""
    w = names.words
    shown = [_chip(view, names, *one) for one in chosen_filters(view, names)]
    return chips(shown, w("action.clear_filters"), view.cleared().address())


def _chip(view: TableView, names: Names, parameter: str, value: str) -> Chip:
    text = names.value(parameter, value)
    return Chip(
        name=f"{parameter} {value}",
        text=text,
        href=view.toggled(parameter, value).address(),
        spoken=names.words("table.remove", name=text),
    )


def names_of(edition: Edition, view: TableView, boundary_sets: Sequence[str]) -> Names:
    """The names of all values, municipalities those of these boundary sets."""
    places = {
        code: place.name_nom
        for one in boundary_sets
        for code, place in read_atlas(edition, one).municipalities.items()
    }
    surveys = {row["wave"]: row[f"title_{view.lang}"] for row in read_waves(edition)}
    questions = question_words(edition, view.lang)
    definitions = edition.rows("indicator_definitions", {"lang": view.lang})
    options = filter_options(edition)
    values = {
        "indicator": [row["indicator"] for row in definitions],
        "question": [question for question, answer in questions if not answer],
        "institution_type": [
            one for one in INSTITUTION_TYPES if one != "all" or view.rows == "indicators"
        ],
        "planning_region": [value for name, value in options if name == "planning_region"],
        "evidence": list(EVIDENCE),
        "wave": list(surveys),
    }
    words = words_of(edition, view.lang, view.values("wave"))
    return Names(words, questions, places, surveys, values)
