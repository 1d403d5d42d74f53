// The search field as an ARIA combobox: any part of a name, diacritics or none, finds places, old
// names and institutions. values.search = [[code it leads to, name, note], …]
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const map = (dash.map ??= {});
  const MOST = 50; // options at once; the count says how many there are
  let entries = [];
  let shown = []; // what fits the text
  let active = -1; // which of them the arrows have reached
  let chosen = ''; // the code that the text in the field stands for

  const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
  const boxOf = (input) => input.closest('.search');
  const listOf = (input) => boxOf(input).querySelector('[role="listbox"]');
  const isField = (target) => Boolean(target.matches?.('.search input'));

  map.fillSearch = function (values, state) {
    const input = document.querySelector('.search input');
    if (!input) return;
    entries = values.search.map(([code, name, note], order) => ({ code, name, note, order, folded: fold(name) }));
    const roles = {
      role: 'combobox', 'aria-autocomplete': 'list', 'aria-controls': listOf(input).id, spellcheck: 'false',
    };
    for (const [name, value] of Object.entries(roles)) input.setAttribute(name, value);
    if (!input.hasAttribute('aria-expanded')) input.setAttribute('aria-expanded', 'false');
    // Another choice was made elsewhere: the text does not say it any more.
    if (chosen && chosen !== state.municipality && input !== document.activeElement) write(input, '');
    if (chosen !== state.municipality) chosen = '';
  };

  // Every word of the text somewhere in the name; names that begin so come first.
  function matches(text) {
    const wanted = fold(text);
    const words = wanted.split(/\s+/).filter(Boolean);
    if (!words.length) return [];
    const rank = ({ folded }) => {
      if (folded.startsWith(wanted)) return 0;
      return ` ${folded}`.includes(` ${wanted}`) ? 1 : 2;
    };
    return entries.filter(({ folded }) => words.every((word) => folded.includes(word)))
      .map((entry) => ({ ...entry, rank: rank(entry) }))
      .sort((a, b) => a.rank - b.rank || a.order - b.order);
  }

  function option(list, entry, at) {
    const made = document.createElement('li');
    made.id = `${list.id}-${at}`;
    made.setAttribute('role', 'option');
    made.setAttribute('aria-selected', 'false');
    made.dataset.at = at;
    for (const [name, text] of [['option-name', entry.name], ['option-note', entry.note]]) {
      const part = document.createElement('span');
      part.className = name;
      part.textContent = text;
      made.append(part);
    }
    return made;
  }

  function open(input) {
    const list = listOf(input);
    shown = matches(input.value);
    list.replaceChildren(...shown.slice(0, MOST).map((entry, at) => option(list, entry, at)));
    list.hidden = !shown.length;
    input.setAttribute('aria-expanded', shown.length > 0);
    reach(input, -1);
    tell(input);
  }

  function tell(input) {
    const box = boxOf(input);
    const status = box.querySelector('.search-count');
    const none = !shown.length && fold(input.value);
    status.classList.toggle('is-none', Boolean(none));
    if (none) status.textContent = box.dataset.none.replace('{text}', input.value.trim());
    else status.textContent = shown.length ? dash.announce.count(JSON.parse(box.dataset.counts), shown.length) : '';
  }

  function close(input) {
    shown = [];
    reach(input, -1);
    listOf(input).hidden = true;
    input.setAttribute('aria-expanded', 'false');
    const status = boxOf(input).querySelector('.search-count');
    if (!status.classList.contains('is-none')) status.textContent = '';
  }

  function reach(input, at) {
    active = at;
    const options = [...listOf(input).children];
    options.forEach((one, index) => one.setAttribute('aria-selected', index === at));
    if (at < 0) input.removeAttribute('aria-activedescendant');
    else input.setAttribute('aria-activedescendant', options[at].id);
    options[at]?.scrollIntoView({ block: 'nearest' });
  }

  // As if it had been typed: React would put back what it knows of.
  let writing = false;
  function write(input, text) {
    writing = true;
    Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, 'value').set.call(input, text);
    input.dispatchEvent(new Event('input', { bubbles: true }));
    writing = false;
  }

  function choose(input, entry) {
    write(input, entry.name);
    chosen = entry.code;
    close(input);
    const own = map.current.values;
    if (own.names[own.codes.indexOf(entry.code)] !== entry.name) dash.announce.say(`${entry.name}: ${entry.note}`);
    dash.links.set({ municipality: entry.code });
    dash.openers.close('search-box');
  }

  // Without an option under the arrows Enter takes what can only be meant: the one place that
  // fits, or the one whose whole name it is.
  function meant(input) {
    const found = shown.length ? shown : matches(input.value);
    const whole = found.find(({ folded }) => folded === fold(input.value));
    const named = found.filter(({ rank }) => rank < 2);
    const only = [found, named].find((some) => new Set(some.map(({ code }) => code)).size === 1);
    return whole ?? only?.[0];
  }

  function enter(input) {
    const entry = active < 0 ? meant(input) : shown[active];
    if (entry) choose(input, entry);
    else open(input);
  }

  function move(input, step) {
    if (listOf(input).hidden) open(input);
    const count = Math.min(shown.length, MOST);
    if (!count) return;
    const from = active < 0 && step < 0 ? 0 : active;
    reach(input, (from + step + count) % count);
  }

  function escape(input) {
    if (!listOf(input).hidden) close(input);
    else if (input.value) {
      write(input, '');
      open(input);
    } else return false;
    return true;
  }

  document.addEventListener('input', ({ target }) => {
    if (!isField(target) || writing) return;
    chosen = '';
    open(target);
  });

  // Before all others, so that one Escape is one step.
  document.addEventListener('keydown', (event) => {
    const input = event.target;
    if (!isField(input)) return;
    const act = {
      ArrowDown: () => move(input, 1), ArrowUp: () => move(input, -1),
      Enter: () => enter(input), Escape: () => escape(input),
    }[event.key];
    if (!act || act() === false) return;
    event.preventDefault();
    event.stopPropagation();
  }, true);

  document.addEventListener('focusout', ({ target }) => {
    if (isField(target)) close(target);
  });

  // A press on an option must not take the focus from the field.
  document.addEventListener('pointerdown', (event) => {
    if (event.target.closest?.('.search-options')) event.preventDefault();
  });
  document.addEventListener('mousedown', (event) => {
    if (event.target.closest?.('.search-options')) event.preventDefault();
  });
  document.addEventListener('click', (event) => {
    const made = event.target.closest?.('.search-options [role="option"]');
    if (made) choose(made.closest('.search').querySelector('input'), shown[Number(made.dataset.at)]);
  });
})();
