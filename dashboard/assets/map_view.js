// Zoom: wheel, drag and two fingers by d3-zoom, and the stage's buttons: in and out, the whole
// country, four ways once zoomed.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  // d3 is the file d3/d3-zoom.min.js; it may come after this one.
  const WIDTH = 2000, HEIGHT = 1190; // of the drawing, as FRAME in figures/picture.py
  const MARGIN = 0.25; // how far beyond its edge the drawing can be moved
  const STEP = 1.6, FURTHEST = 12, SHIFT = 0.12; // of the width that is seen
  const WAYS = { north: [0, 1], south: [0, -1], east: [-1, 0], west: [1, 0] };
  let zoom = null; // d3's, once there is a drawing
  let svg = null; // the drawing that listens
  let shown = null; // how it is moved: {k, x, y}

  const make = () => d3.zoom()
    .scaleExtent([1, FURTHEST])
    .translateExtent([[-MARGIN * WIDTH, -MARGIN * HEIGHT], [(1 + MARGIN) * WIDTH, (1 + MARGIN) * HEIGHT]])
    .clickDistance(4) // a hand that trembles still clicks
    // One finger scrolls the page, two move the map.
    .filter((event) => (event.touches ? event.touches.length > 1 : !event.button))
    .on('zoom', ({ transform }) => {
      shown = transform;
      show(svg.parentElement);
    });

  function show(place) {
    svg.querySelector('.picture-zoom').setAttribute('transform', shown);
    window.dash_clientside.picture.scale(place);
    const stage = place.closest('.stage');
    const zoomed = shown.k > 1.01;
    stage.classList.toggle('is-zoomed', zoomed);
    stage.querySelector('.pan').hidden = !zoomed;
  }

  // A new drawing, as of other boundaries, is seen where the old one was.
  document.addEventListener('picture-drawn', ({ target }) => {
    const drawn = target === map.place() && target.querySelector(':scope > svg');
    if (!drawn) return;
    if (drawn === svg) return void (zoom && show(target)); // in a page that was drawn anew
    svg = drawn;
    zoom ??= make();
    shown ??= d3.zoomIdentity;
    d3.select(svg).call(zoom).on('dblclick.zoom', null).call(zoom.transform, shown);
  });

  map.move = function (move) {
    if (!svg) return;
    const drawing = d3.select(svg);
    const away = { in: STEP, out: 1 / STEP }[move];
    const home = move === 'home' || (move === 'out' && shown.k / STEP < 1.05);
    if (home) drawing.call(zoom.transform, d3.zoomIdentity);
    else if (away) drawing.call(zoom.scaleBy, away);
    else drawing.call(zoom.translateBy, ...WAYS[move].map((way) => (way * SHIFT * WIDTH) / shown.k));
  };

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-map-move]');
    if (button) map.move(button.dataset.mapMove);
  });

  // Where a pixel of the drawing is on the screen.
  map.onScreen = function ([x, y]) {
    const matrix = svg.querySelector('.picture-zoom').getScreenCTM();
    const point = new DOMPoint(x, y).matrixTransform(matrix);
    return [point.x, point.y];
  };
})();
