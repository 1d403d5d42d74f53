// Copy a link's address or a text, and say so beside it.
(function () {
  const SHOWN = 4000; // milliseconds until "Copied" goes again

  // Over plain HTTP there is no clipboard: a selected field and the old command do the same.
  function byHand(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    field.select();
    document.execCommand('copy');
    field.remove();
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
    } catch {
      byHand(text);
    }
  }

  document.addEventListener('click', async (event) => {
    const source = event.target.closest?.('[data-copy]');
    if (!source || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    await copy(source.dataset.copy === 'link' ? source.href : source.dataset.value);
    source.focus();
    const status = source.parentElement.querySelector('[data-copied]');
    status.textContent = status.dataset.copied;
    setTimeout(() => { status.textContent = ''; }, SHOWN);
  });
})();
