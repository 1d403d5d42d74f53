// The live map has the size of its box on the screen; for paper it is drawn as wide as the sheet.
(function () {
  const SHEET = { width: 680, height: 425 }; // px of an A4's text, as in print.css

  function draw(size, box) {
    const graph = document.querySelector('.map-graph .js-plotly-plot');
    if (!graph?._fullLayout?.geo) return; // a page without a map, or none yet
    const range = window.dash_clientside.map.lonRange(box);
    window.Plotly.relayout(graph, { ...size, 'geo.lonaxis.range': range });
  }

  window.addEventListener('beforeprint', () => draw(SHEET, SHEET));
  window.addEventListener('afterprint', () => draw({ width: null, height: null, autosize: true }));
})();
