// The panel follows the URL too: one file per municipality holds it in every view.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const map = (dash.map ??= {});

  map.panel = function (search, sources) {
    if (!sources) return dash.no_update;
    const state = map.stateOf(search, sources);
    const key = [state.boundary_set, map.keyOf(state), state.municipality].join('|');
    // The server has drawn the first panel with the page.
    const first = !map.panelShown;
    map.panelShown = key;
    if (first && key === sources.drawn) return dash.no_update;
    const address = sources.sets[state.boundary_set].panel;
    const code = encodeURIComponent(state.municipality || 'latvia');
    return map.load(address.replace('%7Bcode%7D', code).replace('{code}', code))
      .then((panels) => (map.panelShown === key ? panels[map.keyOf(state)] : dash.no_update))
      .catch(() => dash.no_update);
  };
})();
