"""What a link shows of itself where it is passed on: title, the view's sentence, a picture.

The pictures are made beforehand (`make share-pictures`), one an indicator and language, of the
study. A link carries one only where its own view has those very values; any other survey, or the
study with further answers, has the neutral picture, which shows no data.
"""

import hashlib
from pathlib import Path
from urllib.parse import urlencode

from dashboard.atlas import atlas_of
from dashboard.database import Database, DatabaseMissing, Edition
from dashboard.exports.maps import Arguments, choices_of
from dashboard.figures.share_sheet import HEIGHT, WIDTH, share_tags
from dashboard.i18n.translate import Words
from dashboard.map_sheets import sentence_of
from dashboard.map_views import choice_of, drawing_codes, values_of
from dashboard.state import INDICATORS, ViewState, parse_state

FOLDER = Path(__file__).parent / "assets" / "share"
MADE_OF = FOLDER / "made_of.txt"
LOCALES = {"lv": "lv_LV", "en": "en_GB"}


def picture_name(state: ViewState) -> str:
    """The file of an indicator's picture in a language."""
    return f"{state.indicator}-{state.lang}.png"


def neutral_name(lang: str) -> str:
    """The file of the picture without data in a language."""
    return f"neutral-{lang}.png"


def values_shown(edition: Edition, state: ViewState) -> str:
    """A digest of what the map of a view shows: whose data, and each municipality's value."""
    atlas = atlas_of(edition, state)
    values = values_of(atlas, choice_of(state))
    wave = atlas.wave
    rows = [f"{wave['wave']} {wave['revision']} {state.boundary_set} {state.indicator}"]
    rows += [
        f"{value.code} {value.numerator} {value.denominator} {code}"
        for value, code in zip(values, drawing_codes(values), strict=True)
    ]
    return hashlib.sha256("\n".join(rows).encode()).hexdigest()


def link_tags(database: Database, host: str, path: str, arguments: Arguments, title: str) -> str:
    """The tags of a page's head; `host` is the address of this server, with its slash."""
    state = _state(database, arguments)
    w = Words(state.lang)
    said = _sentence(database, state) if path == "/" else ""
    pictured = _pictured(database, state)
    name = picture_name(state) if pictured else neutral_name(state.lang)
    neutral = f"{w('site.name')}. {w('site.description')}"
    return share_tags(
        {
            "og:type": "website",
            "og:site_name": w("site.name"),
            "og:locale": LOCALES[state.lang],
            "og:title": title,
            "og:description": said or w("site.description"),
            "og:image": f"{host}assets/share/{name}?v={_made_of(name)[0][:8]}",
            "og:image:width": str(WIDTH),
            "og:image:height": str(HEIGHT),
            "og:image:alt": _sentence(database, pictured) if pictured else neutral,
            "twitter:card": "summary_large_image",
        }
    )


def _state(database: Database, arguments: Arguments) -> ViewState:
    """The view that the page of an address shows; without a database its indicator and language.

    An address of another page has parameters of its own: they change nothing here.
    """
    known = {name: values for name, values in arguments.items() if name in _NAMES}
    try:
        choices = choices_of(database.edition())
    except DatabaseMissing:
        indicator, lang = (arguments.get(name, [""])[-1] for name in ("indicator", "lang"))
        default = ViewState()
        return ViewState(
            indicator=indicator if indicator in INDICATORS else default.indicator,
            lang=lang if lang in LOCALES else default.lang,
        )
    return parse_state(urlencode(known, doseq=True), choices).state


_NAMES = frozenset({"indicator", "institution_type", "planning_region", "boundary_set", "wave"}) | {
    "estimates",
    "lang",
}


def _sentence(database: Database, state: ViewState) -> str:
    try:
        return sentence_of(database.edition(), state)
    except DatabaseMissing:
        return ""


def _pictured(database: Database, state: ViewState) -> ViewState | None:
    """The view of which the picture of a link was made; None where its values are others."""
    try:
        edition = database.edition()
    except DatabaseMissing:
        return None
    usual = choices_of(edition).usual(state.wave)
    whole = ViewState(
        state.indicator,
        boundary_set=usual.boundary_set,
        lang=state.lang,
        wave=state.wave or usual.wave,
        usual=usual,
    )
    key = ("share", whole.wave, whole.indicator)
    if key not in edition.kept:
        made = _made_of(picture_name(state))[1]
        edition.kept[key] = values_shown(edition, whole) == made
    return whole if edition.kept[key] else None


def _made_of(name: str) -> tuple[str, str]:
    """The digests of a picture's drawing, which changes with it, and of the values in it."""
    rows = (row.split(" ") for row in MADE_OF.read_text(encoding="utf-8").splitlines())
    return next((drawn, shown) for drawn, shown, one in rows if one == name)
