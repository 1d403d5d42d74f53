// A link with data-stay asks the server to draw the page anew, which makes every element anew: the
// focus, the scrolling and what was unfolded are carried over, so that the reader stays in place.
(function () {
  let watching = null;

  // What a link is called: a chip that is gone leaves the focus to the value that it stood for.
  const nameOf = (link) => link.dataset.keep ?? link.textContent;

  function again(name) {
    const links = [...document.querySelectorAll('a[data-stay]')];
    return links.find((link) => nameOf(link) === name)
      ?? links.find((link) => nameOf(link) === name.replace(/^chip /, ''))
      ?? document.getElementById('main');
  }

  function seen() {
    const boxes = [...document.querySelectorAll('[data-keep-scroll]')];
    const openers = [...document.querySelectorAll('button[aria-controls][aria-expanded="true"]')];
    return {
      top: window.scrollY,
      boxes: boxes.map((box) => [box.dataset.keepScroll, box.scrollTop]),
      open: openers.map((opener) => opener.getAttribute('aria-controls')),
    };
  }

  function restore(name, { top, boxes, open }) {
    for (const id of open) {
      document.querySelector(`button[aria-controls="${id}"]`)?.setAttribute('aria-expanded', 'true');
      document.getElementById(id)?.classList.add('is-open');
    }
    again(name).focus({ preventScroll: true });
    for (const [box, at] of boxes) {
      const element = document.querySelector(`[data-keep-scroll="${box}"]`);
      if (element) element.scrollTop = at;
    }
    window.scrollTo(window.scrollX, top);
  }

  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('a[data-stay]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
    const [name, before] = [nameOf(link), seen()];
    watching?.disconnect();
    watching = new MutationObserver(() => {
      if (link.isConnected) return;
      watching.disconnect();
      restore(name, before);
    });
    watching.observe(document.body, { childList: true, subtree: true });
  });
})();
