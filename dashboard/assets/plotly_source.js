// Dash fetches plotly.js (4.8 MB) when the first Graph appears, from an address that its renderer
// writes into window._dashPlotlyJSURL. Hold that address on our own bundles, a quarter of the size:
// the map's on `/`, the charts' on every other page. Pages change by a load, so one suffices.
(function () {
  const { src } = document.currentScript;
  const MAP = 'plotly/plotly-map.min.js?v=4.1.1', CHARTS = 'plotly/plotly-charts.min.js?v=4.1.1';
  const own = () => new URL(window.location.pathname === '/' ? MAP : CHARTS, src).href;
  Object.defineProperty(window, '_dashPlotlyJSURL', { get: own, set: () => {} });
})();
