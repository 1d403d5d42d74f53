// The presentation by keys, clicker, mouse or finger. All slides are in the page: a change asks the
// server nothing and goes on without it.
(function () {
  const IDLE = 3000; // ms until controls and pointer hide
  const SWIPE = 60; // px
  const STEPS = { ArrowRight: 1, PageDown: 1, ArrowLeft: -1, PageUp: -1 };
  const SLIDES = { Home: 0, End: -1 };
  let place = null; // the element with all slides
  let timer = 0, freed = -Infinity, touch = null;

  const slides = () => [...place.querySelectorAll('.slide')];
  const shown = () => slides().findIndex((one) => one.classList.contains('is-shown'));
  const letters = () => place.querySelector('[data-go="letters"]');
  const isFull = () => Boolean(document.fullscreenElement);

  // The scale of a slide as a number: pictures draw hatch and lines by it.
  function measure() {
    const scale = Math.min(window.innerWidth / 1920, window.innerHeight / 1080);
    document.documentElement.style.setProperty('--slide-scale', scale);
  }

  function start(found) {
    place = found;
    document.title = slides()[shown()].dataset.title;
    document.fonts.forEach((font) => font.load()); // a later slide may hold the first letter of one
    wake();
  }

  function remember(name, value) {
    const query = new URLSearchParams(window.location.search);
    query.set(name, value);
    window.history.replaceState(window.history.state, '', `?${query}`);
  }

  function show(index) {
    const all = slides();
    const next = Math.max(0, Math.min(all.length - 1, index < 0 ? all.length + index : index));
    if (next === shown()) return;
    all.forEach((one, at) => one.classList.toggle('is-shown', at === next));
    const { title, slide } = all[next].dataset;
    document.title = title;
    place.querySelector('.slides-say').textContent = `${title.split(' · ')[0]}. ${all[next].querySelector('h1').textContent}`;
    remember('slide', slide);
    window.scrollTo(0, 0);
  }

  const step = (way) => show(Math.max(0, shown() + way));

  // Browsers grant it to a key or a click only; where they refuse, the slides stay as they are.
  function fill() {
    place.querySelector('.slides-start')?.remove();
    const done = isFull() ? document.exitFullscreen() : document.documentElement.requestFullscreen?.();
    done?.catch(() => {});
  }

  // Back to the page before, or, where there is none, to the map in this view.
  function leave() {
    const came = document.referrer && new URL(document.referrer).origin === window.location.origin;
    if (came && window.history.length > 1) window.history.back();
    else window.location.assign(place.querySelector('[data-go="leave"]').href);
  }

  function escape() {
    if (isFull()) document.exitFullscreen();
    else if (performance.now() - freed > 400) leave(); // the same press may have ended the full screen
  }

  function switchLetters() {
    const on = letters().getAttribute('aria-checked') !== 'true';
    letters().setAttribute('aria-checked', on);
    remember('keys', on ? 'on' : 'off');
  }

  const ACTS = {
    previous: () => step(-1), next: () => step(1), full: fill, letters: switchLetters, leave,
  };

  function wake() {
    place.classList.remove('is-idle');
    clearTimeout(timer);
    timer = setTimeout(() => place?.classList.add('is-idle'), IDLE);
  }

  function press(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return false;
    const wanted = place.querySelector('.slides-start'); // ?fullscreen waits for the first key
    if (wanted && key !== 'Escape' && key !== 'Tab') fill();
    if (key === 'Escape') return void escape() ?? true;
    if (key === ' ' && !target.closest?.('button, a')) return void step(event.shiftKey ? -1 : 1) ?? true;
    if (key in STEPS) return void step(STEPS[key]) ?? true;
    if (key in SLIDES) return void show(SLIDES[key]) ?? true;
    if (key.toLowerCase() !== 'f' || letters().getAttribute('aria-checked') !== 'true') return false;
    if (!wanted) fill();
    return true;
  }

  document.addEventListener('keydown', (event) => {
    if (!place?.isConnected) return;
    if (event.key === 'Tab') wake();
    if (press(event)) event.preventDefault();
  });

  document.addEventListener('click', (event) => {
    const control = event.target.closest?.('[data-go]');
    if (!control || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    ACTS[control.dataset.go]();
  });

  document.addEventListener('pointermove', () => place?.isConnected && wake());
  document.addEventListener('touchstart', ({ touches }) => {
    touch = place?.isConnected && touches.length === 1 ? touches[0] : null;
    if (touch) wake();
  }, { passive: true });
  document.addEventListener('touchend', ({ changedTouches: [end] }) => {
    if (!touch || touch.target.closest('.slides-float')) return;
    const [across, down] = [end.clientX - touch.clientX, end.clientY - touch.clientY];
    if (Math.abs(across) > Math.max(SWIPE, 2 * Math.abs(down))) step(across < 0 ? 1 : -1);
  });
  document.addEventListener('fullscreenchange', () => { if (!isFull()) freed = performance.now(); });

  // On the map the view changes without a load; the way here is brought up to it when it is taken.
  function follow(event) {
    const link = event.target.closest?.('a[data-present]');
    if (!link) return;
    const query = new URLSearchParams(window.location.search);
    query.set('slide', query.get('indicator') ?? 'training_coverage');
    link.href = `/present?${query}`;
  }
  for (const name of ['pointerover', 'focusin', 'click']) document.addEventListener(name, follow, true);

  new MutationObserver(() => {
    const found = document.querySelector('.slides');
    if (found && found !== place) start(found);
  }).observe(document.documentElement, { childList: true, subtree: true });
  window.addEventListener('resize', measure);
  measure();
})();
