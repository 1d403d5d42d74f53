"""Find a municipality by name: a native field with suggestions."""

from dash import dcc, html

from dashboard.components.attributes import attributes, icon


def search(label: str, field_id: str, none: str) -> html.Div:
    """Return the search field; a name chosen in it sets the parameter `municipality`.

    `none` says that nothing fits; its {text} is what was typed, filled in by links.js.

    map_state.js fills the suggestions: 119 options as Dash components would cost as much as the
    whole map.
    """
    list_id = f"{field_id}-names"
    field = dcc.Input(
        id=field_id, type="text", list=list_id, placeholder=label, autoComplete="off", name="search"
    )
    return html.Div(
        [
            icon("search"),
            html.Label(label, htmlFor=field_id, className="sr-only"),
            field,
            html.Datalist(id=list_id, **attributes({"data-fill": "names"})),
            html.P(className="search-none", role="status", **attributes({"data-none": none})),
        ],
        className="search",
    )
