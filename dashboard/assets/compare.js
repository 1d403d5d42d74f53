// The comparing page's maps: pointing at a municipality tells its name and its values, a click
// chooses it. A map's box says by data-tip what is told and what a click sets:
// {own: {code: [name, line, …]}} or
// {values: url, set: "2009. gada robežas", views: [{key, indicator, name}], sets: {boundary_set, …}}
// The values are the live map's own file, so both always say the same.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  let wanted = ''; // the area whose values are on their way or shown

  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  }

  // One indicator: its name, squares, "1 no 2 iestādēm", how it is known.
  function line({ key, indicator, name }, values, index) {
    const [letters, amount, rest, evidence, word] = values.views[key].text[index];
    return [
      element('span', '', name),
      dash.map.squares(letters, indicator),
      element('span', '', [amount, rest].filter(Boolean).join(' ')),
      element('span', 'badge', element('span', `mark mark-${evidence}`), element('span', '', word)),
    ];
  }

  function hide() {
    wanted = '';
    const tip = document.querySelector('.compare-tip');
    if (tip) tip.hidden = true;
  }

  async function show(box, code, event) {
    const tip = document.querySelector('.compare-tip');
    if (!tip) return;
    wanted = code;
    const { own, values: url, set, views } = JSON.parse(box.dataset.tip);
    if (own) return own[code] && tell(tip, own[code], event);
    const values = await dash.map.load(url).catch(() => null);
    const index = values?.codes.indexOf(code) ?? -1;
    if (index < 0 || wanted !== code) return;
    const lines = views.flatMap((view) => line(view, values, index));
    tip.replaceChildren(
      element('div', 'tip-name', values.names[index]),
      element('div', 'tip-set', set),
      element('div', 'tip-lines', ...lines),
    );
    tip.hidden = false;
    dash.tip.place(tip, event);
  }

  // Words that the page brings along: a name, then a line each.
  function tell(tip, [name, ...lines], event) {
    tip.replaceChildren(
      element('div', 'tip-name', name),
      ...lines.map((text) => element('div', 'tip-line', text)),
    );
    tip.hidden = false;
    dash.tip.place(tip, event);
  }

  document.addEventListener('picture-point', ({ detail: { code, event } }) => {
    const box = event?.target.closest?.('[data-tip]');
    // A finger chooses; a tooltip under it would hide what it points at.
    if (code && box && event.pointerType !== 'touch') show(box, code, event);
    else hide();
  });

  document.addEventListener('click', (event) => {
    const area = event.target.closest?.('[data-tip] .picture-areas > use');
    if (!area) return;
    const { sets } = JSON.parse(area.closest('[data-tip]').dataset.tip);
    dash.links.set({ ...sets, municipality: area.dataset.code });
  });

  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') hide();
  });
})();
