// Citations: the address as it stands in the browser's bar, and a button that copies the text.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  // The page knows its path; its whole address is known here only.
  const whole = (path) => window.location.origin + path;

  // Without https a browser has no clipboard to write to; a selection can still be copied.
  async function copy(element) {
    const text = element.textContent.replace(/\s+/g, ' ').trim();
    if (navigator.clipboard) return navigator.clipboard.writeText(text);
    const range = document.createRange();
    range.selectNodeContents(element);
    window.getSelection().removeAllRanges();
    window.getSelection().addRange(range);
    if (!document.execCommand('copy')) throw new Error('not copied');
    window.getSelection().removeAllRanges();
    return null;
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-copy]');
    if (!button) return;
    const status = button.parentElement.querySelector('[role=status]');
    status.textContent = '';
    copy(document.getElementById(button.dataset.copy))
      .then(() => { status.textContent = button.dataset.copied; })
      .catch(() => {}); // the text stays selected, to be copied by hand
  });

  dash.cite = { whole };
})();
