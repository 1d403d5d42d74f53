// Evidence marks at the label points, when the legend's checkbox asks for them.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  const HALF = 5; // px, half of a mark with its white edge
  const FARTHEST = 24;
  const ASIDE = [[0, -1], [0, 1], [1, 0], [-1, 0], [0.7, -0.7], [-0.7, -0.7], [0.7, 0.7], [-0.7, 0.7]];
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
    const names = namesOn(graph);
    const taken = [];
    layer.replaceChildren(...values.points.map((point, index) => {
      const [x, y] = clearOf([...names, ...taken], projection(point));
      taken.push({ left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF });
      const mark = document.createElement('span');
      mark.className = `mark mark-${view.text[index][3]}`;
      const place = document.createElement('span');
      place.style.left = `${x}px`;
      place.style.top = `${y}px`;
      place.append(mark);
      return place;
    }));
  };

  // The boxes of the cities' names, within the graph.
  function namesOn(graph) {
    const box = graph.getBoundingClientRect();
    return [...graph.querySelectorAll('.scattergeo text')]
      .map((name) => name.getBoundingClientRect())
      .filter(({ width }) => width > 0)
      .map(({ left, right, top, bottom }) => ({
        left: left - box.left, right: right - box.left, top: top - box.top, bottom: bottom - box.top,
      }));
  }

  // The point itself, or the nearest one aside where a mark touches neither a name nor a mark.
  function clearOf(boxes, [x, y]) {
    const touches = (a, b) => boxes.some(({ left, right, top, bottom }) =>
      a > left - HALF && a < right + HALF && b > top - HALF && b < bottom + HALF);
    if (!touches(x, y)) return [x, y];
    for (let away = 2; away <= FARTHEST; away += 2) {
      for (const [east, south] of ASIDE) {
        const [a, b] = [x + east * away, y + south * away];
        if (!touches(a, b)) return [a, b];
      }
    }
    return [x, y];
  }

  document.addEventListener('click', (event) => {
    const graph = document.querySelector('.map-graph .js-plotly-plot');
    if (!event.target.closest?.('[data-map-marks]') || !graph?._fullLayout?.geo) return;
    wanted = !wanted;
    map.drawMarks(graph);
  });
})();
