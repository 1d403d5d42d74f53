// What can be copied, by what the pressed thing carries: data-copy the id of a text on the page,
// data-copy-text a text, data-copy-link the link's own address. A status beside it says so.
(function () {
  const SHOWN = 4000; // milliseconds until "Copied" goes again
  const PRESSED = '[data-copy], [data-copy-text], [data-copy-link]';

  function textOf(source) {
    if ('copyLink' in source.dataset) return source.href;
    if ('copyText' in source.dataset) return source.dataset.copyText;
    return document.getElementById(source.dataset.copy).textContent.replace(/\s+/g, ' ').trim();
  }

  // Without https a browser has no clipboard to write to; a selected field can still be copied.
  function byHand(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    field.select();
    const copied = document.execCommand('copy');
    field.remove();
    if (!copied) throw new Error('not copied');
  }

  async function copy(text) {
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else byHand(text);
  }

  document.addEventListener('click', (event) => {
    const source = event.target.closest?.(PRESSED);
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault(); // a link is followed only where this file is missing
    const status = source.parentElement.querySelector('[role=status]');
    status.textContent = '';
    copy(textOf(source)).then(() => {
      source.focus(); // the field took it
      status.textContent = source.dataset.copied;
      setTimeout(() => { status.textContent = ''; }, SHOWN);
    }).catch(() => {}); // refused: nothing is said to be copied
  });
})();
