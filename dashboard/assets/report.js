// Report an error: a mail to the contact of this site with the address of the view as it is, or,
// where there is no contact, the same text copied.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  function textOf(button) {
    const [shown, version, ask] = button.dataset.report.split('\n');
    return [window.location.href, shown, version, '', ask, ''].join('\n');
  }

  function mail(contact, subject, text) {
    const link = document.createElement('a');
    link.href = `mailto:${contact}?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(text)}`;
    document.body.append(link); // seen by whoever listens on the page
    link.click();
    link.remove();
  }

  document.addEventListener('click', async (event) => {
    const button = event.target.closest?.('[data-report]');
    if (!button) return;
    const contact = document.querySelector('meta[name="contact"]')?.content;
    if (contact) return void mail(contact, button.dataset.subject, textOf(button));
    const done = await dash.copy.copy(textOf(button));
    const said = done ? button.dataset.copied : button.dataset.failed;
    button.querySelector('span:last-child').textContent = said;
    dash.announce.say(said);
  });
})();
