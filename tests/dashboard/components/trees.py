"""Walk and read trees of Dash components."""

import json
from collections.abc import Iterator
from typing import Any
from xml.etree import ElementTree

from dash.development.base_component import Component
from plotly.utils import PlotlyJSONEncoder


def plain(component: Component) -> dict[str, Any]:
    """Return a component as the browser gets it."""
    made: dict[str, Any] = json.loads(json.dumps(component, cls=PlotlyJSONEncoder))
    return made


def grown(tree: Any) -> Any:
    """Return a tree in which parts that the server wrote out as HTML are elements like all."""
    if isinstance(tree, list):
        return [grown(one) for one in tree]
    if not isinstance(tree, dict) or "props" not in tree:
        return tree
    written = tree["props"].get("data-static")
    children = (
        _elements(ElementTree.fromstring(f"<div>{written}</div>"))
        if written
        else grown(tree["props"].get("children"))
    )
    return tree | {"props": tree["props"] | {"children": children}}


def _elements(parent: ElementTree.Element) -> list[Any]:
    found: list[Any] = [parent.text] if parent.text else []
    for one in parent:
        name = {"className": one.get("class", "")}
        found.append({"type": one.tag, "props": one.attrib | name | {"children": _elements(one)}})
        found += [one.tail] if one.tail else []
    return found


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
