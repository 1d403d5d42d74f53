// The live map has the size of its box on the screen; for paper the box itself becomes as wide as
// the sheet (print.css), and hatch and names take their size on it.
(function () {
  function draw(onSheet) {
    const { map, picture } = window.dash_clientside;
    const place = map?.place?.();
    if (!place?.drawn) return; // a page without a map, or none yet
    place.closest('.map-box').classList.toggle('is-on-sheet', onSheet);
    picture.scale(place);
  }

  window.addEventListener('beforeprint', () => draw(true));
  window.addEventListener('afterprint', () => draw(false));
})();
