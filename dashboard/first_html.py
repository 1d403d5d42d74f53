"""The first HTML of a page: all that it shows, before the scripts and without them.

The page is written out from the components that Dash draws a moment later. What a script fills in
is filled here: the live map, and the list that stands for it.
"""

import re
from collections.abc import Mapping

from dashboard import ids
from dashboard.components.static import markup
from dashboard.database import Database
from dashboard.map_files import first_map
from dashboard.pages.map_list import map_list
from dashboard.routes import page_at, state_at

# Runs while the page is read, so it stands in it. Hatch and names take their size on the screen;
# after the first frame come the scripts, which would compete with it. A page in the background
# has no frames.
START = """
const fit = (svg) => {
  const pixel = 1 / svg.getScreenCTM().a;
  if (!svg.closest('#first')) return;
  for (const pattern of svg.querySelectorAll('pattern')) {
    pattern.setAttribute('patternTransform', `scale(${pixel})`);
  }
  svg.querySelector('.picture-names').style.setProperty('--pixel', pixel);
  svg.classList.toggle('is-close', pixel > 1 / 0.37);
};
const sizes = new ResizeObserver((all) => all.forEach(({ target }) => fit(target)));
for (const svg of document.querySelectorAll('#first .picture-map')) {
  fit(svg);
  sizes.observe(svg);
}
const start = () => {
  let last;
  for (const { dataset } of document.querySelectorAll('template[data-src]')) {
    last = document.createElement('script');
    last.async = false;
    last.src = dataset.src;
    document.body.append(last);
  }
  last.onload = () => { window.renderer = new DashRenderer(); };
};
if (document.hidden) start(); else requestAnimationFrame(() => setTimeout(start));
"""


def first_html(database: Database, path: str, search: str) -> str:
    """Return the page at an address as HTML, within one element that the scripts take away."""
    insides = _insides(database, search) if path == "/" else {}
    return f'<div id="first">{markup(page_at(database, path, search), insides)}</div>'


def _insides(database: Database, search: str) -> Mapping[str, str]:
    """Return what scripts put into the map's page, by the id of the place."""
    found = state_at(database, "/", search)
    if found is None:
        return {}
    edition, parsed = found
    shown = {ids.GRAPH: first_map(edition, parsed.state)}
    if parsed.state.view == "list":
        shown[ids.LIST] = markup(map_list(edition, parsed.state))
    return shown


def script_names(scripts: str) -> str:
    """Return the addresses of Dash's scripts for START, which fetches and runs them in this order.

    A browser that knew of them at once would fetch and compile them before it shows anything.
    """
    return "\n".join(
        f'<template data-src="{source}"></template>'
        for source in re.findall(r'<script src="([^"]+)"', scripts)
    )
