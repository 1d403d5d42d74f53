// Citations: the address as it stands in the browser's bar.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  // A link to the citation of the view: the map changes its address without drawing the page anew.
  for (const when of ['pointerdown', 'focusin', 'click']) {
    document.addEventListener(when, ({ target }) => {
      const link = target.closest?.('a[data-cites]');
      if (!link) return;
      const { pathname, search, origin } = window.location;
      const address = new URL(link.href, origin);
      address.searchParams.set('view', pathname + search);
      link.href = address.pathname + address.search;
    }, true);
  }

  // The page knows its path; its whole address is known here only.
  dash.cite = { whole: (path) => window.location.origin + path };
})();
