// The page's one voice: a status that reads out what scripts have to say.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});

  function say(text) {
    const voice = document.getElementById('said');
    // The same sentence again would be no change, and not be read.
    voice.textContent = voice.textContent === text ? `${text}\u00a0` : text;
  }

  // A count in words: forms = {zero, one, other}, as in the catalogue.
  function count(forms, n) {
    const form = new Intl.PluralRules(document.documentElement.lang).select(n);
    return (forms[form] ?? forms.other).replace('{n}', n);
  }

  dash.announce = { say, count };
})();
