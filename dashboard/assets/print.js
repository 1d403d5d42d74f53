// What only the browser knows of a sheet: the full address, and the words of the page's foot,
// which print.css puts into the margin.
(function () {
  const root = document.documentElement;

  function prepare() {
    const sheet = document.querySelector('[data-sheet-page]');
    if (!sheet) return;
    root.classList.toggle('has-sheet-foot', 'CSSMarginRule' in window);
    for (const one of document.querySelectorAll('[data-permalink]')) one.textContent = window.location.href;
    root.style.setProperty('--sheet-name', JSON.stringify(sheet.dataset.sheetName));
    root.style.setProperty('--sheet-link', JSON.stringify(window.location.href));
    root.style.setProperty('--sheet-page', sheet.dataset.sheetPage);
  }

  window.addEventListener('beforeprint', prepare);
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-print]')) window.print();
  });
})();
