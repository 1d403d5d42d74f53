"""Find a municipality or an institution by name: an ARIA combobox."""

from dash import dcc, html

from dashboard.components.attributes import attributes, icon

BOX_ID = "search-box"  # the header's button opens it on phones


def search(label: str, field_id: str, counts: str, none: str) -> html.Div:
    """Return the search field; what is chosen in it sets the parameter `municipality`.

    `counts` holds the plural forms of "3 matches" as JSON, `none` says that nothing fits; its
    {text} is what was typed. map_search.js makes the field a combobox and fills the list: hundreds
    of options as Dash components would cost as much as the whole map.
    """
    field = dcc.Input(
        id=field_id, type="text", placeholder=label, autoComplete="off", name="search"
    )
    options = html.Ul(
        id=f"{field_id}-options",
        className="search-options",
        role="listbox",
        hidden=True,
        **attributes({"aria-label": label}),
    )
    return html.Div(
        [
            icon("search"),
            html.Label(label, htmlFor=field_id, className="sr-only"),
            field,
            html.P(className="search-count", role="status"),
            options,
        ],
        id=BOX_ID,
        className="search",
        **attributes({"data-counts": counts, "data-none": none, "data-enter": ""}),
    )
