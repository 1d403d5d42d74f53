"""What the browser asks Dash for when it changes to a page."""

from typing import Any

WHERE = "/_dash-update-component"


def page_question(path: str, search: str = "") -> dict[str, Any]:
    """The question for the content of a page, to be sent as JSON to WHERE."""
    return {
        "output": "page.children",
        "outputs": {"id": "page", "property": "children"},
        "inputs": [
            {"id": "url", "property": "pathname", "value": path},
            {"id": "asked", "property": "data", "value": None},
        ],
        "state": [{"id": "url", "property": "search", "value": search}],
        "changedPropIds": ["url.pathname"],
    }
