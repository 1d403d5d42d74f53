// The live map has the size of its box on the screen; for paper it is drawn as wide as the sheet.
(function () {
  const SHEET = { width: 680, height: 425 }; // px of an A4's text, as in print.css
  const graphOf = () => document.querySelector('.map-graph .js-plotly-plot');

  function draw(change) {
    const graph = graphOf();
    if (graph?._fullLayout?.geo) window.Plotly.relayout(graph, change);
  }

  window.addEventListener('beforeprint', () => {
    draw({ ...SHEET, 'geo.lonaxis.range': window.dash_clientside.map?.lonRange?.(SHEET) });
  });
  window.addEventListener('afterprint', () => {
    draw({ width: null, height: null, autosize: true, 'geo.lonaxis.range': window.dash_clientside.map?.lonRange?.() });
  });
})();
