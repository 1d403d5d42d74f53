// Dash fetches plotly.js (4.9 MB) when the first Graph appears, from an address that its renderer
// writes into window._dashPlotlyJSURL. Hold that address on our own bundle, a quarter of the size.
(function () {
  const own = new URL('plotly/plotly-map.min.js?v=4.1.1', document.currentScript.src).href;
  Object.defineProperty(window, '_dashPlotlyJSURL', { get: () => own, set: () => {} });
})();
