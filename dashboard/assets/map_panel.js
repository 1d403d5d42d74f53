// The panel follows the URL too: one file per municipality holds it in every view.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const map = (dash.map ??= {});
  const keyOf = (state) => [state.boundary_set, map.keyOf(state), state.municipality].join('|');

  map.panel = function (search, sources) {
    if (!sources) return dash.no_update;
    // Where the map cannot follow, the panel stays with it.
    return map.settle(search, sources).then(({ state }) => show(state, sources), () => dash.no_update);
  };

  function show(state, sources) {
    const key = keyOf(state);
    const address = sources.sets[state.boundary_set].panel;
    const code = encodeURIComponent(state.municipality || 'latvia');
    const file = map.load(address.replace('%7Bcode%7D', code).replace('{code}', code));
    // The server has drawn the first panel with the page; its file is for the next change.
    const first = !map.panelShown && key === sources.drawn;
    map.panelShown = key;
    if (first) return dash.no_update;
    map.wait('.panel-sheet', file);
    const latest = (content) => (map.panelShown === key ? content : dash.no_update);
    return file.then((panels) => latest(panels[map.keyOf(state)]), (error) => latest(map.apology(error, sources)));
  }
})();
