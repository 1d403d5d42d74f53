// Dash fetches plotly.js (4.8 MB) when the first Graph appears, from an address that its renderer
// writes into window._dashPlotlyJSURL. Hold that address on our own bundle, a quarter of the size.
(function () {
  const own = 'assets/plotly/plotly-charts.min.js'; // the server writes the file's address here
  Object.defineProperty(window, '_dashPlotlyJSURL', { get: () => own, set: () => {} });
})();
