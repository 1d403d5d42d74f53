// Puts map pictures (SVG files) in their places and keeps them in scale: hatch, lines and names have
// their size in screen pixels, however wide the picture is. Marks follow the place's attributes.
//
// <div class="picture" data-picture="/map/…/x.svg" data-selected="LV-041" data-contoured="LV-005 …"
//      data-kept="LV-005 …" data-window="x y w h" data-interactive>
// CSS may scale a whole picture (a slide): --picture-scale multiplies hatch, lines and names.
// Each picture tells its page by events that rise from its place: picture-drawn, picture-scaled; and
// picture-point {code, event} of the document, when pointer or focus comes to an area ("" for none).
(function () {
  const dash = (window.dash_clientside ??= {});
  const SVG = 'http://www.w3.org/2000/svg';
  const NAMES = ['data-picture', 'data-selected', 'data-contoured', 'data-kept', 'data-window'];
  const files = new Map(); // url → promise of the file's text
  const left = new Map(); // url → the drawing that last left its place
  let count = 0;

  function load(url) {
    if (!files.has(url)) {
      const text = fetch(url).then((response) => {
        if (!response.ok) throw Object.assign(new Error(url), { status: response.status });
        return response.text();
      });
      text.catch(() => files.delete(url)); // the next look tries again
      files.set(url, text);
    }
    return files.get(url);
  }

  const has = (url) => left.has(url) && !left.get(url).isConnected;
  const words = (place, name) => (place.dataset[name] ?? '').split(' ').filter(Boolean);
  const areasIn = (group) => [...group.querySelectorAll(':scope > use:not(.is-faded)')];
  const areasOf = (place) => [...place.querySelectorAll('.picture-areas > use')];
  const areaOf = (place, code) => areasOf(place).find((one) => one.dataset.code === code);

  // Draws what an attribute asks for, once: own changes to the page must not start it anew.
  function draw(place) {
    const asked = NAMES.map((name) => place.getAttribute(name)).join('|');
    if (place.asked !== asked) {
      place.asked = asked;
      place.ready = drawAsked(place, asked);
    }
    return place.ready;
  }

  async function drawAsked(place, asked) {
    const svg = place.querySelector(':scope > svg');
    if (svg && !place.drawn) put(place, svg); // the first HTML brought it
    if (place.drawn !== place.dataset.picture && !(await fetchInto(place, asked))) return;
    mark(place);
    scale(place);
    place.dispatchEvent(new CustomEvent('picture-drawn', { bubbles: true }));
  }

  // Whether the picture came, and is still the one that is asked for.
  async function fetchInto(place, asked) {
    const url = place.dataset.picture;
    if (has(url)) return take(place, left.get(url));
    place.classList.add('is-loading');
    const text = await load(url).catch(() => null);
    if (place.asked !== asked) return false;
    place.classList.remove('is-loading');
    place.classList.toggle('is-failed', text === null);
    if (text === null) return false;
    // Several pictures stand on a page, and an id must be alone on it.
    const own = text.replaceAll('pic-', `pic${(count += 1)}-`);
    const svg = new DOMParser().parseFromString(own, 'image/svg+xml').documentElement;
    return take(place, document.importNode(svg, true));
  }

  // A drawing in the place of another, which waits until it is asked for again.
  function take(place, svg) {
    const old = place.querySelector(':scope > svg');
    old?.remove();
    if (old) left.set(place.drawn, old);
    svg.querySelector('.picture-pointed')?.remove();
    put(place, svg);
    return true;
  }

  function put(place, svg) {
    if (place.matches('[role="img"]')) svg.setAttribute('aria-hidden', 'true');
    if (svg.parentElement !== place) place.append(svg);
    place.drawn = place.dataset.picture;
    sizes.observe(place);
  }

  // The page is drawn anew, as after the first HTML: its places take over the pictures of the old.
  function adopt(old) {
    pointed = ''; // the next move over the area that was pointed at counts as new
    const pictures = [...old.querySelectorAll('[data-picture]')];
    for (const place of document.querySelectorAll('#page [data-picture]')) {
      const at = pictures.findIndex((one) => one.dataset.picture === place.dataset.picture);
      const svg = at < 0 ? null : pictures.splice(at, 1)[0].querySelector(':scope > svg');
      if (svg && !place.drawn) put(place, svg);
      draw(place);
    }
  }

  function use(area, name) {
    const made = document.createElementNS(SVG, 'use');
    made.setAttribute('href', area.getAttribute('href'));
    made.setAttribute('class', name);
    return made;
  }

  // One line around several areas: thick under them, then they themselves again over its inner half.
  function contour(areas) {
    const again = areas.map((area) => {
      const made = use(area, 'picture-again');
      made.setAttribute('fill', area.getAttribute('fill'));
      return made;
    });
    return [...areas.map((area) => use(area, 'picture-contour')), ...again];
  }

  function mark(place) {
    const svg = place.querySelector(':scope > svg');
    if (!svg) return;
    svg.setAttribute('viewBox', place.dataset.window ?? (svg.dataset.whole ??= svg.getAttribute('viewBox')));
    const kept = new Set(words(place, 'kept'));
    if (kept.size || place.fades) {
      for (const area of areasOf(place)) {
        area.classList.toggle('is-faded', kept.size > 0 && !kept.has(area.dataset.code));
      }
    }
    place.fades = kept.size > 0;
    svg.querySelectorAll('.picture-marks').forEach((one) => one.remove());
    const under = document.createElementNS(SVG, 'g'), over = document.createElementNS(SVG, 'g');
    for (const group of [under, over]) group.setAttribute('class', 'picture-marks');
    under.append(...contour(words(place, 'contoured').map((code) => areaOf(place, code)).filter(Boolean)));
    const chosen = areaOf(place, place.dataset.selected);
    if (chosen) over.append(use(chosen, 'picture-casing'), use(chosen, 'picture-selection'));
    svg.querySelector('.picture-lines').before(under);
    svg.querySelector('.picture-names').before(over);
  }

  // Screen pixels per pixel of the drawing, zoom included; patterns are drawn against it.
  function scale(place) {
    const svg = place.querySelector(':scope > svg');
    const pixels = svg?.querySelector('.picture-zoom').getScreenCTM()?.a;
    if (!pixels) return;
    const own = Number(getComputedStyle(place).getPropertyValue('--picture-scale')) || 1;
    for (const pattern of svg.querySelectorAll('pattern')) {
      pattern.setAttribute('patternTransform', `scale(${own / pixels})`);
    }
    svg.querySelector('.picture-names').style.setProperty('--pixel', 1 / pixels);
    svg.classList.toggle('is-close', pixels < 0.37); // Jūrmala's name would touch Rīga's
    place.dispatchEvent(new CustomEvent('picture-scaled', { bubbles: true }));
  }

  const sizes = new ResizeObserver((entries) => entries.forEach((entry) => scale(entry.target)));

  function look() {
    for (const place of document.querySelectorAll('[data-picture]')) draw(place);
  }

  new MutationObserver(look).observe(document.documentElement, {
    childList: true, subtree: true, attributes: true, attributeFilter: NAMES,
  });
  document.addEventListener('DOMContentLoaded', look);

  // Pointing at an area outlines it in every interactive picture.
  let pointed = '';
  let pointing; // the event that brought the pointer there
  function point(code, event) {
    pointed = code;
    pointing = event;
    for (const place of document.querySelectorAll('[data-interactive]')) {
      place.querySelector('.picture-pointed')?.remove();
      const area = code && areaOf(place, code);
      if (area) place.querySelector('.picture-names').before(use(area, 'picture-pointed'));
    }
    document.dispatchEvent(new CustomEvent('picture-point', { detail: { code, event } }));
  }

  document.addEventListener('pointermove', (event) => {
    if (event.buttons) return; // a drag
    const code = event.target.closest?.('[data-interactive] .picture-areas > use')?.dataset.code ?? '';
    if (code !== pointed) point(code, event);
  });

  // On paper all areas of one pattern are one shape: a PDF holds an image of each patterned shape.
  function joinPatterns() {
    for (const group of document.querySelectorAll('.picture-areas')) {
      const shapes = Map.groupBy(areasIn(group), (area) => getComputedStyle(area).fill);
      for (const [fill, areas] of shapes) {
        if (!fill.startsWith('url') || areas.length < 2) continue;
        const outlines = areas.map((area) => document.querySelector(area.getAttribute('href')).getAttribute('d'));
        const joined = document.createElementNS(SVG, 'path');
        joined.setAttribute('class', 'picture-joined');
        joined.setAttribute('d', outlines.join(''));
        joined.style.fill = fill;
        for (const area of areas) area.classList.add('is-joined');
        group.prepend(joined);
      }
    }
  }

  function part() {
    document.querySelectorAll('.picture-joined').forEach((one) => one.remove());
    document.querySelectorAll('.is-joined').forEach((one) => one.classList.remove('is-joined'));
  }

  window.addEventListener('beforeprint', joinPatterns);
  window.addEventListener('afterprint', part);

  dash.picture = { load, has, draw, adopt, scale, point, pointing: () => [pointed, pointing] };
})();
