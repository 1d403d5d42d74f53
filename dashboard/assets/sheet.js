// The panel as a sheet on phones: a button or a finger opens it and lowers it again.
(function () {
  const phone = window.matchMedia('(max-width: 767px)');
  const FAR = 40; // px that a finger must draw it
  const sheetOf = () => document.querySelector('.panel-sheet');
  const isOpen = () => sheetOf()?.classList.contains('is-open') ?? false;

  function set(open) {
    const sheet = sheetOf();
    if (!sheet) return;
    const handle = sheet.querySelector('.sheet-handle');
    sheet.classList.toggle('is-open', open);
    sheet.style.height = '';
    handle.setAttribute('aria-expanded', open);
    handle.querySelector('.sr-only').textContent = open ? handle.dataset.less : handle.dataset.more;
    if (!open) sheet.scrollTop = 0;
  }

  let drawn = null; // {from, height, by}: the finger that draws the sheet
  document.addEventListener('pointerdown', (event) => {
    if (!phone.matches || !event.target.closest?.('.sheet-handle')) return;
    drawn = { from: event.clientY, height: sheetOf().offsetHeight, by: 0 };
    event.target.setPointerCapture(event.pointerId);
  });
  document.addEventListener('pointermove', (event) => {
    if (!drawn) return;
    drawn.by = drawn.from - event.clientY;
    sheetOf().style.height = `${drawn.height + drawn.by}px`;
  });
  const drop = () => {
    if (drawn && Math.abs(drawn.by) > FAR) set(drawn.by > 0);
    else if (drawn) sheetOf().style.height = '';
    setTimeout(() => { drawn = null; }); // after the click that ends the drawing
  };
  document.addEventListener('pointerup', drop);
  document.addEventListener('pointercancel', drop);

  document.addEventListener('click', (event) => {
    const tapped = event.target.closest?.('.sheet-handle');
    if (tapped && !(drawn && Math.abs(drawn.by) > FAR)) set(!isOpen());
    if (event.target.closest?.('.panel-head [data-param]')) closed();
  });

  // The closing button goes with the place: the focus stays in the panel, on its new name.
  function closed() {
    set(false);
    const panel = document.querySelector('.panel');
    const watch = new MutationObserver(() => {
      if (panel.querySelector('.panel-head [data-param]')) return;
      watch.disconnect();
      const name = panel.querySelector('h2');
      name.tabIndex = -1;
      name.focus({ preventScroll: true });
    });
    watch.observe(panel, { childList: true, subtree: true });
  }

  document.addEventListener('keydown', (event) => {
    const inside = sheetOf()?.contains(document.activeElement);
    if (event.key !== 'Escape' || event.defaultPrevented || !phone.matches || !inside) return;
    event.preventDefault();
    if (isOpen()) set(false);
    else sheetOf().querySelector('.panel-head [data-param]')?.click();
  }, true);

  // What has the focus never lies under the sheet.
  document.addEventListener('focusin', ({ target }) => {
    if (phone.matches && isOpen() && !sheetOf().contains(target)) set(false);
  });
})();
