// Where a tooltip stands that belongs to no box: beside the pointer, within the window.
(function () {
  const dash = (window.dash_clientside ??= {});
  const GAP = 22;

  function place(tip, { clientX, clientY }) {
    const { offsetWidth: width, offsetHeight: height } = tip;
    const right = clientX + GAP + width < window.innerWidth - 8;
    const below = clientY + GAP + height < window.innerHeight - 8;
    tip.style.left = `${Math.max(8, right ? clientX + GAP : clientX - width - GAP)}px`;
    tip.style.top = `${Math.max(8, below ? clientY + GAP : clientY - height - GAP)}px`;
  }

  dash.tip = { place };
})();
