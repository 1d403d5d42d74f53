// A file that takes longer than a moment: the old picture fades, bars stand for words to come.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const map = (dash.map ??= {});
  const MOMENT = 300; // ms: a quicker answer is better than a sign that one is waiting

  map.wait = function (selector, promise, loading) {
    const part = document.querySelector(selector);
    const mark = (busy) => {
      part?.classList.toggle('is-loading', busy);
      part?.setAttribute('aria-busy', busy);
    };
    const timer = setTimeout(() => {
      mark(true);
      if (loading) dash.announce.say(loading);
    }, MOMENT);
    const over = () => {
      clearTimeout(timer);
      mark(false);
    };
    promise.then(over, over);
  };
})();
