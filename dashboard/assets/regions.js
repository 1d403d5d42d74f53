// Planning regions side by side. Pointing at a row of a chart tells of it in a tooltip what the
// table beside it says, in full; the row itself is lit. Charts are drawn for their box: for paper
// the box becomes as wide as the sheet leaves it (regions.css), and they are drawn once more.
(function () {
  const dash = (window.dash_clientside ??= {});

  function rowAt(chart, y) {
    return [...chart.closest('.region-panel').querySelectorAll('.region-row')].find((row) => {
      const { top, bottom } = row.getBoundingClientRect();
      return top <= y && y < bottom;
    });
  }

  function show(tip, row) {
    const name = Object.assign(document.createElement('div'), { className: 'tip-name', textContent: row.dataset.name });
    const amount = Object.assign(document.createElement('div'), { textContent: row.dataset.amount });
    tip.replaceChildren(name, amount, row.querySelector('.badge').cloneNode(true));
    tip.hidden = false;
  }

  let pointed = null;
  function point(row) {
    if (row === pointed) return;
    pointed?.classList.remove('is-pointed');
    row?.classList.add('is-pointed');
    pointed = row;
    const tip = document.querySelector('.region-tip');
    if (row) show(tip, row);
    else if (tip) tip.hidden = true;
  }

  document.addEventListener('pointermove', (event) => {
    const chart = event.target.closest?.('.region-chart');
    // A finger reads the table; a tooltip under it would hide what it points at.
    if (!chart && !pointed) return;
    point((chart && event.pointerType !== 'touch' && rowAt(chart, event.clientY)) || null);
    if (pointed) dash.tip.place(document.querySelector('.region-tip'), event);
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') point(null);
  });

  function draw(onSheet) {
    for (const graph of document.querySelectorAll('.region-graph .js-plotly-plot')) {
      graph.closest('.region-chart').classList.toggle('is-on-sheet', onSheet);
      window.Plotly.relayout(graph, { autosize: true });
    }
  }

  window.addEventListener('beforeprint', () => draw(true));
  window.addEventListener('afterprint', () => draw(false));
})();
