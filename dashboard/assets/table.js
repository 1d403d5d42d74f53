// A semantic, sortable table from a dcc.Store: Dash components would take seconds for 119 rows.
//
// data: {caption, columns: [{key, text, number}], rows: [[cell, …], …]} and, where there are many
// rows, `cells` (a row is then a list of places in it), `header` (the column that names a row, the
// first unless said) and `page` {rows, phone, shown, address}: how many rows stand in the page at
// once, and where others come from; `rows` are then some of `total`, in the order of `sort` (a
// column's key, "-" before it for the largest first), the first of them row number `first`, all as
// the address says; `edition` is of which data, and `open` unfolds the words behind every row.
// cell: text, or {text, href, sort, mark, note, squares, of, more}. Texts only, no HTML.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const PHONE = window.matchMedia('(max-width: 767px)');

  function node(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  const asCell = (cell) => (cell !== null && typeof cell === 'object' ? cell : { text: cell ?? '' });
  const sortKey = (cell) => asCell(cell).sort ?? asCell(cell).text;

  // A text with more behind it: pressed, it opens a row of its own below with itself at full
  // length, quotations, which are Latvian in any language, and sentences.
  function unfolding(text, more) {
    // A row is one line high: what is longer than the column ends in dots and is whole below.
    const short = node('span', { class: 'more-short' }, text);
    const button = node('button', { type: 'button', class: 'more', 'aria-expanded': 'false' }, short);
    button.addEventListener('click', () => {
      const line = button.closest('tr');
      const open = button.getAttribute('aria-expanded') === 'true';
      button.setAttribute('aria-expanded', !open);
      if (open) line.nextElementSibling.remove();
      else line.after(unfolded(text, more, line.cells.length));
    });
    return button;
  }

  function unfolded(text, more, width) {
    const parts = more.map(({ text: words, quote, href }) => {
      if (quote) return node('q', { lang: 'lv', class: 'more-quote' }, words);
      return href ? node('a', { href, class: 'source-link' }, words) : node('span', {}, words);
    });
    const whole = node('span', { class: 'more-whole' }, text);
    const words = node('div', { class: 'more-words' }, whole, ...parts);
    return node('tr', { role: 'row', class: 'more-row' },
      node('td', { role: 'cell', colspan: width }, words));
  }

  function content(cell) {
    const { text, href, mark, note, more } = asCell(cell);
    const parts = [];
    if (cell.squares) parts.push(dash.map.squares(cell.squares, cell.of));
    if (mark) parts.push(node('span', { class: `mark mark-${mark}`, 'aria-hidden': 'true' }));
    if (href) parts.push(node('a', { href }, String(text)));
    else if (more) parts.push(unfolding(text, more));
    else parts.push(parts.length ? node('span', {}, String(text)) : String(text));
    if (note) parts.push(node('span', { class: 'cell-note' }, note));
    return parts.filter((part) => part !== '');
  }

  // One cell may stand in the rows of many municipalities: its links get the row's own code.
  function owned(more, code) {
    return more?.map((one) => (one.href ? { ...one, href: one.href.replace('%7Bcode%7D', code) } : one));
  }

  // Roles are said outright: phones lay rows out as cards, which would take their meaning away.
  function row(cells, { columns, header = 0 }) {
    const code = cells[columns.findIndex(({ key }) => key === 'code')];
    const made = cells.map((given, at) => {
      const cell = given?.more ? { ...given, more: owned(given.more, code) } : given;
      const { key, text, number } = columns[at];
      const classes = [number && 'is-number', key && `cell-${key}`].filter(Boolean).join(' ');
      const named = { ...(classes && { class: classes }), ...(key && { 'data-label': text }) };
      return at === header
        ? node('th', { scope: 'row', role: 'rowheader', ...named }, ...content(cell))
        : node('td', { role: 'cell', ...named }, ...content(cell));
    });
    return node('tr', { role: 'row' }, ...made);
  }

  // Numbers by size, texts in the page's alphabet, cells without a value last either way.
  function compare(column, direction) {
    const letters = new Intl.Collator(document.documentElement.lang || 'lv');
    return (one, other) => {
      const [a, b] = [sortKey(one[column]), sortKey(other[column])];
      if (a === '' || b === '') return (a === '') - (b === '');
      const order = typeof a === 'number' && typeof b === 'number' ? a - b : letters.compare(a, b);
      return direction * order;
    };
  }

  // Puts the rows that are all here into the order `by`.
  function order(view, by) {
    const down = by.startsWith('-');
    const column = columnOf(view, by);
    view.rows = column < 0 ? view.all : [...view.all].sort(compare(column, down ? -1 : 1));
  }

  const columnOf = ({ data }, by) =>
    data.columns.findIndex(({ key }, at) => (key ?? String(at)) === by.replace(/^-/, ''));

  // The heads and the select of phones say which order it is.
  function mark(view, by) {
    const heads = [...view.table.tHead.rows[0].cells];
    for (const head of heads) head.removeAttribute('aria-sort');
    const sorted = by.startsWith('-') ? 'descending' : 'ascending';
    heads[columnOf(view, by)]?.setAttribute('aria-sort', sorted);
    view.by = by;
    const select = view.place.parentElement.querySelector('[data-sort]');
    if (select) select.value = by;
  }

  // Rows in another order, or another page of them: a table that has some of its rows asks for
  // those that are missing; the last wish counts.
  async function turnTo(view, by, first) {
    const wish = (view.wish = {});
    if (view.data.page) {
      const has = by === view.by && view.start <= first
        && Math.min(first + view.size, view.total) <= view.start + view.rows.length;
      if (!has && !(await fill(view, by, first, wish))) return false;
    } else order(view, by);
    mark(view, by);
    show(view, first);
    keep(view);
    return true;
  }

  // Asks the server for rows; true once they are here.
  async function fill(view, by, first, wish) {
    const { data, place } = view;
    const changes = { sort: by, row: first ? String(first + 1) : '' };
    const asked = fetch(data.page.address + dash.links.merge(window.location.search, changes))
      .then((answer) => (answer.ok ? answer.json() : null), () => null);
    dash.map.wait(`#${place.id}`, asked);
    const found = await asked;
    if (view.wish !== wish || !view.table.isConnected) return false;
    if (found?.edition === data.edition) take(view, found);
    else {
      mark(view, view.by); // the select of phones goes back to what is shown
      // Rows of newer data belong to a page of theirs.
      if (found) dash.links.set(changes);
      return false;
    }
    return true;
  }

  function take(view, { cells, rows, first, total }) {
    view.rows = cells ? rows.map((one) => one.map((at) => cells[at])) : rows;
    view.start = (first ?? 1) - 1;
    view.total = total ?? rows.length;
  }

  // A table that turns pages has its order and its first row in the address.
  function keep({ by, first, data }) {
    if (!data.page) return;
    const href = dash.links.keep({ sort: by, row: first ? String(first + 1) : '' });
    dash.set_props('cited-address', { href });
  }

  function head(data, sortBy) {
    const cells = data.columns.map((column, at) => {
      const button = node('button', { type: 'button' }, column.text);
      button.addEventListener('click', () => sortBy(column.key ?? String(at)));
      const name = column.number ? { class: 'is-number' } : {};
      return node('th', { scope: 'col', role: 'columnheader', ...name }, button);
    });
    return node('thead', { role: 'rowgroup' }, node('tr', { role: 'row' }, ...cells));
  }

  // Draws the rows from `first` on, as many as stand in the page at once.
  function show(view, first) {
    const { rows, start, total, data, table, place } = view;
    view.first = first;
    const last = Math.min(first + view.size, total);
    const shown = rows.slice(first - start, last - start);
    table.tBodies[0].replaceChildren(...shown.map((cells) => row(cells, data)));
    if (data.open) for (const button of table.tBodies[0].querySelectorAll('.more')) button.click();
    place.scrollTop = 0;
    const pager = data.page && place.parentElement.querySelector('.pager');
    if (pager) turn(view, pager, last);
  }

  // The pager: what is shown of how many, and a button each way; one that leads nowhere stays.
  function turn(view, pager, last) {
    const { first, size, total, data } = view;
    pager.hidden = total <= size;
    const inPrint = (n) => n.toLocaleString(document.documentElement.lang, {
      useGrouping: document.documentElement.lang === 'lv' ? 'min2' : 'always',
    });
    const figures = { first: first + 1, last, total };
    pager.querySelector('[role=status]').textContent = pager.hidden
      ? '' : data.page.shown.replace(/\{(\w+)\}/g, (_, name) => inPrint(figures[name]));
    for (const button of pager.querySelectorAll('button')) {
      const way = Number(button.dataset.page);
      const next = Math.max(0, first + way * size);
      const leads = way < 0 ? first > 0 : next < total;
      button.setAttribute('aria-disabled', !leads);
      button.onclick = async () => {
        if (!leads || !(await turnTo(view, view.by, next))) return;
        if (PHONE.matches) view.place.parentElement.scrollIntoView();
      };
    }
  }

  // Writes the table into the element `id`; the answer only says that it is done, as React would
  // not notice a change that it has not made.
  function build(data, id) {
    const element = document.getElementById(id);
    if (!element || !data) return dash.no_update;
    const size = data.page ? data.page[PHONE.matches ? 'phone' : 'rows'] : data.rows.length;
    const table = node('table', { class: 'data-table', role: 'table' });
    const view = { data, table, size, place: element };
    take(view, data);
    view.all = view.rows;
    const widths = data.columns.map(({ key }) => node('col', key ? { class: `col-${key}` } : {}));
    table.append(
      node('caption', { class: 'sr-only' }, data.caption),
      node('colgroup', {}, ...widths),
      head(data, (by) => turnTo(view, view.by === by ? `-${by}` : by, 0)),
      node('tbody', { role: 'rowgroup' }),
    );
    element.replaceChildren(table);
    mark(view, data.sort ?? '');
    show(view, view.start);
    const select = element.parentElement.querySelector('[data-sort]');
    if (select) select.onchange = () => turnTo(view, select.value, 0);
    return String(Date.now());
  }

  // Links that the page was drawn with carry the order that was chosen since; not to other rows.
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.table-page a[data-stay]');
    if (!link) return;
    const [own, there] = [window.location, link].map(({ search }) => new URLSearchParams(search));
    if (own.get('rows') === there.get('rows')) {
      link.href = link.pathname + dash.links.merge(link.search, { sort: own.get('sort') });
    }
  }, true);

  dash.table = { build };
})();
