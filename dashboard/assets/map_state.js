// What the map shows follows the URL: indicator, institutions, estimates, boundary set, region and
// the chosen municipality. All values of a set come in one file, so a switch asks the server nothing.
//
// sources (a dcc.Store): {
//   rendered: "2009|training_coverage|all|on|LV-041",  the state that the server has drawn already
//   defaults: {boundary_set: "2009", …},
//   failed, updated, carried: notices; carried has {text} for its sentence
//   counts: {one: "{n} pašvaldība", …}, loading: what is said of a file that takes long
//   sets: {"2009": {values: url, map: url of the drawing, panel: url}, …}
// }
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const DEFAULTS = {
    indicator: 'training_coverage', institution_type: 'all', estimates: 'on',
    boundary_set: '', planning_region: '', municipality: '', view: 'map',
  };

  const files = new Map(); // url → promise of the values in it
  const map = Object.assign((dash.map ??= {}), { current: null, pressed: null, carried: null });

  function stateOf(search, sources) {
    const known = { ...DEFAULTS, ...sources.defaults };
    const state = { ...known };
    for (const [name, value] of new URLSearchParams(search)) if (name in known) state[name] = value;
    if (!(state.boundary_set in sources.sets)) state.boundary_set = known.boundary_set;
    return state;
  }

  function load(url) {
    if (!files.has(url)) {
      const answer = fetch(url).then((response) => {
        if (!response.ok) throw Object.assign(new Error(url), { status: response.status });
        return response.json();
      });
      answer.catch(() => files.delete(url)); // the next change tries again
      files.set(url, answer);
    }
    return files.get(url);
  }

  function keyOf(state) {
    return `${state.indicator}|${state.institution_type}|${state.estimates}`;
  }

  // What a search asks of the map: its state, the values of its set and the view in them. Map and
  // panel ask alike and get the same answer, so that a choice is carried over only once.
  let settled = { search: null, found: null };
  function settle(search, sources) {
    if (settled.search !== search) {
      const state = stateOf(search, sources);
      const { values: url, map: drawing } = sources.sets[state.boundary_set];
      const here = map.place().dataset.picture === drawing || dash.picture.has(drawing);
      const found = Promise.all([load(url), here || dash.picture.load(drawing)]).then(([values]) => {
        carryOver(state, values, sources);
        return { state, values, view: viewOf(state, values, sources) };
      });
      if (map.current) map.wait('.stage', found, sources.loading); // a first picture is whole already
      settled = { search, found };
    }
    return settled.found;
  }

  // An unknown value falls to the default; the server's notice says so.
  function viewOf(state, values, sources) {
    const known = { ...DEFAULTS, ...sources.defaults };
    const names = ['indicator', 'institution_type', 'estimates'];
    const keys = Object.keys(values.views).map((key) => key.split('|'));
    names.forEach((name, place) => {
      if (!keys.some((parts) => parts[place] === state[name])) state[name] = known[name];
    });
    if (!values.regions.includes(state.planning_region)) state.planning_region = '';
    if (!values.codes.includes(state.municipality)) state.municipality = '';
    if (state.view !== 'list') state.view = 'map';
    return values.views[keyOf(state)];
  }

  // The callback: headline, lead, notice, legend. The map is drawn on the way.
  map.show = function (search, sources) {
    if (!sources) return Array(4).fill(dash.no_update);
    dash.links.mark(stateOf(search, sources));
    return settle(search, sources)
      .then((found) => answer(found, sources))
      .catch((error) => {
        settled.search = null; // the next change tries again
        return [dash.no_update, dash.no_update, map.apology(error, sources), dash.no_update];
      });
  };

  // 404: the files of this page went when the data were updated. Anything else may pass.
  map.apology = (error, sources) => (error.status === 404 ? sources.updated : sources.failed);

  async function answer({ state, values, view }, sources) {
    dash.links.mark(state);
    const before = map.current?.state;
    map.current = { state, values, view };
    map.fillSearch(values, state);
    const place = map.place();
    place.dataset.picture = sources.sets[state.boundary_set].map;
    place.dataset.selected = values.codes.includes(state.municipality) ? state.municipality : '';
    await dash.picture.draw(place);
    // A pressed class outlives a choice of municipality or of the list, and nothing else.
    press(before && sameView(before, state) ? map.pressed : null, sources);
    if (!before) resume();
    const drawn = [state.boundary_set, keyOf(state), state.planning_region, state.municipality].join('|');
    const first = drawn === sources.rendered;
    sources.rendered = ''; // true for the first answer only
    if (first) return Array(4).fill(dash.no_update);
    const words = { ...view, ...view.regions?.[state.planning_region] };
    const notices = [...words.notice, ...carriedNotice(state, sources)];
    return [words.headline, words.lead, notices, words.legend];
  }

  // Whoever waits over an area reads of it as soon as there is something to read.
  function resume() {
    const [code, event] = dash.picture.pointing();
    const under = code || map.place().querySelector('.picture-areas > use:hover')?.dataset.code;
    if (under) dash.picture.point(under, event);
  }

  function sameView(one, other) {
    return ['boundary_set', 'planning_region'].every((name) => one[name] === other[name])
      && keyOf(one) === keyOf(other);
  }

  // A choice survives a switch of boundaries: the unit moves with its institutions, and where it
  // has another name by then, that is said.
  function carryOver(state, values, sources) {
    // Whoever switches before the first values are there chose in the boundaries that the server drew.
    const before = map.current?.state.boundary_set ?? sources.rendered?.split('|')[0];
    if (!before || before === state.boundary_set || !state.municipality) return;
    const [code, said] = values.moved[before]?.[state.municipality] ?? ['', ''];
    map.carried = said ? { boundary_set: state.boundary_set, municipality: code, said } : null;
    if (said) dash.announce.say(said);
    if (code === state.municipality) return;
    state.municipality = code;
    dash.links.set({ municipality: code });
  }

  // The strip stays as long as that choice does.
  function carriedNotice(state, sources) {
    const { carried } = map;
    if (!carried || ['boundary_set', 'municipality'].some((one) => carried[one] !== state[one])) return [];
    const sentence = JSON.stringify(carried.said).slice(1, -1);
    return [JSON.parse(JSON.stringify(sources.carried).replace('{text}', () => sentence))];
  }

  // The legend's toggles: one class at full strength, the others faded.
  let forms = {};
  function press(key, sources) {
    map.pressed = key;
    forms = sources?.counts ?? forms;
    for (const column of document.querySelectorAll('[data-class]')) {
      column.setAttribute('aria-pressed', column.dataset.class === key);
    }
    map.paint();
    map.list(forms);
  }

  document.addEventListener('click', (event) => {
    const column = event.target.closest?.('[data-class]');
    if (column) press(column.dataset.class === map.pressed ? null : column.dataset.class);
  });

  // The legend column of a drawing code; estimates stand in their class and in "estimate".
  map.isIn = function (code, key) {
    if (key === 'estimate') return code >= 6 && code < 12;
    return code === Number(key) || (Number(key) < 6 && code === Number(key) + 6);
  };

  // Areas outside of the chosen region or class are faded, never removed.
  map.isFaded = function (index) {
    const { state, values, view } = map.current;
    const region = state.planning_region;
    if (region && values.regions && values.regions[index] !== region) return true;
    return map.pressed !== null && !map.isIn(view.z[index], map.pressed);
  };

  map.place = () => document.querySelector('.map-graph'); // of the first HTML, then of Dash's page

  Object.assign(map, { press, stateOf, keyOf, load, settle });
})();
