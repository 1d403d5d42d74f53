// Says on every page that the server has stopped answering, and that it is back: Dash itself only
// writes to the console when an answer does not come, and a table keeps the rows that it has.
(function () {
  const ASKS = ['/_dash-', '/table/rows.json']; // layout, dependencies, answers; rows
  const ask = window.fetch.bind(window);
  const strip = () => document.getElementById('server-lost');

  window.fetch = async function (resource, options) {
    const address = String(resource?.url ?? resource);
    if (!ASKS.some((one) => address.includes(one))) return ask(resource, options);
    try {
      const answer = await ask(resource, options);
      strip().hidden = answer.status < 400;
      return answer;
    } catch (error) {
      strip().hidden = false;
      throw error;
    }
  };

  // A reload that fails would lose what is still to be read: look first whether anybody is there.
  document.addEventListener('click', async (event) => {
    if (!event.target.closest?.('#server-lost button')) return;
    const there = await ask(window.location.href, { cache: 'no-store' }).then(({ ok }) => ok, () => false);
    if (there) window.location.reload();
    else strip().querySelector('strong').textContent = strip().dataset.still;
  });
})();
