// The priorities page: ticks stand in the URL, and what is pointed at on the map is named.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  // From the address and not from the link: a second tick may come before the page is drawn anew,
  // and even before Dash has written the first into the address. So it is written here at once.
  function toggle(box) {
    const picked = (new URLSearchParams(window.location.search).get('picked') ?? '').split(',').filter(Boolean);
    const { pick } = box.dataset;
    const on = !picked.includes(pick);
    box.setAttribute('aria-checked', on);
    const kept = on ? [...picked, pick] : picked.filter((code) => code !== pick);
    const search = dash.links.merge(window.location.search, { picked: kept.join(',') });
    window.history.pushState({}, '', window.location.pathname + search);
    dash.set_props('url', { search, href: window.location.href }); // a stale href would undo it
  }

  // A link that was written before the last tick carries it all the same, unless it drops ticks.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.priorities a[data-stay]:not([data-drops], .segment-link)');
    if (!link) return;
    const picked = new URLSearchParams(window.location.search).get('picked') ?? '';
    link.href = link.pathname + dash.links.merge(new URL(link.href).search, { picked });
  }, true);

  document.addEventListener('click', (event) => {
    const box = event.target.closest?.('a[data-pick]');
    if (!box || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    event.preventDefault();
    toggle(box);
  });

  document.addEventListener('picture-point', ({ detail }) => {
    const line = document.querySelector('.priority-pointed');
    if (!line) return;
    const dot = detail.code && document.querySelector(`[data-dot="${detail.code}"]`);
    line.textContent = dot ? dot.title : '\u00a0';
    for (const row of document.querySelectorAll('[data-row], [data-dot]')) {
      row.classList.toggle('is-pointed', Boolean(detail.code) && [row.dataset.row, row.dataset.dot].includes(detail.code));
    }
  });
})();
