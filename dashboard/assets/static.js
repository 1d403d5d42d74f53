// Puts parts that the server has written out as HTML into their places: <div data-static="<table>…">.
(function () {
  function draw(place) {
    const text = place.dataset.static;
    if (place.drawn === text) return;
    place.drawn = text;
    const made = new DOMParser().parseFromString(text, 'text/html');
    place.replaceChildren(...made.body.childNodes);
  }

  function look() {
    for (const place of document.querySelectorAll('[data-static]')) draw(place);
  }

  new MutationObserver(look).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: ['data-static'],
  });
  document.addEventListener('DOMContentLoaded', look);
})();
