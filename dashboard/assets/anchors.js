// An address may name a place of a page (#statement-12), and the page is drawn after the browser has
// looked for it: so the browser is sent there once more, when the place is there. It unfolds by
// itself what the place is folded away in.
(function () {
  let wanted = window.location.hash;

  function look() {
    const place = wanted && `#page #${CSS.escape(decodeURIComponent(wanted.slice(1)))}`;
    if (!place || !document.querySelector(place)) return;
    const hash = wanted;
    wanted = '';
    // After the fonts: they move what stands below them.
    document.fonts.ready.then(() => window.location.replace(hash));
  }

  new MutationObserver(look).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener('wheel', () => { wanted = ''; }, { once: true, passive: true });
})();
