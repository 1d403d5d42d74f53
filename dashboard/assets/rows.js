// Long lists of printed figures and statements from one dcc.Store: as Dash components they would take
// half a minute. data: {box id: {kind, rows, first, more}}. Texts only, no HTML.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  function node(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) if (value) made.setAttribute(name, value);
    made.append(...children.filter(Boolean));
    return made;
  }

  function bar({ share, indicator, about }) {
    if (share === null) return node('span', { class: 'figure-no-bar', 'aria-hidden': 'true' });
    const fill = node('span', { class: `figure-fill${about ? ' is-about' : ''}` });
    fill.style.width = `${Math.min(share, 1) * 100}%`;
    const own = indicator ? ` of-${indicator}` : '';
    return node('span', { class: `figure-bar${own}`, 'aria-hidden': 'true' }, fill);
  }

  function figure(row) {
    return node(
      'li',
      { class: 'figure-row', 'data-totals': row.ids.join(' ') },
      node('span', { class: 'figure-label', lang: row.quoted ? 'lv' : '' }, row.label),
      bar(row),
      node('span', { class: 'figure-text' }, row.text),
      node('span', { class: 'figure-source' }, row.source),
    );
  }

  function statement({ who, href, place, text, source, quote, number }) {
    const owner = who && (href ? node('a', { href }, who) : node('span', {}, who));
    const where = place && node('span', { class: 'statement-place' }, place);
    const words = quote && node('q', { class: 'statement-quote', lang: 'lv' }, quote);
    return node(
      'li',
      { class: 'statement', 'data-statement': String(number) },
      (owner || where) && node('p', { class: 'statement-who' }, owner, where),
      node('p', {}, text),
      node('p', { class: 'statement-source' }, node('span', {}, source), words),
    );
  }

  const KINDS = { figures: ['figure-bars', figure], statements: ['statements', statement] };

  function parts({ kind, rows, first, more }) {
    const [name, item] = KINDS[kind];
    const list = (some) => node('ul', { class: name }, ...some.map(item));
    // A rest of one would save nothing.
    if (!first || rows.length <= first + 1) return [list(rows)];
    const rest = node('details', {}, node('summary', {}, more), list(rows.slice(first)));
    return [list(rows.slice(0, first)), rest];
  }

  // Fills every box; the answer only says that it is done, as React would not notice it.
  function fill(data) {
    for (const [id, list] of Object.entries(data ?? {})) {
      document.getElementById(id)?.replaceChildren(...parts(list));
    }
    return String(Date.now());
  }

  dash.rows = { fill };
})();
