// A semantic, sortable table from a dcc.Store: Dash components would take seconds for 119 rows.
//
// data: {caption, columns: [{text, number}], rows: [[cell, …], …]}
// cell: text, or {text, href, sort}; the first column is the row's header. Texts only, no HTML.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  function node(tag, attributes, ...children) {
    const made = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) made.setAttribute(name, value);
    made.append(...children);
    return made;
  }

  const asCell = (cell) => (cell !== null && typeof cell === 'object' ? cell : { text: cell ?? '' });
  const sortKey = (cell) => asCell(cell).sort ?? asCell(cell).text;

  function row(cells, columns) {
    const made = cells.map((cell, at) => {
      const { text, href } = asCell(cell);
      const content = href ? node('a', { href }, String(text)) : String(text);
      const name = columns[at].number ? { class: 'is-number' } : {};
      return at === 0 ? node('th', { scope: 'row', ...name }, content) : node('td', name, content);
    });
    return node('tr', {}, ...made);
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

  function sort(table, data, column) {
    const heads = [...table.tHead.rows[0].cells];
    const up = heads[column].getAttribute('aria-sort') !== 'ascending';
    for (const head of heads) head.removeAttribute('aria-sort');
    heads[column].setAttribute('aria-sort', up ? 'ascending' : 'descending');
    const sorted = [...data.rows].sort(compare(column, up ? 1 : -1));
    table.tBodies[0].replaceChildren(...sorted.map((cells) => row(cells, data.columns)));
  }

  function head(data, sortBy) {
    const cells = data.columns.map((column, at) => {
      const button = node('button', { type: 'button' }, column.text);
      button.addEventListener('click', () => sortBy(at));
      return node('th', { scope: 'col', ...(column.number ? { class: 'is-number' } : {}) }, button);
    });
    return node('thead', {}, node('tr', {}, ...cells));
  }

  // Writes the table into the element `id`; the answer only says that it is done, as React would
  // not notice a change that it has not made.
  function build(data, id) {
    const place = document.getElementById(id);
    if (!place || !data) return dash.no_update;
    const table = node('table', { class: 'data-table' });
    const body = data.rows.map((cells) => row(cells, data.columns));
    table.append(
      node('caption', { class: 'sr-only' }, data.caption),
      head(data, (at) => sort(table, data, at)),
      node('tbody', {}, ...body),
    );
    place.replaceChildren(table);
    return String(Date.now());
  }

  dash.table = { build };
})();
