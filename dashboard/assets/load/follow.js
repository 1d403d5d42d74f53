// While a file is checked, its page asks every two seconds how far that is and shows what is new:
// the state is said to screen readers, nothing jumps and nobody is thrown back to the top. Where
// scripts do not run, the page loads itself anew instead (the <noscript> in its head).
(function () {
  const EVERY = 2000;

  function show(page, name) {
    const [now, next] = [document, page].map((one) => one.querySelector(name));
    if (now && next && now.innerHTML !== next.innerHTML) now.innerHTML = next.innerHTML;
  }

  async function look() {
    try {
      const answer = await fetch(window.location.href, { credentials: 'same-origin' });
      if (!answer.ok) return void window.location.reload(); // signed out, or gone: its page says so
      const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
      show(page, '#load-rest');
      show(page, '#load-state');
      if (!page.querySelector('[data-running]')) return;
    } catch {
      // The server may start anew while a build runs: ask again.
    }
    window.setTimeout(look, EVERY);
  }

  window.setTimeout(look, EVERY);
})();
