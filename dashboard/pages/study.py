"""/study : every figure that the study prints, and all that it tells in words, by chapter."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from dash import html

from dashboard.atlas import atlas_of, read_labels
from dashboard.components import controls
from dashboard.components.attributes import Child, attributes
from dashboard.components.row_lists import statement_list
from dashboard.components.static import static
from dashboard.database import Edition
from dashboard.i18n.grammar import region_name
from dashboard.i18n.numbers import count_of
from dashboard.pages.notices import unknown_notices
from dashboard.pages.place_parts import Voice
from dashboard.pages.shell import page
from dashboard.pages.statements import by_id, read_statements, statement_words
from dashboard.pages.study_chapters import THEMES, Chapter, Choice, chapters, home
from dashboard.pages.study_figures import Printed, question_block
from dashboard.pages.study_files import figure_files, statement_files
from dashboard.records import Figure, Institution, Statement
from dashboard.state import INSTITUTION_TYPES, ParsedState
from dashboard.table_state import TableView

PATH = "/study"
PARAMETERS = {"theme": ("", *THEMES)}
SHOWN_AT_FIRST = 6


@dataclass(frozen=True, slots=True)
class Study:
    """All that the page tells, in one language."""

    voice: Voice
    printed: Printed
    statements: Sequence[Statement]
    institutions: Mapping[str, Institution]
    choice: Choice

    def chosen(self, themes: Sequence[str]) -> list[Statement]:
        """The statements of these themes that are asked for."""
        regions = {m.code: m.planning_region for m in self.voice.atlas.municipalities.values()}
        takes = self.choice.takes
        return [one for one in self.statements if one.theme in themes and takes(one, regions)]

    def theme(self, code: str) -> str:
        """A theme in words."""
        return self.voice.labels["statement_theme", code]


def layout(edition: Edition, parsed: ParsedState) -> list[Child]:
    """The page of the study: without a choice all of it, with one the statements asked for."""
    study = _read(edition, parsed)
    w = study.voice.words
    if not study.printed.figures and not study.statements:
        return page(edition, parsed.state, PATH, [*unknown_notices(parsed, w), _nothing(study)])
    shown = _kept_chapters(edition, study)
    contents = [html.Li(html.A(w(f"study.chapter.{one}"), href=f"#{one}")) for one in shown]
    sections = [html.Section(part, id=one) for one, part in shown.items()]
    head: list[Child] = [
        html.H1(w("study.title")),
        html.P(w("study.lead"), className="prose-lead"),
        html.P(w("study.reading"), className="study-reading"),
        *_publisher(study),
        *([] if study.choice.active else [figure_files(w)]),
        html.Nav(
            html.Ul(contents),
            className="contents",
            **attributes({"aria-label": w("methods.contents")}),
        ),
        _filters(study, parsed),
    ]
    body = html.Div([*head, *sections], className="prose study")
    return page(edition, parsed.state, PATH, [*unknown_notices(parsed, w), body])


def _nothing(study: Study) -> html.Div:
    """What is said of a survey that published neither figures nor words, and where it answers."""
    w, state = study.voice.words, study.voice.atlas.plain
    answers = TableView("answers", lang=w.lang)
    if state.wave:
        answers = answers.having("wave", [state.wave])
    link = html.A(w("study.answers"), href=answers.address())
    said = html.P([w("study.nothing"), " ", link], className="prose-lead")
    return html.Div([html.H1(w("study.title")), said, *_publisher(study)], className="prose study")


def _publisher(study: Study) -> list[Child]:
    """The way to the publisher's own page, marked as leaving this site; nothing without one."""
    address = study.voice.atlas.wave["source_url"]
    if not address:
        return []
    text = study.voice.words("study.publisher", host=urlsplit(address).hostname or "")
    return [html.P(html.A(text, href=address, rel="external noreferrer"))]


def _read(edition: Edition, parsed: ParsedState) -> Study:
    """The study within the boundary set of the view."""
    state = parsed.state
    atlas = atlas_of(edition, state)
    w = atlas.words(state.lang)
    wave = {"wave": atlas.wave["wave"], "lang": w.lang}
    known = {
        (row["question"], row["institution_type"]): row
        for row in edition.rows("known_answers", wave)
    }
    figures = [Figure(**row) for row in edition.rows("study_figures", wave)]
    return Study(
        voice=Voice(atlas, w, read_labels(edition, w.lang)),
        printed=Printed(figures, known),
        statements=read_statements(edition, atlas, w.lang),
        institutions=by_id(atlas),
        choice=Choice(parsed.own["theme"], state.institution_type, state.planning_region),
    )


def _kept_chapters(edition: Edition, study: Study) -> dict[str, html.Div]:
    """The chapters by name, made once per edition where nothing of them is left out."""
    if study.choice.active:
        return _chapters(study)
    key = ("study", study.voice.atlas.scope, study.voice.words.lang)
    if key not in edition.kept:
        edition.kept[key] = _chapters(study)
    kept: dict[str, html.Div] = edition.kept[key]
    return kept


def _chapters(study: Study) -> dict[str, html.Div]:
    w, made = study.voice.words, {}
    for one in chapters([figure.question for figure in study.printed.figures]):
        if parts := _chapter(study, one):
            heading = html.H2(w(f"study.chapter.{one.name}"))
            made[one.name] = static(html.Div([heading, *parts]))
    return made


def _chapter(study: Study, chapter: Chapter) -> list[Child]:
    """A chapter's figures and statements; with a choice its statements alone, perhaps none."""
    told = _told(study, chapter)
    if study.choice.active:
        return told
    blocks = [question_block(study.voice, study.printed, one) for one in chapter.questions]
    parts: list[Child] = [block for block in blocks if block is not None]
    if not parts and told:
        parts.append(html.P(study.voice.words("study.no_figures"), className="study-unpublished"))
    return [*parts, *told]


def _told(study: Study, chapter: Chapter) -> list[Child]:
    w = study.voice.words
    parts: list[Child] = []
    figures = study.printed.figures
    for theme in chapter.themes:
        rows = [one for one in study.chosen([theme]) if home(one, figures) == chapter]
        said = [statement_words(study.voice, one, study.institutions, linked=True) for one in rows]
        if not said:
            continue
        title = study.theme(theme) if len(chapter.themes) > 1 else w("study.statements.title")
        more = w("study.statements.more", n=len(said) - SHOWN_AT_FIRST)
        at_first = None if study.choice.active else SHOWN_AT_FIRST
        shown = statement_list(said, at_first, more)
        parts.append(html.Div([html.H3(title), shown], className="study-told"))
    return parts


def _filters(study: Study, parsed: ParsedState) -> html.Div:
    w, choice = study.voice.words, study.choice
    found = len(study.chosen(THEMES))
    share = count_of(found, len(study.statements), w.lang)
    status: list[Child] = [html.Span(w("study.statements.shown", share=share))]
    if not found:
        status.append(html.Span(w("study.statements.none")))
    if choice.active:
        bare = study.voice.atlas.state(w.lang).address(PATH)
        clear = html.A(w("action.clear_filters"), href=bare, **attributes({"data-stay": "true"}))
        status.append(clear)
    return html.Div(
        [
            html.H2(w("study.statements.filter"), className="study-filter-title"),
            html.Div(_selects(study, parsed), className="study-filters"),
            html.P(status, className="study-status", role="status"),
            statement_files(study.choice, parsed.state, w),
        ],
        className="study-filter",
    )


def _selects(study: Study, parsed: ParsedState) -> list[Child]:
    w, choice = study.voice.words, study.choice

    def one(label: str, name: str, chosen: str, values: Mapping[str, str]) -> html.Div:
        options = [
            controls.Choice(value, text, parsed.address(PATH, **{name: value}), value == chosen)
            for value, text in values.items()
        ]
        return controls.select(label, name, options)

    themes = {"": w("study.statements.all_themes")} | {code: study.theme(code) for code in THEMES}
    types = {code: w(f"institutions.{code}") for code in INSTITUTION_TYPES}
    regions = {"": w("filters.all_regions")} | {
        stem: region_name(stem, w.lang) for stem in study.voice.atlas.planning_regions
    }
    return [
        one(w("study.statements.theme"), "theme", choice.theme, themes),
        one(w("filters.institutions"), "institution_type", choice.institution_type, types),
        one(w("filters.region"), "planning_region", choice.planning_region, regions),
    ]
