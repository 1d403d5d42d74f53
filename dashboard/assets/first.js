// The first HTML shows the page before any script has come, and its map answers before Dash is
// there: names, keys, zoom, search. Once Dash has drawn the same page, the copy goes, in the same
// moment and without a trace: pictures and focus move over.
(function () {
  const dash = (window.dash_clientside ??= {});
  const PATIENCE = 500; // ms
  const told = document.getElementById('first-map'); // what the map knows of its files
  const frame = () => new Promise((done) => {
    if (document.hidden) done();
    else requestAnimationFrame(() => setTimeout(done));
  });

  // Dash's scripts wait for this, but not for long. A microtask: after all of this script, whose
  // parts come by name.
  if (told) {
    const answers = Promise.resolve()
      .then(() => dash.map.show(window.location.search, JSON.parse(told.textContent)))
      .then(frame);
    dash.first = Promise.race([answers, new Promise((done) => { setTimeout(done, PATIENCE); })]);
  }

  const pathOf = (element, top) => {
    const steps = [];
    for (let one = element; one !== top; one = one.parentElement) {
      steps.unshift(`:nth-child(${[...one.parentElement.children].indexOf(one) + 1})`);
    }
    return steps.join(' > ');
  };

  new MutationObserver((_, observer) => {
    const first = document.getElementById('first');
    const page = document.getElementById('page');
    if (!page?.firstElementChild) return;
    observer.disconnect();
    if (!first) return;
    const focused = document.activeElement;
    const path = first.contains(focused) && focused !== first ? pathOf(focused, first) : '';
    const [code, event] = dash.picture.pointing();
    first.remove();
    dash.picture.adopt(first);
    if (path) page.querySelector(`:scope > ${path}`)?.focus({ preventScroll: true });
    if (code) dash.picture.point(code, event); // whoever looks at an area goes on doing so
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
