// Buttons that open what they control: header menu and search, and the filters' sheet of phones.
// Escape and the part's own closing buttons lead back to the button that opened it. A part with
// data-enter takes the focus when it opens.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const OPENER = 'button[aria-controls][aria-expanded]';
  let last = null; // the button that opened the part that is open

  function set(id, open) {
    document.getElementById(id)?.classList.toggle('is-open', open);
    for (const one of document.querySelectorAll(OPENER)) {
      if (one.getAttribute('aria-controls') === id) one.setAttribute('aria-expanded', open);
    }
  }

  function close(id) {
    const box = document.getElementById(id);
    const inside = box?.contains(document.activeElement);
    set(id, false);
    if (inside && last?.isConnected) last.focus();
  }

  const floats = (box) => ['absolute', 'fixed'].includes(getComputedStyle(box).position);

  function openPart() {
    const opener = [...document.querySelectorAll(OPENER)].find((one) => one.ariaExpanded === 'true');
    return opener?.getAttribute('aria-controls');
  }

  document.addEventListener('click', (event) => {
    const opener = event.target.closest?.(OPENER);
    const closer = event.target.closest?.('[data-closes]');
    if (closer) close(closer.dataset.closes);
    if (!opener) return;
    const id = opener.getAttribute('aria-controls');
    const open = opener.getAttribute('aria-expanded') !== 'true';
    const other = openPart();
    if (other && other !== id) set(other, false);
    last = opener;
    set(id, open);
    if (open) document.querySelector(`#${id}[data-enter] :is(input, a[href], button)`)?.focus();
  });

  document.addEventListener('keydown', (event) => {
    const id = openPart();
    if (event.key !== 'Escape' || event.defaultPrevented || !id) return;
    event.preventDefault(); // one Escape, one step
    close(id);
  }, true);

  // Nothing that has the focus lies under a part that floats.
  document.addEventListener('focusin', ({ target }) => {
    const id = openPart();
    const own = id && (document.getElementById(id).contains(target) || target.matches(OPENER));
    if (id && !own && floats(document.getElementById(id))) set(id, false);
  });

  // A menu that opens without scripts closes as they do: by Escape, and when it is left.
  const FLOATING = 'details[data-floats][open]';

  document.addEventListener('keydown', (event) => {
    const menu = event.target.closest?.(FLOATING);
    if (event.key !== 'Escape' || event.defaultPrevented || !menu) return;
    event.preventDefault();
    menu.open = false;
    menu.querySelector('summary').focus();
  }, true);

  for (const left of ['focusin', 'pointerdown']) {
    document.addEventListener(left, ({ target }) => {
      for (const menu of document.querySelectorAll(FLOATING)) {
        if (!menu.contains(target) && floats(menu.querySelector('ul'))) menu.open = false;
      }
    });
  }

  dash.openers = { close };
})();
