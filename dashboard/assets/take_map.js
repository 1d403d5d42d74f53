// The map to take away. Links to its sheet and the frame's code follow the view; a PNG is drawn from
// the same sheet, with the page's fonts in it: an image sees no other font than its own.
(function () {
  const dash = (window.dash_clientside = window.dash_clientside || {});
  const SVG = 'http://www.w3.org/2000/svg';
  const SHARPNESS = 2; // pixels of the PNG per pixel of the sheet
  const ROUNDS = 10, PAUSE = 120; // ms
  const NAMES = ['indicator', 'institution_type', 'planning_region', 'boundary_set', 'municipality', 'estimates', 'lang', 'wave'];

  // What the address says of the view, as the page has understood it: it forgives an unknown value and
  // shows another one, the sheet would refuse it.
  function view() {
    const given = new URLSearchParams(window.location.search);
    const shown = { ...dash.map?.current?.state, lang: document.documentElement.lang };
    const said = NAMES.filter((name) => given.get(name)).map((name) => [name, shown[name] ?? given.get(name)]);
    const query = new URLSearchParams(said.filter(([, value]) => value));
    return query.size ? `?${query}` : '';
  }

  function follow() {
    for (const link of document.querySelectorAll('[data-map-file]')) link.href = `/export/map.svg${view()}`;
    const address = `${window.location.origin}/embed${view()}`.replaceAll('&', '&amp;');
    for (const code of document.querySelectorAll('[data-map-frame]')) {
      code.textContent = code.dataset.mapFrame.replace('{address}', address);
    }
  }

  const wellAnswered = async (url) => {
    const response = await fetch(url);
    if (!response.ok) throw new Error(`${response.status} ${url}`);
    return response;
  };

  function dataOf(blob) {
    return new Promise((done, failed) => {
      const reader = new FileReader();
      reader.onload = () => done(reader.result);
      reader.onerror = () => failed(reader.error);
      reader.readAsDataURL(blob);
    });
  }

  // The page's @font-face rules, their files in them.
  async function faces() {
    const rules = [...document.styleSheets].flatMap((sheet) =>
      [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule).map((rule) => [rule, sheet.href]));
    const filled = rules.map(async ([rule, base]) => {
      const file = rule.style.getPropertyValue('src').match(/url\("?([^")]+)/)[1];
      const data = await dataOf(await (await wellAnswered(new URL(file, base ?? document.baseURI))).blob());
      return rule.cssText.replace(file, data);
    });
    return (await Promise.all(filled)).join('\n');
  }

  // data: and not blob:, which the page's policy does not let in as an image.
  async function imageOf(sheet) {
    const root = new DOMParser().parseFromString(sheet, 'image/svg+xml').documentElement;
    for (const side of ['width', 'height']) root.setAttribute(side, root.getAttribute(side) * SHARPNESS);
    const style = document.createElementNS(SVG, 'style');
    style.textContent = await faces();
    root.prepend(style);
    const image = new Image();
    image.src = `data:image/svg+xml,${encodeURIComponent(new XMLSerializer().serializeToString(root))}`;
    await image.decode();
    return image;
  }

  // A font that only some letters need arrives a moment after the image: draw until nothing changes.
  async function drawn(image) {
    const canvas = document.createElement('canvas');
    canvas.width = image.naturalWidth;
    canvas.height = image.naturalHeight;
    for (let round = 0, before = '', now = ''; round < ROUNDS && (!before || now !== before); round += 1) {
      before = now;
      canvas.getContext('2d').drawImage(image, 0, 0);
      now = canvas.toDataURL('image/jpeg', 0.3);
      await new Promise((done) => { setTimeout(done, PAUSE); });
    }
    return canvas;
  }

  async function png(address) {
    const response = await wellAnswered(address);
    const [, name] = response.headers.get('Content-Disposition').match(/filename="(.+)\.svg"/);
    const canvas = await drawn(await imageOf(await response.text()));
    const file = await new Promise((done) => { canvas.toBlob(done, 'image/png'); });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(file);
    link.download = `${name}.png`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60000); // a slow disk may still be reading it
  }

  document.addEventListener('toggle', follow, true);
  document.addEventListener('click', async (event) => {
    const link = event.target.closest?.('[data-map-file]');
    if (!link) return;
    follow();
    if (link.dataset.mapFile !== 'png' || link.ariaBusy === 'true') return;
    event.preventDefault();
    link.ariaBusy = 'true';
    try {
      await png(link.href);
    } catch {
      link.querySelector('.export-note').textContent = link.dataset.failed;
      dash.announce.say(link.dataset.failed);
    }
    link.ariaBusy = null;
  });
})();
