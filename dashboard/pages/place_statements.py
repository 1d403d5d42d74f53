"""What the study tells in words of a municipality, and which replies contradict the survey."""

from dash import html

from dashboard.components.attributes import Child
from dashboard.components.row_lists import statement_list
from dashboard.components.static import static
from dashboard.database import Edition
from dashboard.pages.conflicts import conflicts
from dashboard.pages.place_parts import Voice
from dashboard.pages.statements import by_id, read_statements, statement_words


def place_statements(edition: Edition, voice: Voice, code: str) -> list[Child]:
    """Conflicts with replies, and the statements that count in a municipality; nothing without."""
    w, atlas = voice.words, voice.atlas
    here = [one for one in read_statements(edition, atlas, w.lang) if one.code == code]
    contradicted = _contradicted(edition, voice, code)
    if not here:
        return contradicted
    institutions = by_id(atlas)
    parts: list[Child] = [html.H2(w("study.statements.place"))]
    for theme in dict.fromkeys(one.theme for one in here):
        rows = [one for one in here if one.theme == theme]
        said = [statement_words(voice, one, institutions, linked=False) for one in rows]
        parts += [html.H3(voice.labels["statement_theme", theme]), statement_list(said)]
    return [
        *contradicted,
        static(html.Section(parts, className="profile-more place-statements")),
    ]


def _contradicted(edition: Edition, voice: Voice, code: str) -> list[Child]:
    """The replies of a municipality's institutions that contradict the survey."""
    here = {one.institution_id for one in voice.atlas.at(code)}
    parts = conflicts(edition, voice, html.H2, here)
    return [static(html.Section(parts, className="profile-more"))] if parts else []
