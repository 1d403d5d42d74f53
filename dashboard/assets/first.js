// The first HTML shows the page before any script has come. Once Dash has drawn the same page, the
// copy goes, in the same moment and without a trace: pictures and focus move over.
(function () {
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
    window.dash_clientside.picture.adopt(first);
    const focused = document.activeElement;
    const path = first.contains(focused) && focused !== first ? pathOf(focused, first) : '';
    first.remove();
    if (path) page.querySelector(`:scope > ${path}`)?.focus({ preventScroll: true });
  }).observe(document.documentElement, { childList: true, subtree: true });
})();
