// Controls are links that carry the whole state. A click merges one parameter into the URL and
// tells Dash, so the page answers without loading anew; without this file they are plain links.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  // Merge {name: value} into a query string; an empty value removes the parameter.
  function merge(search, changes) {
    const query = new URLSearchParams(search);
    for (const [name, value] of Object.entries(changes)) {
      if (value) query.set(name, value);
      else query.delete(name);
    }
    const text = query.toString();
    return text ? `?${text}` : '';
  }

  // Until Dash has taken over from the first HTML, a choice is an address to go to.
  const isReady = () => !document.getElementById('first');

  function set(changes) {
    const search = merge(window.location.search, changes);
    if (isReady()) dash.set_props('url', { search });
    else window.location.search = search;
  }

  // Like set, for a change that the browser has shown already: nothing need be drawn anew.
  function keep(changes) {
    drawn = merge(window.location.search, changes);
    dash.set_props('url', { search: drawn });
    carry(drawn);
    return window.location.pathname + drawn;
  }

  // Links that change one parameter and keep the rest of the view, as those of the languages.
  function carry(search) {
    for (const link of document.querySelectorAll('a[data-carry]')) {
      const [name, value] = link.dataset.carry.split('=');
      link.href = merge(search, { [name]: value }) || '?';
    }
    for (const link of document.querySelectorAll('a[data-wave]')) link.search = search;
  }

  // Pages other than the map are drawn by the server: a new query asks it to draw the page anew.
  let drawn = window.location.search;
  function ask(search, path) {
    if (path === '/' || search === drawn) return dash.no_update;
    drawn = search;
    return search;
  }

  // Show on every control which value the state has; `state` holds all parameters with defaults.
  function mark(state) {
    document.documentElement.dataset.estimates = state.estimates;
    for (const element of document.querySelectorAll('[data-param]')) {
      const { param, value } = element.dataset;
      if (!(param in state)) continue;
      if (element.tagName === 'SELECT') element.value = state[param];
      else if (element.getAttribute('role') === 'switch') markSwitch(element, state[param]);
      else markLink(element, state[param] === value);
      if (element.href) {
        element.href = merge(window.location.search, { [param]: element.dataset.value }) || '?';
      }
    }
    for (const link of document.querySelectorAll('a[data-export]')) link.href = exportOf(link, state);
    carry(window.location.search);
    for (const chip of document.querySelectorAll('[data-shows]')) showChoice(chip);
  }

  // The file of what is shown: the same parameters as the view, where the export knows them.
  function exportOf(link, state) {
    const { export: table, dialect, ending = 'csv', known } = link.dataset;
    const query = new URLSearchParams(new URL(link.href).search);
    const everyType = table === 'package' || (table === 'answers' && state.institution_type === 'all');
    const wanted = {
      boundary_set: state.boundary_set,
      indicator: table === 'indicators' ? state.indicator : '',
      institution_type: everyType ? '' : state.institution_type,
      planning_region: state.planning_region,
      dialect,
    };
    query.delete('evidence'); // without estimates the map shows what is known, and so does the file
    if (table === 'indicators' && state.estimates === 'off') {
      for (const one of known.split(' ')) query.append('evidence', one);
    }
    return `/export/${table}.${ending}${merge(query.toString(), wanted)}`;
  }

  function markSwitch(element, value) {
    const on = value === element.dataset.on;
    element.setAttribute('aria-checked', on);
    element.dataset.value = on ? element.dataset.off : element.dataset.on;
  }

  function markLink(element, active) {
    if (element.getAttribute('role') === 'tab') {
      element.setAttribute('aria-selected', active);
      element.tabIndex = active ? 0 : -1;
    } else if (active && element.dataset.value) element.setAttribute('aria-current', 'true');
    else element.removeAttribute('aria-current');
  }

  // The phone's filter button repeats the choices behind it.
  function showChoice(chip) {
    const name = chip.dataset.shows;
    const select = document.querySelector(`select[data-param="${name}"]`);
    const link = document.querySelector(`[data-param="${name}"][aria-current]`);
    chip.textContent = select ? select.selectedOptions[0]?.text ?? '' : link?.dataset.long ?? link?.textContent ?? '';
  }

  document.addEventListener('click', (event) => {
    const plain = isReady() && !(event.ctrlKey || event.metaKey || event.shiftKey || event.button);
    const link = event.target.closest?.('a[data-param]');
    if (link && plain) {
      event.preventDefault();
      set({ [link.dataset.param]: link.dataset.value });
    }
    // A link to the same page in another state: its address is the state, taken without a load.
    const stay = event.target.closest?.('a[data-stay]');
    if (stay && plain && stay.pathname === window.location.pathname) {
      event.preventDefault();
      dash.set_props('url', { search: new URL(stay.href).search });
    }
  });

  document.addEventListener('change', (event) => {
    const { target } = event;
    if (target.matches?.('select[data-param]')) set({ [target.dataset.param]: target.value });
  });

  // A select keeps its own value when the page is drawn anew, as on the way back: take the drawn one.
  new MutationObserver((changes) => {
    for (const { target } of changes) target.value = target.dataset.chosen;
  }).observe(document.documentElement, { subtree: true, attributeFilter: ['data-chosen'] });

  // Links with a widget's role answer the widget's keys: Space on a switch, arrows between tabs.
  document.addEventListener('keydown', (event) => {
    const { target } = event;
    if (event.key === ' ' && target.matches?.('a[role]')) {
      event.preventDefault();
      target.click();
    }
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step && target.matches?.('[role="tab"]')) {
      const tabs = [...target.parentElement.querySelectorAll('[role="tab"]')];
      const next = tabs[(tabs.indexOf(target) + step + tabs.length) % tabs.length];
      event.preventDefault();
      next.focus();
      next.click();
    }
  });

  dash.links = { merge, set, keep, mark, ask };
})();
