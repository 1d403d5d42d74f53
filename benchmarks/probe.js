// Injected before a page's own scripts. Looks once a frame, in every design by the same code, and
// notes when a thing is seen first: ms since the navigation, taken when that frame's work is done.
(() => {
  const COUNTS = [119, 43, 42]; // areas of a boundary set
  const UNFILLED = /^(none|transparent|rgba\(.*, 0\))$/;
  const probe = (window.probe = {
    coloured: null, // every area has a fill
    answered: null, // an area under the pointer has a label
    clicked: null, // the click since arm()
    changed: null, // other fills than at arm(), every area filled
    frames: 0, // from that click to that change
  });
  let before = '', counting = 0, noted = new Set();

  // The server's own SVG, or the first layer of Plotly's.
  function areas() {
    const drawn = document.querySelectorAll('.picture-areas > [data-code]');
    if (drawn.length) return [...drawn];
    return [...(document.querySelector('.choroplethlayer > g.trace')?.querySelectorAll('path') ?? [])];
  }

  // The fills of a whole map as one text; empty while there is none.
  function fills() {
    const all = areas();
    if (!COUNTS.includes(all.length) || !all[0].checkVisibility()) return '';
    const seen = all.map((one) => getComputedStyle(one).fill);
    return seen.some((one) => UNFILLED.test(one)) ? '' : seen.join();
  }

  function hasLabel() {
    const labels = [...document.querySelectorAll('[role=tooltip], .hoverlayer .hovertext')];
    return labels.some((one) => one.checkVisibility({ visibilityProperty: true }) && one.textContent);
  }

  // A message is handled after the frame that is being made.
  function note(name) {
    if (noted.has(name)) return;
    noted.add(name);
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      probe[name] = performance.now();
      port1.close();
    };
    port2.postMessage(0);
  }

  function look() {
    if (!noted.has('coloured') && fills()) note('coloured');
    if (!noted.has('answered') && hasLabel()) note('answered');
    if (probe.clicked !== null && !noted.has('changed')) {
      counting += 1;
      const now = fills();
      if (now && now !== before) {
        probe.frames = counting;
        note('changed');
      }
    }
    requestAnimationFrame(look);
  }

  // From the next click on, wait for other fills.
  probe.arm = () => {
    before = fills();
    noted.delete('changed');
    Object.assign(probe, { clicked: null, changed: null, frames: 0 });
    counting = 0;
  };

  // Where to move the pointer next: on the land in the middle of the map, never twice at one place.
  let turn = 0;
  probe.place = () => {
    const boxes = areas().map((one) => one.getBoundingClientRect());
    const between = (low, high) =>
      (Math.min(...boxes.map((box) => box[low])) + Math.max(...boxes.map((box) => box[high]))) / 2;
    turn = (turn + 1) % 7;
    return [between('left', 'right') + 12 * (turn - 3), between('top', 'bottom')];
  };

  window.addEventListener('click', (event) => { probe.clicked ??= event.timeStamp; }, true);
  requestAnimationFrame(look);
})();
