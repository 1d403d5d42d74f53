"""Which page stands at which address, and what its title is.

A page is a function of an edition and a parsed state. A new one takes a line in LAYOUTS, a line in
shell.PAGES if the header leads to it, and its own parameters, where it has any, in PARAMETERS.
"""

from collections.abc import Callable, Hashable, Mapping
from dataclasses import replace
from urllib.parse import parse_qsl

from dashboard.atlas import atlas_of, read_atlas
from dashboard.components.attributes import Child
from dashboard.database import Database, DatabaseMissing, Edition
from dashboard.exports.maps import choices_of
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.pages import (
    compare,
    methods,
    municipality,
    no_data,
    not_found_404,
    present,
    priorities,
    study,
    table,
)
from dashboard.pages import map as map_page
from dashboard.pages.profile_parts import PARAMETERS as OF_PROFILE
from dashboard.pages.profile_parts import settled
from dashboard.priorities import PARAMETERS as OF_PRIORITIES
from dashboard.state import Choices, ParsedState, parse_state
from dashboard.table_rows import filter_options
from dashboard.table_state import PATH as TABLE
from dashboard.table_state import ROWS_PATH, read_table

PROFILE = "/municipality/"
Layout = Callable[[Edition, ParsedState], list[Child]]
LAYOUTS: Mapping[str, tuple[str, Layout]] = {  # address → key of its name in [pages], layout
    "/": ("map", map_page.layout),
    "/priorities": ("priorities", priorities.layout),
    "/compare": ("compare", compare.layout),
    "/table": ("table", table.layout),
    study.PATH: ("study", study.layout),
    "/methods": ("methods", methods.layout),
    "/present": ("present", present.layout),
}
# What a page's address may say beyond the view: parameter → its values, the default first.
PARAMETERS: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    "/priorities": OF_PRIORITIES,
    "/compare": compare.PARAMETERS,
    study.PATH: study.PARAMETERS,
    "/present": present.PARAMETERS,
}


def page_at(database: Database, path: str, search: str) -> list[Child]:
    """The page at an address, or the sentence that there is no database."""
    found = state_at(database, path, search)
    if found is None:
        return no_data.layout(path, search)
    edition, parsed = found
    if path in LAYOUTS:
        return LAYOUTS[path][1](edition, parsed)
    if path.startswith(PROFILE):
        return _profile(edition, parsed, search, path.removeprefix(PROFILE))
    return not_found_404.layout(edition, parsed.state, path)


def state_at(database: Database, path: str, search: str) -> tuple[Edition, ParsedState] | None:
    """The edition that is served and what an address asks of it; None where there is none."""
    try:
        edition = database.edition()
    except DatabaseMissing:
        return None
    return edition, parse_state(search, choices_of(edition), _parameters(path))


def leads_somewhere(database: Database, path: str, search: str = "") -> bool:
    """Whether there is a page at this address."""
    if not path.startswith(PROFILE):
        return path in LAYOUTS
    try:
        edition = database.edition()
    except DatabaseMissing:
        return False
    return _boundary_set(choices_of(edition), search, path.removeprefix(PROFILE)) is not None


def view_at(edition: Edition, path: str, search: str) -> Hashable:
    """What the page at an address depends on beside the edition, the same for equal views.

    None where no page is, and where something is not understood: the page says what, in words
    that anybody may write.
    """
    choices = choices_of(edition)
    parsed = parse_state(search, choices, _parameters(path))
    names = [name for name, _ in parsed.given]
    repeated = {name for name in names if names.count(name) > 1}
    if path in (TABLE, ROWS_PATH):
        view, unknown = read_table(parsed.given, filter_options(edition))
        return None if unknown or "lang" in repeated else (path, parsed.state, view.address())
    if parsed.unknown or repeated:
        return None
    if path in LAYOUTS:
        return path, parsed.state, tuple(parsed.own.items())
    code = path.removeprefix(PROFILE)
    boundary_set = _boundary_set(choices, search, code) if code != path else None
    if boundary_set is None:
        return None
    here = _within(edition, parsed, boundary_set, code)
    return None if here.unknown else (path, here.state, tuple(here.own.items()))


def page_title(database: Database, path: str, search: str, lang: str) -> str:
    """The name of a page in the browser's tab and in its history."""
    found = state_at(database, path, search)
    w = atlas_of(found[0], found[1].state).words(lang) if found else Words(lang)
    if path == "/":
        return w("site.name")
    if path in LAYOUTS:
        return w("site.title", page=w(f"pages.{LAYOUTS[path][0]}"))
    place = _place(database, path.removeprefix(PROFILE)) if path.startswith(PROFILE) else None
    return w("profile.title", place=place) if place else w("site.title", page=w("not_found.title"))


def _place(database: Database, code: str) -> str | None:
    """The name of a municipality in any boundary set."""
    try:
        edition = database.edition()
    except DatabaseMissing:
        return None
    for row in edition.rows("boundary_sets", {"lang": LANGUAGES[0]}):
        known = read_atlas(edition, row["boundary_set"]).municipalities
        if code in known:
            return known[code].name_nom
    return None


def _profile(edition: Edition, parsed: ParsedState, search: str, code: str) -> list[Child]:
    """A profile in the boundary set that its address asks for, or the page that there is none."""
    boundary_set = _boundary_set(choices_of(edition), search, code)
    if boundary_set is None:
        return not_found_404.layout(edition, parsed.state, f"{PROFILE}{code}")
    return municipality.layout(edition, _within(edition, parsed, boundary_set, code), code)


def _within(edition: Edition, parsed: ParsedState, boundary_set: str, code: str) -> ParsedState:
    """What an address asks of a profile, in the boundary set in which it is drawn."""
    here = replace(parsed, state=parsed.state.within(boundary_set))
    return settled(edition, atlas_of(edition, here.state), code, here)


def _parameters(path: str) -> Mapping[str, tuple[str, ...]] | None:
    """The parameters that the page at a path has beside the view's."""
    return OF_PROFILE if path.startswith(PROFILE) else PARAMETERS.get(path)


def _boundary_set(choices: Choices, search: str, code: str) -> str | None:
    """The set in which a profile is drawn: the address's, the wave's own, the newest with it."""
    query = dict(parse_qsl(search.lstrip("?")))
    wave, given = query.get("wave", ""), query.get("boundary_set", "")
    own, *others = choices.sets(wave if wave in choices.waves else choices.newest)
    order = [given] if given in (own, *others) else [own, *sorted(others, reverse=True)]
    return next((one for one in order if code in choices.municipalities[one]), None)
