"""Walk and read trees of Dash components."""

import json
from collections.abc import Iterator
from typing import Any

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder


def plain(component: Component) -> dict[str, Any]:
    """Return a component as the browser gets it."""
    made: dict[str, Any] = json.loads(json.dumps(component, cls=PlotlyJSONEncoder))
    return made


def nodes(component: Any) -> Iterator[dict[str, Any]]:
    """Yield every element of a tree, parents first."""
    tree = plain(component) if isinstance(component, Component) else component
    if isinstance(tree, list):
        for one in tree:
            yield from nodes(one)
    elif isinstance(tree, dict) and "props" in tree:
        yield tree
        yield from nodes(tree["props"].get("children"))


def text(component: Any) -> str:
    """Return all text of a tree."""
    tree = plain(component) if isinstance(component, Component) else component
    if isinstance(tree, list):
        return "".join(text(one) for one in tree)
    if isinstance(tree, dict):
        return text(tree["props"].get("children"))
    return "" if tree is None else str(tree)


def with_class(component: Any, name: str) -> list[dict[str, Any]]:
    """Return the elements that carry a class name."""
    return [
        node for node in nodes(component) if name in str(node["props"].get("className", "")).split()
    ]
