// Evidence marks at the label points, when the legend's checkbox asks for them.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  const HALF = 5; // px, half of a mark with its white edge
  const FARTHEST = 24;
  const ASIDE = [[0, -1], [0, 1], [1, 0], [-1, 0], [0.7, -0.7], [-0.7, -0.7], [0.7, 0.7], [-0.7, 0.7]];
  let wanted = false;

  // HTML over the map and not in the drawing: the marks are the badges' own.
  function draw() {
    for (const box of document.querySelectorAll('[data-map-marks]')) box.setAttribute('aria-checked', wanted);
    const parent = map.place().closest('.map-box');
    let layer = parent.querySelector('.map-marks');
    if (!wanted) return void layer?.remove();
    if (!layer) {
      layer = document.createElement('div');
      layer.className = 'map-marks';
      layer.setAttribute('aria-hidden', 'true');
      parent.append(layer);
    }
    const { values, view } = map.current;
    const box = parent.getBoundingClientRect();
    const names = namesOn(parent, box);
    const taken = [];
    layer.replaceChildren(...values.points.map((point, index) => {
      const [left, top] = map.onScreen(point);
      const [x, y] = clearOf([...names, ...taken], [left - box.left, top - box.top]);
      taken.push({ left: x - HALF, right: x + HALF, top: y - HALF, bottom: y + HALF });
      const mark = document.createElement('span');
      mark.className = `mark mark-${view.text[index][3]}`;
      const place = document.createElement('span');
      place.style.left = `${x}px`;
      place.style.top = `${y}px`;
      place.append(mark);
      return place;
    }));
  }

  // The boxes of the cities' names, within the map's box.
  function namesOn(parent, box) {
    return [...parent.querySelectorAll('.picture-names > text')]
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
    if (!event.target.closest?.('[data-map-marks]') || !map.current) return;
    wanted = !wanted;
    draw();
  });

  for (const change of ['picture-scaled', 'picture-drawn', 'map-painted']) {
    document.addEventListener(change, ({ target }) => {
      if (map.current && (target === document || target === map.place())) draw();
    });
  }
})();
