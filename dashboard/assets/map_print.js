// The live map has the size of its box on the screen; for paper the box itself becomes as wide as
// the sheet (print.css), so that whatever fits the map to its box fits it to the sheet.
(function () {
  function draw(onSheet) {
    const graph = document.querySelector('.map-graph .js-plotly-plot');
    if (!graph?._fullLayout?.geo) return; // a page without a map, or none yet
    graph.closest('.map-box').classList.toggle('is-on-sheet', onSheet);
    const range = window.dash_clientside.map.lonRange();
    window.Plotly.relayout(graph, { autosize: true, 'geo.lonaxis.range': range });
  }

  window.addEventListener('beforeprint', () => draw(true));
  window.addEventListener('afterprint', () => draw(false));
})();
