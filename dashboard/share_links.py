"""What a link shows of itself where it is passed on: title, the view's sentence, a picture.

The pictures are made beforehand (`make share-pictures`), one an indicator and language.
"""

from pathlib import Path

from dashboard.database import Database, DatabaseMissing
from dashboard.exports.filters import FilterRefused
from dashboard.exports.maps import Arguments, choices_of, parse_view
from dashboard.figures.share_sheet import HEIGHT, WIDTH, share_tags
from dashboard.i18n.translate import Words
from dashboard.map_sheets import sentence_of
from dashboard.pages.sources import STUDY
from dashboard.state import INDICATORS, ViewState

FOLDER = Path(__file__).parent / "assets" / "share"
MADE_OF = FOLDER / "made_of.txt"
LOCALES = {"lv": "lv_LV", "en": "en_GB"}


def picture_name(state: ViewState) -> str:
    """The file of an indicator's picture in a language."""
    return f"{state.indicator}-{state.lang}.png"


def link_tags(database: Database, host: str, path: str, arguments: Arguments, title: str) -> str:
    """The tags of a page's head; `host` is the address of this server, with its slash."""
    state = _state(database, arguments)
    w = Words(state.lang)
    said = _sentence(database, state) if path == "/" else ""
    return share_tags(
        {
            "og:type": "website",
            "og:site_name": w("site.name"),
            "og:locale": LOCALES[state.lang],
            "og:title": title,
            "og:description": said or w("site.description"),
            "og:image": f"{host}assets/share/{picture_name(state)}?v={_version(state)}",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": _sentence(database, _pictured(database, state)),
            "twitter:card": "summary_large_image",
        }
    )


def _state(database: Database, arguments: Arguments) -> ViewState:
    """The view that an address names; where it cannot be had, its indicator and language at least.

    An address of another page has parameters of its own: they change nothing here.
    """
    known = {name: values for name, values in arguments.items() if name in _NAMES}
    try:
        return parse_view(known, choices_of(database.edition()))
    except (DatabaseMissing, FilterRefused):
        indicator, lang = (arguments.get(name, [""])[-1] for name in ("indicator", "lang"))
        default = ViewState()
        return ViewState(
            indicator=indicator if indicator in INDICATORS else default.indicator,
            lang=lang if lang in LOCALES else default.lang,
        )


_NAMES = frozenset({"indicator", "institution_type", "planning_region", "boundary_set", "wave"}) | {
    "estimates",
    "lang",
}


def _sentence(database: Database, state: ViewState) -> str:
    try:
        return sentence_of(database.edition(), state)
    except DatabaseMissing:
        return ""


def _pictured(database: Database, state: ViewState) -> ViewState:
    """What the pictures show: an indicator of the study of 2016, which they were made of."""
    try:
        choices = choices_of(database.edition())
    except DatabaseMissing:
        return ViewState(state.indicator, lang=state.lang)
    wave = STUDY if STUDY in choices.waves else choices.newest
    usual = choices.usual(wave)
    return ViewState(
        state.indicator,
        boundary_set=usual.boundary_set,
        lang=state.lang,
        wave=wave if usual.wave else "",
        usual=usual,
    )


def _version(state: ViewState) -> str:
    """What changes with the picture, so that a kept copy is not taken for a new one."""
    rows = (row.split() for row in MADE_OF.read_text(encoding="utf-8").splitlines())
    return next((sha[:8] for sha, name in rows if name == picture_name(state)), "")
