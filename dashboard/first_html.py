"""The first HTML of a page: all that it shows, before the scripts and without them.

The page is written out from the components that Dash draws a moment later. What a script fills in
is filled here: the live map, and the list that stands for it.
"""

import json
import re
from collections.abc import Mapping

from dashboard import ids
from dashboard.atlas import atlas_of
from dashboard.components.static import markup
from dashboard.database import Database
from dashboard.map_files import first_map
from dashboard.pages.map import map_sources
from dashboard.pages.map_list import map_list
from dashboard.routes import page_at, state_at

# Runs while the page is read, so it stands in it. Hatch and names take their size on the screen;
# after the first frame come the scripts, which would compete with it: our own, then, once the map
# answers, Dash's, which take the longest to run. A page in the background has no frames.
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
const add = (tag, properties) => {
  const made = Object.assign(document.createElement(tag), properties);
  document.body.append(made);
  return made;
};
const start = () => {
  const named = [...document.querySelectorAll('template[data-src]')];
  const [own, ...others] = named.map(({ dataset }) => dataset.src);
  const ours = add('script', { src: own });
  const values = document.querySelector('#first-map')?.dataset.values;
  if (values) add('link', { rel: 'preload', as: 'fetch', crossOrigin: 'anonymous', href: values });
  for (const href of others) add('link', { rel: 'preload', as: 'script', href });
  ours.onload = async () => {
    await window.dash_clientside.first;
    const [last] = others.map((src) => add('script', { src, async: false })).slice(-1);
    last.onload = () => { window.renderer = new DashRenderer(); };
  };
};
if (document.hidden) start(); else requestAnimationFrame(() => setTimeout(start));
"""


def first_html(database: Database, path: str, search: str) -> str:
    """Return the page at an address as HTML, within one element that the scripts take away."""
    is_map = path == "/"
    page = markup(page_at(database, path, search), _insides(database, search) if is_map else {})
    return f'<div id="first">{page}</div>{_told(database, search) if is_map else ""}'


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


def _told(database: Database, search: str) -> str:
    """Return what the map must know to answer before Dash is there; assets/first.js reads it."""
    found = state_at(database, "/", search)
    if found is None:
        return ""
    edition, parsed = found
    state = parsed.state
    sources = map_sources(edition, atlas_of(edition, state), state)
    values = sources["sets"][state.boundary_set]["values"]
    known = json.dumps(sources).replace("<", r"\u003c")
    return f'<script type="application/json" id="first-map" data-values="{values}">{known}</script>'


def script_names(scripts: str, own: str) -> str:
    """Return the addresses of our own script and Dash's, which START fetches and runs in order.

    A browser that knew of them at once would fetch and compile them before it shows anything. Ours
    needs none of Dash's to let the map answer.
    """
    found = re.findall(r'<script src="([^"]+)"', scripts)
    return "\n".join(
        f'<template data-src="{source}"></template>'
        for source in [own, *(source for source in found if source != own)]
    )
