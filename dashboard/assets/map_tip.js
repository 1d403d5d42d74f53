// The map's tooltip: name, squares with "0 no 2 iestādēm", evidence. Built from text only.
// view.text[i] = [squares as letters, amount, rest, evidence, word]; see components/squares.py.
(function () {
  const map = ((window.dash_clientside ??= {}).map ??= {}); // made by whichever file comes first
  const KINDS = { y: 'yes', e: 'estimated', s: 'suspicion', n: 'no', a: 'no_answer', u: 'not_published' };
  const GAP = 22, MOST_SQUARES = 12;
  let hiding = 0;

  const tipOf = () => document.querySelector('.map-tip');

  function element(tag, name, ...children) {
    const made = document.createElement(tag);
    made.className = name;
    made.append(...children);
    return made;
  }

  // One square an institution; above twelve a bar of those that answered, as in squares.py.
  map.squares = function (letters, indicator) {
    const all = [...letters];
    const tally = (kinds) => all.filter((one) => kinds.includes(one)).length;
    const part = (name, kinds) => {
      const made = element('span', name);
      made.style.width = `${(100 * tally(kinds)) / (tally('yen') || 1)}%`;
      return made;
    };
    const drawn = all.length > MOST_SQUARES
      ? [element('span', 'bar', ...['solid y', 'hatched e'].map((one) => one.split(' '))
        .filter(([, kind]) => tally(kind)).map(([name, kind]) => part(`bar-${name}`, kind)))]
      : all.map((one) => element('span', `square square-${KINDS[one]}`));
    const made = element('span', `squares of-${indicator}`, ...drawn);
    made.setAttribute('aria-hidden', 'true');
    return made;
  };

  function content(index) {
    const { state, values, view } = map.current;
    const [letters, amount, rest, evidence, word] = view.text[index];
    const value = element('div', 'tip-value');
    if (letters) value.append(map.squares(letters, state.indicator));
    if (amount) value.append(element('strong', '', amount), element('span', '', rest));
    const badge = element('div', 'badge', element('span', `mark mark-${evidence}`), element('span', '', word));
    return [element('div', 'tip-name', values.names[index]), value, badge];
  }

  // Beside the pointer, or beside the label point when the keyboard brought us here.
  function place(tip, index, event) {
    const stage = tip.closest('.stage').getBoundingClientRect();
    const [x, y] = event ? [event.clientX, event.clientY] : map.onScreen(map.current.values.points[index]);
    const left = x - stage.left + GAP, top = y - stage.top + GAP;
    const { offsetWidth: width, offsetHeight: height } = tip;
    const fits = left + width < stage.width - 8;
    tip.style.left = `${Math.max(8, fits ? left : left - width - 2 * GAP)}px`;
    tip.style.top = `${Math.max(8, top + height < stage.height - 8 ? top : top - height - 2 * GAP)}px`;
  }

  map.tip = function (index, event) {
    const tip = tipOf();
    clearTimeout(hiding);
    if (index === null) {
      // A moment's grace, so that the pointer can come onto the tooltip.
      hiding = setTimeout(() => { if (!tip.matches(':hover')) tip.hidden = true; }, 200);
      tip.onpointerleave = () => { tip.hidden = true; };
      return;
    }
    tip.replaceChildren(...content(index));
    tip.hidden = false;
    place(tip, index, event);
  };

  // Returns whether there was one to hide.
  map.hideTip = function () {
    const tip = tipOf();
    const shown = Boolean(tip) && !tip.hidden;
    if (shown) tip.hidden = true;
    return shown;
  };
})();
