"""The way from a source that is named beside a value to the place where its words are shown.

An answer's own words stand in its row of the table; those of a printed figure, which is all that an
estimate or a national count rests on, on the page of the study.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from dashboard.atlas import AGENCY, Atlas
from dashboard.components.row_lists import question_id
from dashboard.table_state import TableView

RESPONSE = "response"  # the question under which it stands who did not respond at all


@dataclass(frozen=True, slots=True)
class Cited:
    """What a source is named for."""

    question: str
    evidence: str
    sources: Sequence[str]  # source codes
    institution_type: str
    code: str = ""  # of the municipality; "" for institutions without a place, and nationally
    planning_region: str = ""  # where the value is a region's
    of_several: bool = False  # a value of all institutions there, those that did not respond too


def source_address(atlas: Atlas, lang: str, cited: Cited) -> str:
    """Where the words of the sources are shown; "" without a source."""
    if not any(cited.sources):
        return ""
    one_by_one = cited.code or cited.planning_region or cited.institution_type == AGENCY
    if cited.evidence == "estimated" or not one_by_one:
        view = atlas.state(lang)
        return f"{view.address('/study')}#{_passage(atlas, cited)}"
    return answers_address(atlas, lang, cited)


def answers_address(atlas: Atlas, lang: str, cited: Cited) -> str:
    """The rows of the table with these answers, their quotations open."""
    silent = cited.of_several or cited.evidence == "no_answer"
    asked = [cited.question, RESPONSE] if silent else [cited.question]
    view = TableView("answers", lang=lang, quotes="on").having("question", asked)
    if cited.institution_type != "all":
        view = view.having("institution_type", [cited.institution_type])
    if cited.code:
        view = view.having("municipality", [cited.code])
    elif cited.planning_region:
        view = view.having("planning_region", [cited.planning_region])
    return _of_atlas(view, atlas).address()


def place_answers_address(atlas: Atlas, lang: str, code: str) -> str:
    """The rows of the table with all answers of a municipality's institutions."""
    view = TableView("answers", lang=lang).having("municipality", [code])
    return _of_atlas(view, atlas).address()


def _of_atlas(view: TableView, atlas: Atlas) -> TableView:
    """The same view of the atlas's wave and boundary set, where they are not the usual ones."""
    if atlas.plain.wave:
        view = view.having("wave", [atlas.plain.wave])
    if atlas.boundary_set != atlas.wave["boundary_set"]:
        view = view.having("boundary_set", [atlas.boundary_set])
    return view


def _passage(atlas: Atlas, cited: Cited) -> str:
    """The question, and the type, under which figures of these sources are printed.

    An estimate may rest on the figures of another question than the indicator's own.
    """
    kind = cited.institution_type
    found = [one for source in cited.sources for one in atlas.printed_in.get((source, kind), ())]
    if not found:
        kind = ""
        printed = atlas.printed_in.items()
        found = [one for (source, _), many in printed if source in cited.sources for one in many]
    own = cited.question
    return question_id(own if own in found or not found else found[0], kind)
