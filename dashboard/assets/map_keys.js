// The map by keyboard, touch and screen reader: one tab stop, arrows to the neighbouring area,
// Enter chooses, Home shows the whole country, Escape steps back. The pointer takes the same way.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  const AREAS = 0, BOUNDARIES = 3;
  const WAYS = { ArrowRight: 0, ArrowUp: 90, ArrowLeft: 180, ArrowDown: -90 };
  const WIDEST = 60; // degrees to either side of an arrow
  let graph = null;
  let code = ''; // of the area that holds the tab stop
  let pointed = null; // index of the area under pointer or focus

  const traces = () => [...graph.querySelectorAll('.choroplethlayer > g.trace')];
  const traceOf = (place) => traces().find((group) => group.__data__?.[0]?.trace.index === place);
  const pathsOf = (place) => [...(traceOf(place)?.querySelectorAll('path') ?? [])];

  // Plotly draws some time after the callback; wait for its first picture.
  map.attach = function () {
    const found = document.querySelector('.map-graph .js-plotly-plot');
    if (!found?._fullLayout?.geo || !found.on) return void setTimeout(map.attach, 50);
    if (found !== graph) {
      graph = found;
      listen();
      map.fit(graph);
    }
    dress();
  };

  function listen() {
    let start = null;
    graph.on('plotly_afterplot', () => {
      dress();
      map.fit(graph); // a notice or a longer headline leaves the map less height
    });
    graph.on('plotly_relayouting', () => {
      outline(pointed);
      map.drawMarks(graph);
    });
    graph.on('plotly_relayout', () => map.showPan(graph));
    graph.on('plotly_hover', ({ points, event }) => point(points[0].pointIndex, event));
    graph.on('plotly_unhover', () => point(null));
    graph.on('plotly_click', ({ points }) => choose(points[0].pointIndex));
    // On geo a drag ends in a click: keep clicks away whose pointer has moved.
    graph.addEventListener('mousedown', (event) => { start = event; }, true);
    graph.addEventListener('click', (event) => {
      const moved = start && Math.hypot(event.clientX - start.clientX, event.clientY - start.clientY);
      if (moved > 4) event.stopPropagation();
    }, true);
    // One finger scrolls the page, two move the map.
    graph.addEventListener('touchmove', (event) => {
      if (event.touches.length < 2) event.stopPropagation();
    }, true);
    graph.addEventListener('keydown', press);
    graph.addEventListener('focusin', (event) => {
      const index = pathsOf(AREAS).indexOf(event.target);
      if (index < 0) return;
      code = map.current.values.codes[index];
      if (event.target.matches(':focus-visible')) point(index);
    });
    graph.addEventListener('focusout', () => point(null));
  }

  // Roles and names go on the paths again after every drawing; Plotly knows nothing of them.
  function dress() {
    if (!map.current || !graph) return;
    const { state, values, view } = map.current;
    const group = traceOf(AREAS);
    if (!group || group.childElementCount !== values.codes.length) return;
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', view.titles.map);
    if (!values.codes.includes(code)) code = state.municipality || values.codes[0];
    pathsOf(AREAS).forEach((path, index) => {
      const own = values.codes[index];
      path.setAttribute('role', 'button');
      path.setAttribute('aria-label', view.label[index]);
      path.setAttribute('aria-pressed', own === state.municipality);
      path.setAttribute('tabindex', own === code ? 0 : -1);
    });
    for (const other of traces()) if (other !== group) other.setAttribute('aria-hidden', 'true');
    graph.closest('.stage').classList.toggle('is-new-set', Boolean(traceOf(1)));
    map.paint();
    outline(pointed);
    map.drawMarks(graph);
  }

  map.paint = function () {
    if (!map.current || !graph) return;
    const { view } = map.current;
    pathsOf(AREAS).forEach((path, index) => path.classList.toggle('is-faded', map.isFaded(index)));
    pathsOf(BOUNDARIES).forEach((path, index) => {
      path.classList.toggle('is-unpublished', view.z[index] === 13);
    });
  };

  // Pointer or focus on an area: outline, tooltip, the legend's column. null: on none.
  function point(index, event) {
    pointed = index;
    outline(index);
    map.tip(graph, index, event);
    for (const column of document.querySelectorAll('[data-class]')) {
      const inside = index !== null && map.isIn(map.current.view.z[index], column.dataset.class);
      column.classList.toggle('is-hovered', inside);
    }
  }

  // A copy of the area's path above all boundaries; the path itself lies under its neighbours.
  function outline(index) {
    const layer = graph._fullLayout.geo._subplot.layers.frontplot.node();
    let copy = layer.querySelector('.map-outline');
    if (!copy) {
      copy = document.createElementNS('http://www.w3.org/2000/svg', 'path');
      copy.setAttribute('class', 'map-outline');
      layer.prepend(copy);
    }
    copy.setAttribute('d', index === null ? '' : pathsOf(AREAS)[index]?.getAttribute('d') ?? '');
  }

  function choose(index) {
    window.dash_clientside.links.set({ municipality: map.current.values.codes[index] });
  }

  function press(event) {
    const index = pathsOf(AREAS).indexOf(event.target);
    if (index < 0) return;
    const act = {
      Enter: () => choose(index),
      ' ': () => choose(index),
      Home: () => map.move('home'),
      Escape: () => stepBack(),
    }[event.key];
    const next = event.key in WAYS ? towards(index, WAYS[event.key]) : null;
    if (act) act();
    if (next !== null) focus(next);
    if (act || event.key in WAYS) event.preventDefault();
  }

  function focus(index) {
    const paths = pathsOf(AREAS);
    for (const path of paths) path.setAttribute('tabindex', -1);
    paths[index].setAttribute('tabindex', 0);
    paths[index].focus({ preventScroll: true });
  }

  // Escape: first the tooltip, then the class filter, then the selection.
  function stepBack() {
    if (map.hideTip()) return;
    if (map.pressed !== null) map.press(null);
    else window.dash_clientside.links.set({ municipality: '' });
  }

  // The neighbour that lies nearest in the arrow's direction, else the nearest area there.
  function towards(from, way) {
    const { codes, points, neighbours } = map.current.values;
    const near = new Set(neighbours[from]);
    const there = codes
      .map((other, index) => ({ index, near: near.has(other), ...course(points[from], points[index], way) }))
      .filter((one) => one.index !== from && one.turn <= WIDEST);
    const beside = there.filter((one) => one.near);
    const best = beside.length ? least(beside, 'detour') : least(there, 'distance');
    return best ? best.index : null;
  }

  function least(list, name) {
    return list.reduce((best, one) => (!best || one[name] < best[name] ? one : best), null);
  }

  function course([lon, lat], [toLon, toLat], way) {
    const east = (toLon - lon) * Math.cos((lat * Math.PI) / 180);
    const north = toLat - lat;
    const angle = (Math.atan2(north, east) * 180) / Math.PI;
    const turn = Math.abs(((angle - way + 540) % 360) - 180);
    const distance = Math.hypot(east, north);
    // Near and ahead: by the turn alone, enclaves such as Rēzekne would be reached from nowhere.
    return { turn, distance, detour: distance / Math.cos((turn * Math.PI) / 180) };
  }

  // Escape works from the legend and the page too.
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented || !graph || graph.contains(event.target)) return;
    if (!map.hideTip() && map.pressed !== null) map.press(null);
  });
})();
