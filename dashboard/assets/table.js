// A semantic, sortable table from a dcc.Store: Dash components would take seconds for 119 rows.
//
// data: {caption, columns: [{key, text, number}], rows: [[cell, …], …]} and, where there are many
// rows, `cells` (a row is then a list of places in it), `header` (the column that names a row, the
// first unless said) and `page` {rows, phone, shown}: how many rows stand in the page at once; then
// `sort` (a column's key, "-" before it for the largest first) and `first` (the number of a row) say
// what is shown, as the address does, and `open` unfolds the words behind every row.
// cell: text, or {text, href, sort, mark, note, squares, of, more}. Texts only, no HTML.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const KINDS = { y: 'yes', e: 'estimated', n: 'no', a: 'no_answer', u: 'not_published' };
  const PHONE = window.matchMedia('(max-width: 767px)');

  function node(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  const asCell = (cell) => (cell !== null && typeof cell === 'object' ? cell : { text: cell ?? '' });
  const sortKey = (cell) => asCell(cell).sort ?? asCell(cell).text;

  // One small square an institution; see components/squares.py.
  function squares({ squares: letters, of }) {
    const marks = [...letters].map((one) => node('span', { class: `square square-${KINDS[one]}` }));
    return node('span', { class: `squares of-${of}`, 'aria-hidden': 'true' }, ...marks);
  }

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
    if (cell.squares) parts.push(squares(cell));
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

  // Puts the rows into the order `by`; the heads and the select of phones say which it is.
  function order(view, by) {
    const { all, data, table, place } = view;
    const down = by.startsWith('-');
    const column = data.columns.findIndex(({ key }, at) => (key ?? String(at)) === by.slice(down ? 1 : 0));
    const heads = [...table.tHead.rows[0].cells];
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column]?.setAttribute('aria-sort', down ? 'descending' : 'ascending');
    view.rows = column < 0 ? all : [...all].sort(compare(column, down ? -1 : 1));
    view.by = by;
    const select = place.parentElement.querySelector('[data-sort]');
    if (select) select.value = by;
  }

  function sort(view, by) {
    order(view, by);
    show(view, 0);
    keep(view);
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
    const { rows, data, table, place } = view;
    view.first = first;
    const last = Math.min(first + view.size, rows.length);
    table.tBodies[0].replaceChildren(...rows.slice(first, last).map((cells) => row(cells, data)));
    if (data.open) for (const button of table.tBodies[0].querySelectorAll('.more')) button.click();
    place.scrollTop = 0;
    const pager = data.page && place.parentElement.querySelector('.pager');
    if (pager) turn(view, pager, last);
  }

  // The pager: what is shown of how many, and a button each way; one that leads nowhere stays.
  function turn(view, pager, last) {
    const { first, size, rows, data } = view;
    pager.hidden = rows.length <= size;
    const inPrint = (n) => n.toLocaleString(document.documentElement.lang, {
      useGrouping: document.documentElement.lang === 'lv' ? 'min2' : 'always',
    });
    const figures = { first: first + 1, last, total: rows.length };
    pager.querySelector('[role=status]').textContent = pager.hidden
      ? '' : data.page.shown.replace(/\{(\w+)\}/g, (_, name) => inPrint(figures[name]));
    for (const button of pager.querySelectorAll('button')) {
      const way = Number(button.dataset.page);
      const next = Math.max(0, first + way * size);
      const leads = way < 0 ? first > 0 : next < rows.length;
      button.setAttribute('aria-disabled', !leads);
      button.onclick = () => {
        if (!leads) return;
        show(view, next);
        keep(view);
        if (PHONE.matches) view.place.parentElement.scrollIntoView();
      };
    }
  }

  // Writes the table into the element `id`; the answer only says that it is done, as React would
  // not notice a change that it has not made.
  function build(data, id) {
    const element = document.getElementById(id);
    if (!element || !data) return dash.no_update;
    const { cells } = data;
    const all = cells ? data.rows.map((one) => one.map((at) => cells[at])) : data.rows;
    const size = data.page ? data.page[PHONE.matches ? 'phone' : 'rows'] : all.length;
    const table = node('table', { class: 'data-table', role: 'table' });
    const view = { all, rows: all, data, table, size, place: element, by: '' };
    const widths = data.columns.map(({ key }) => node('col', key ? { class: `col-${key}` } : {}));
    table.append(
      node('caption', { class: 'sr-only' }, data.caption),
      node('colgroup', {}, ...widths),
      head(data, (by) => sort(view, view.by === by ? `-${by}` : by)),
      node('tbody', { role: 'rowgroup' }),
    );
    element.replaceChildren(table);
    order(view, data.sort ?? '');
    show(view, (data.first ?? 1) - 1);
    const select = element.parentElement.querySelector('[data-sort]');
    if (select) select.onchange = () => sort(view, select.value);
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
