// The map by keyboard, touch and screen reader: one tab stop, arrows to the neighbouring area,
// Enter chooses, Home shows the whole country, Escape steps back. The pointer takes the same way.
(function () {
  const dash = (window.dash_clientside ??= {});
  const map = (dash.map ??= {}); // made by whichever file comes first
  const WAYS = { ArrowRight: 0, ArrowUp: 90, ArrowLeft: 180, ArrowDown: -90 };
  const WIDEST = 60; // degrees to either side of an arrow
  let stop = ''; // code of the area that holds the tab stop

  const areas = () => [...map.place().querySelectorAll('.picture-areas > use')];
  const areaAt = (element) => element.closest?.('.map-graph .picture-areas > use');
  const indexOf = (code) => map.current?.values.codes.indexOf(code) ?? -1;

  // Colours, names and roles of the view; the browser's rules (map.css) know what the classes mean.
  map.paint = function () {
    const { state, values, view } = map.current;
    const place = map.place();
    const [all, lines] = ['areas', 'lines'].map((layer) => place.querySelectorAll(`.picture-${layer} > use`));
    if (all.length !== values.codes.length || all[0].dataset.code !== values.codes[0]) return;
    if (!values.codes.includes(stop)) stop = state.municipality || values.codes[0];
    const group = all[0].parentElement;
    group.setAttribute('class', `picture-areas paints-${state.indicator}`);
    group.setAttribute('role', 'group');
    group.setAttribute('aria-label', view.titles.map);
    values.codes.forEach((code, index) => {
      const paint = `paint-${view.z[index]}`;
      lines[index].setAttribute('class', paint);
      dress(all[index], map.isFaded(index) ? `${paint} is-faded` : paint, view.label[index]);
    });
    const hatched = [...lines].filter((_, index) => view.z[index] >= 6 && view.z[index] < 12);
    place.querySelector('.picture-cased').replaceChildren(...hatched.map((line) => line.cloneNode()));
    document.dispatchEvent(new CustomEvent('map-painted'));
  };

  function dress(area, classes, label) {
    const { code } = area.dataset;
    area.setAttribute('class', classes);
    area.setAttribute('role', 'button');
    area.setAttribute('aria-label', label);
    area.setAttribute('aria-pressed', code === map.current.state.municipality);
    area.setAttribute('tabindex', code === stop ? 0 : -1);
  }

  // Pointer or focus on an area: tooltip, the legend's column.
  document.addEventListener('picture-point', ({ detail: { code, event } }) => {
    if (!map.place() || !map.current) return; // its words are on their way
    const index = indexOf(code);
    map.tip(index < 0 ? null : index, event);
    for (const column of document.querySelectorAll('[data-class]')) {
      const inside = index >= 0 && map.isIn(map.current.view.z[index], column.dataset.class);
      column.classList.toggle('is-hovered', inside);
    }
  });

  document.addEventListener('focusin', ({ target }) => {
    if (!areaAt(target) || !map.current) return;
    stop = target.dataset.code;
    if (target.matches(':focus-visible')) dash.picture.point(stop);
  });
  document.addEventListener('focusout', ({ target }) => {
    if (areaAt(target)) dash.picture.point('');
  });

  const choose = (code) => dash.links.set({ municipality: code });

  document.addEventListener('click', ({ target }) => {
    if (areaAt(target)) choose(target.dataset.code);
  });

  document.addEventListener('keydown', (event) => {
    const index = areaAt(event.target) ? indexOf(event.target.dataset.code) : -1;
    if (index < 0) return stepOut(event);
    const act = {
      Enter: () => choose(event.target.dataset.code),
      ' ': () => choose(event.target.dataset.code),
      Home: () => map.move('home'),
      Escape: () => stepBack(),
    }[event.key];
    const next = event.key in WAYS ? towards(index, WAYS[event.key]) : null;
    if (act) act();
    if (next !== null) focus(next);
    if (act || event.key in WAYS) event.preventDefault();
  });

  // Escape works from the legend and the page too.
  function stepOut(event) {
    if (event.key !== 'Escape' || event.defaultPrevented || !map.place()) return;
    if (!map.hideTip() && map.pressed !== null) map.press(null);
  }

  function focus(index) {
    areas().forEach((area, at) => area.setAttribute('tabindex', at === index ? 0 : -1));
    areas()[index].focus({ preventScroll: true });
  }

  // Escape: first the tooltip, then the class filter, then the selection.
  function stepBack() {
    if (map.hideTip()) return;
    if (map.pressed !== null) map.press(null);
    else choose('');
  }

  // The neighbour that lies nearest in the arrow's direction, else the nearest area there.
  function towards(from, way) {
    const { codes, points, neighbours } = map.current.values;
    const near = new Set(neighbours[from]);
    const there = codes
      .map((other, index) => ({ index, near: near.has(other), ...course(points[from], points[index], way) }))
      .filter((one) => one.index !== from && one.turn <= WIDEST);
    const beside = there.filter((one) => one.near);
    const best = beside.length ? least(beside, 'detour') : least(there, 'distance');
    return best ? best.index : null;
  }

  function least(list, name) {
    return list.reduce((best, one) => (!best || one[name] < best[name] ? one : best), null);
  }

  // Points are pixels of the drawing, whose projection keeps angles.
  function course([x, y], [toX, toY], way) {
    const angle = (Math.atan2(y - toY, toX - x) * 180) / Math.PI;
    const turn = Math.abs(((angle - way + 540) % 360) - 180);
    const distance = Math.hypot(toX - x, toY - y);
    // Near and ahead: by the turn alone, enclaves such as Rēzekne would be reached from nowhere.
    return { turn, distance, detour: distance / Math.cos((turn * Math.PI) / 180) };
  }
})();
