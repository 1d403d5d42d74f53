// The map as a list: the same values, names and marks as a table, from the file that the map has.
// It shows whoever is not faded on the map; where nobody is left, a strip says so.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const map = (dash.map ??= {});
  let built = ''; // which table stands there
  let counted = null; // the filter whose count was said last

  function element(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  function row(index) {
    const { state, values, view } = map.current;
    const [letters, amount, rest, evidence, word] = view.text[index];
    const link = element('a', {
      href: '?', 'data-param': 'municipality', 'data-value': values.codes[index],
    }, values.names[index]);
    const share = element('div', { class: 'list-share' });
    if (letters) share.append(map.squares(letters, state.indicator));
    if (amount) share.append(element('strong', {}, amount), ' ', element('span', { class: 'list-rest' }, rest));
    const badge = element('span', { class: 'badge' },
      element('span', { class: `mark mark-${evidence}`, 'aria-hidden': 'true' }), element('span', {}, word));
    return element('tr', {},
      element('th', { scope: 'row' }, link), element('td', {}, share), element('td', {}, badge),
      element('td', { class: 'list-region' }, values.region_names[values.regions[index]]));
  }

  function table(place, indices) {
    const { values } = map.current;
    const letters = new Intl.Collator('lv'); // the names are Latvian in both languages
    const sorted = [...indices].sort((a, b) => letters.compare(values.names[a], values.names[b]));
    const head = JSON.parse(place.dataset.columns)
      .map((text, at) => element('th', { scope: 'col', ...(at === 3 ? { class: 'list-region' } : {}) }, text));
    return element('table', { class: 'data-table' },
      element('caption', { class: 'sr-only' }, place.getAttribute('aria-label')),
      element('thead', {}, element('tr', {}, ...head)),
      element('tbody', {}, ...sorted.map(row)));
  }

  map.list = function (forms) {
    const place = document.querySelector('.map-list');
    if (!place || !map.current) return;
    const { state, values } = map.current;
    const indices = values.codes.map((_, at) => at).filter((at) => !map.isFaded(at));
    const filter = [state.planning_region, map.pressed ?? ''].join('|');
    const view = [state.boundary_set, map.keyOf(state), filter].join('|');
    place.closest('.stage').classList.toggle('is-list', state.view === 'list');
    warn(indices.length, state.planning_region);
    if (counted !== null && counted !== filter) dash.announce.say(dash.announce.count(forms, indices.length));
    counted = filter;
    if (state.view !== 'list') return;
    if (built !== view || !place.firstChild) {
      place.setAttribute('aria-label', map.current.view.titles.list);
      place.replaceChildren(table(place, indices));
      place.scrollTop = 0;
    }
    built = view;
    dash.links.mark(state); // the rows' links carry the state too
  };

  function warn(count, region) {
    const strip = document.querySelector('.map-empty');
    if (!strip) return;
    strip.hidden = count > 0;
    const texts = JSON.parse(strip.dataset.texts);
    strip.querySelector('strong').nextSibling.textContent = ` ${texts[region] ?? texts['']} `;
  }

  document.addEventListener('click', (event) => {
    if (event.target.closest?.('[data-map-clear]')) map.press(null);
  });
})();
