// Evidence marks at the label points, when the legend's checkbox asks for them.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  let wanted = false;

  // HTML over the map and not a trace: Plotly has no half disc, and the marks are the badges' own.
  map.drawMarks = function (graph) {
    for (const box of document.querySelectorAll('[data-map-marks]')) box.setAttribute('aria-checked', wanted);
    const parent = graph.closest('.map-box');
    let layer = parent.querySelector('.map-marks');
    if (!wanted) return void layer?.remove();
    if (!layer) {
      layer = document.createElement('div');
      layer.className = 'map-marks';
      layer.setAttribute('aria-hidden', 'true');
      parent.append(layer);
    }
    const { values, view } = map.current;
    const { projection } = graph._fullLayout.geo._subplot;
    layer.replaceChildren(...values.points.map((point, index) => {
      const [x, y] = projection(point);
      const mark = document.createElement('span');
      mark.className = `mark mark-${view.text[index][3]}`;
      const place = document.createElement('span');
      place.style.left = `${x}px`;
      place.style.top = `${y}px`;
      place.append(mark);
      return place;
    }));
  };

  document.addEventListener('click', (event) => {
    const graph = document.querySelector('.map-graph .js-plotly-plot');
    if (!event.target.closest?.('[data-map-marks]') || !graph?._fullLayout?.geo) return;
    wanted = !wanted;
    map.drawMarks(graph);
  });
})();
