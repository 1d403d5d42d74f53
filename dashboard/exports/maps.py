"""GET /export/map.svg: the map of a view as a sheet; 400 with a sentence where it is not one."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from flask import Flask, Response, request

from dashboard.database import Database, Edition
from dashboard.exports.citation import data_version
from dashboard.exports.filters import FilterRefused
from dashboard.figures.map_sheet import map_sheet
from dashboard.i18n.translate import LANGUAGES, Words
from dashboard.map_sheets import read_sheet
from dashboard.state import PARAMETERS as OF_A_VIEW
from dashboard.state import Choices, ViewState
from dashboard.waves import wave_sets

# The parameters of the map's own address; a sheet is always the map and never the list.
PARAMETERS = tuple(one for one in OF_A_VIEW if one != "view")
Arguments = Mapping[str, Sequence[str]]  # parameter → its values in the address


def add_map_export(server: Flask, database: Database) -> None:
    """Register the address of the sheet on `server`."""

    def export_map() -> Response:
        edition = database.edition()
        try:
            state = parse_view(arguments_of_request(), choices_of(edition))
        except FilterRefused as refusal:
            return refusal_of(refusal)
        response = Response(map_sheet(read_sheet(edition, state)), mimetype="image/svg+xml")
        name = f'attachment; filename="{file_name(edition, state)}.svg"'
        response.headers["Content-Disposition"] = name
        return response

    server.add_url_rule("/export/map.svg", "export_map", export_map)


def arguments_of_request() -> Arguments:
    """The parameters of the request's address."""
    return {name: request.args.getlist(name) for name in request.args}


def refusal_of(refusal: FilterRefused) -> Response:
    """The answer to what cannot be used."""
    return Response(f"{refusal}\n", status=400, mimetype="text/plain")


def choices_of(edition: Edition) -> Choices:
    """What the database allows for each parameter of a view, read once per edition."""
    if "choices" not in edition.kept:
        pairs = edition.table("filter_options")[1]
        sets = [value for name, value in pairs if name == "boundary_set"]
        edition.kept["choices"] = Choices(
            {one: frozenset(v for p, v in pairs if p == f"municipality:{one}") for one in sets},
            frozenset(v for p, v in pairs if p == "planning_region"),
            wave_sets(edition),
        )
    choices: Choices = edition.kept["choices"]
    return choices


def parse_view(arguments: Arguments, choices: Choices, further: Sequence[str] = ()) -> ViewState:
    """The view that an address asks for; `further` parameters are somebody else's.

    Raises:
        FilterRefused: an unknown parameter, one that is repeated, a value that is not allowed.
    """
    given = arguments.get("lang", [LANGUAGES[0]])
    words = Words(given[0] if len(given) == 1 and given[0] in LANGUAGES else LANGUAGES[0])
    known = [*PARAMETERS, *further]
    for name in arguments:
        if name not in known:
            allowed = ", ".join(known)
            raise FilterRefused(words("refused.parameter", parameter=name, allowed=allowed))
    mine = {name: values for name, values in arguments.items() if name in PARAMETERS}
    wave = mine.get("wave", [choices.newest])[0]
    usual = choices.usual(wave)
    boundary_set = mine.get("boundary_set", [usual.boundary_set])[0]
    allowed_values = choices.allowed(boundary_set, wave)
    found: dict[str, Any] = {
        name: only(name, values, allowed_values[name], words) for name, values in mine.items()
    }
    settled = {"boundary_set": boundary_set, "wave": wave if usual.wave else "", "usual": usual}
    return ViewState(**found | settled)


def only(name: str, values: Sequence[str], allowed: Iterable[str], words: Words) -> str:
    """The one value of a parameter.

    Raises:
        FilterRefused: it is empty, repeated or not allowed.
    """
    known = sorted(one for one in allowed if one)
    if len(values) == 1 and values[0] in known:
        return values[0]
    shown = ", ".join(values)
    raise FilterRefused(
        words("refused.value", parameter=name, value=shown, allowed=", ".join(known))
    )


def file_name(edition: Edition, state: ViewState) -> str:
    """What a file of a view is called, without its ending: data version first, then the view."""
    parts = (
        data_version(edition),
        *((state.wave,) if state.wave else ()),
        state.indicator,
        state.boundary_set,
        *(() if state.institution_type == "all" else (state.institution_type,)),
        *((state.municipality,) if state.municipality else ()),
        *(("no-estimates",) if state.estimates == "off" else ()),
        state.lang,
    )
    return f"ricibas-karte-{'-'.join(parts)}"
