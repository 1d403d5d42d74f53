// What only the browser knows of a sheet: the full address, and the words of the page's foot,
// which print.css puts into the margin. What is folded away for the screen is unfolded for paper.
(function () {
  const root = document.documentElement;
  const FOLDED = '.study-told details:not([open])';
  let unfolded = []; // to be folded again

  function prepare() {
    unfolded = [...document.querySelectorAll(FOLDED)];
    for (const one of unfolded) one.open = true;
    const sheet = document.querySelector('[data-sheet-page]');
    if (!sheet) return;
    root.classList.toggle('has-sheet-foot', 'CSSMarginRule' in window);
    for (const one of document.querySelectorAll('[data-permalink]')) one.textContent = window.location.href;
    root.style.setProperty('--sheet-name', JSON.stringify(sheet.dataset.sheetName));
    root.style.setProperty('--sheet-link', JSON.stringify(window.location.href));
    root.style.setProperty('--sheet-page', sheet.dataset.sheetPage);
  }

  window.addEventListener('beforeprint', prepare);
  window.addEventListener('afterprint', () => { for (const one of unfolded) one.open = false; });
  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-print]')) window.print();
  });
})();
