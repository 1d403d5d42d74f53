// The stage's buttons: zoom in and out, the whole country, four ways once zoomed.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  const HOME = { scale: 1, lon: 24.6, lat: 56.89 };
  const LAT = [55.65, 58.11], LON_HALF = 3.8; // as in figures/choropleth.py
  const STEP = 1.6, FURTHEST = 12, SHIFT = 0.9; // degrees of longitude at scale 1
  const WAYS = { north: [0, 0.5], south: [0, -0.5], east: [1, 0], west: [-1, 0] };

  function viewOf(graph) {
    const { projection, center } = graph._fullLayout.geo;
    return { scale: projection.scale, lon: center.lon, lat: center.lat };
  }

  function moved(view, move) {
    if (move === 'home') return HOME;
    if (move === 'in') return { ...view, scale: Math.min(FURTHEST, view.scale * STEP) };
    if (move === 'out') return view.scale / STEP < 1.05 ? HOME : { ...view, scale: view.scale / STEP };
    const [east, north] = WAYS[move];
    const shift = SHIFT / view.scale;
    return { ...view, lon: view.lon + east * shift, lat: view.lat + north * shift };
  }

  map.move = function (move) {
    const graph = document.querySelector('.map-graph .js-plotly-plot');
    if (!graph?._fullLayout?.geo) return;
    const { scale, lon, lat } = moved(viewOf(graph), move);
    window.Plotly.relayout(graph, {
      'geo.projection.scale': scale, 'geo.center.lon': lon, 'geo.center.lat': lat,
      'geo.projection.rotation.lon': lon,
    }).then(() => map.showPan(graph));
  };

  map.showPan = function (graph) {
    const stage = graph.closest('.stage');
    const zoomed = graph._fullLayout.geo.projection.scale > 1.01;
    stage.classList.toggle('is-zoomed', zoomed);
    stage.querySelector('.pan').hidden = !zoomed;
  };

  // Plotly cuts the map at the longitudes of its range, also when zoomed. A range as wide as the
  // box leaves scale and centre alone (the height decides them) and moves the cut to the edge.
  map.lonRange = function () {
    const box = document.querySelector('.map-box').getBoundingClientRect();
    const northing = (lat) => Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360));
    const height = ((northing(LAT[1]) - northing(LAT[0])) * 180) / Math.PI;
    const half = Math.max(LON_HALF, (height * box.width) / box.height / 2);
    return [HOME.lon - half, HOME.lon + half];
  };

  map.fit = function (graph) {
    const range = map.lonRange();
    const now = graph._fullLayout.geo.lonaxis.range;
    if (Math.abs(range[0] - now[0]) > 0.01) window.Plotly.relayout(graph, { 'geo.lonaxis.range': range });
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-map-move]');
    if (button) map.move(button.dataset.mapMove);
  });
})();
