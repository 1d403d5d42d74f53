// A semantic, sortable table from a dcc.Store: Dash components would take seconds for 119 rows.
//
// data: {caption, columns: [{key, text, number}], rows: [[cell, …], …]} and, where there are many
// rows, `cells` (a row is then a list of places in it), `header` (the column that names a row, the
// first unless said) and `page` {rows, phone, shown}: how many rows stand in the page at once.
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
    const parts = more.map((one) => (one.quote
      ? node('q', { lang: 'lv', class: 'more-quote' }, one.text) : node('span', {}, one.text)));
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

  // Roles are said outright: phones lay rows out as cards, which would take their meaning away.
  function row(cells, { columns, header = 0 }) {
    const made = cells.map((cell, at) => {
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

  function sort(view, column) {
    const heads = [...view.table.tHead.rows[0].cells];
    const up = heads[column].getAttribute('aria-sort') !== 'ascending';
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column].setAttribute('aria-sort', up ? 'ascending' : 'descending');
    view.rows = [...view.all].sort(compare(column, up ? 1 : -1));
    show(view, 0);
  }

  function head(data, sortBy) {
    const cells = data.columns.map((column, at) => {
      const button = node('button', { type: 'button' }, column.text);
      button.addEventListener('click', () => sortBy(at));
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
      const next = first + Number(button.dataset.page) * size;
      const leads = next >= 0 && next < rows.length;
      button.setAttribute('aria-disabled', !leads);
      button.onclick = () => {
        if (!leads) return;
        show(view, next);
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
    const view = { all, rows: all, data, table, size, place: element };
    const widths = data.columns.map(({ key }) => node('col', key ? { class: `col-${key}` } : {}));
    table.append(
      node('caption', { class: 'sr-only' }, data.caption),
      node('colgroup', {}, ...widths),
      head(data, (at) => sort(view, at)),
      node('tbody', { role: 'rowgroup' }),
    );
    element.replaceChildren(table);
    show(view, 0);
    return String(Date.now());
  }

  dash.table = { build };
})();
