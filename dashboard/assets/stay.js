// Pages other than the map are drawn anew by the server, which makes every element anew: the focus,
// the scrolling and what was unfolded are carried over, so that the reader stays in place.
(function () {
  let held = null; // {element, name, path}: what has the focus
  let seen = null; // what was to be seen when it was pressed

  // What a link is called: a chip that is gone leaves the focus to the value that it stood for.
  const nameOf = (link) => link.dataset.keep ?? link.textContent;

  // Where an element stands: what stands there afterwards takes the place of what has no name.
  function pathOf(element) {
    const steps = [];
    for (let one = element; one.id !== 'page'; one = one.parentElement) {
      if (!one.parentElement) return '';
      steps.unshift(`${one.tagName}:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
    }
    return `#page > ${steps.join(' > ')}`;
  }

  function hold(element) {
    const path = window.location.pathname === '/' ? '' : pathOf(element);
    held = path && { element, path, name: element.matches('a[data-stay]') ? nameOf(element) : '' };
  }

  function look() {
    const boxes = [...document.querySelectorAll('[data-keep-scroll]')];
    const openers = [...document.querySelectorAll('button[aria-controls][aria-expanded="true"]')];
    return {
      top: window.scrollY,
      boxes: boxes.map((box) => [box.dataset.keepScroll, box.scrollTop]),
      open: openers.map((opener) => opener.getAttribute('aria-controls')),
    };
  }

  // The element in the new page; until it is there nothing, as it may be drawn a little later.
  function again({ name, path }) {
    if (!name) return document.querySelector(path);
    const links = [...document.querySelectorAll('a[data-stay]')];
    return links.find((link) => nameOf(link) === name)
      ?? links.find((link) => nameOf(link) === name.replace(/^chip /, ''))
      ?? document.getElementById('main');
  }

  function unfold({ open }) {
    for (const id of open) {
      document.querySelector(`button[aria-controls="${id}"]`)?.setAttribute('aria-expanded', 'true');
      document.getElementById(id)?.classList.add('is-open');
    }
  }

  function scroll({ top, boxes }) {
    for (const [box, at] of boxes) {
      const element = document.querySelector(`[data-keep-scroll="${box}"]`);
      if (element) element.scrollTop = at;
    }
    window.scrollTo(window.scrollX, top);
  }

  function restore(element) {
    const before = seen;
    seen = null;
    if (before) unfold(before);
    element.focus({ preventScroll: true });
    if (before) scroll(before);
  }

  document.addEventListener('focusin', ({ target }) => hold(target));
  document.addEventListener('focusout', ({ target }) => setTimeout(() => {
    if (target.isConnected && document.activeElement === document.body) held = null;
  }));
  for (const press of ['click', 'change']) {
    document.addEventListener(press, (event) => {
      const pressed = event.target.closest?.('a[data-stay], select[data-param]');
      if (!pressed || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      hold(pressed); // not every browser gives a pressed link the focus
      seen = look();
    });
  }

  new MutationObserver(() => {
    if (!held || held.element.isConnected || document.activeElement !== document.body) return;
    const element = again(held);
    if (element) restore(element);
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
