// Citations: the address as it stands in the browser's bar.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  // The page knows its path; its whole address is known here only.
  dash.cite = { whole: (path) => window.location.origin + path };
})();
