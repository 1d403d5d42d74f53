// Buttons that copy: the address of the view, the text of an element (data-copy is its id), or what
// another script hands over.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const SHOWN = 2500; // ms until a button says again what it does

  // Without a secure address there is no clipboard to write to, only the old command.
  function byCommand(text) {
    const field = document.createElement('textarea');
    field.value = text;
    field.className = 'sr-only';
    document.body.append(field);
    const before = document.activeElement;
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    before?.focus();
    return done;
  }

  async function copy(text) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      return byCommand(text);
    }
  }

  // The text of an element, or the address of the view.
  function textOf(id) {
    return id ? document.getElementById(id).textContent.replace(/\s+/g, ' ').trim() : window.location.href;
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('[data-copy]');
    if (!button || button.dataset.usual) return;
    const words = button.querySelector('[data-says]');
    const said = (await copy(textOf(button.dataset.copy))) ? button.dataset.copied : button.dataset.failed;
    button.dataset.usual = words.textContent;
    words.textContent = said;
    dash.announce.say(said);
    setTimeout(() => {
      words.textContent = button.dataset.usual;
      delete button.dataset.usual;
    }, SHOWN);
  });

  dash.copy = { copy };
})();
