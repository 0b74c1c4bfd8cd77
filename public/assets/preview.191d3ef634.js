// Shows what a link to a country, event or actor leads to, on hovering,
// keyboard focus or a long press. The words travel in the page, in the
// template "page_previews"; without this script nothing is lost.
(() => {
  'use strict';
  const store = document.getElementById('page_previews');
  const main = document.getElementById('page_main');
  if (!store || !main) return;
  const cards = new Map();
  for (const card of store.content.children) cards.set(card.dataset.href, card);

  const box = document.createElement('div');
  box.className = 'preview';
  box.id = 'page_preview';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);

  const wait = 500; // ms before a preview opens under the mouse or finger
  const grace = 250; // ms to move the mouse from the link into the preview
  let link = null; // the link whose preview is open
  let timer = 0;
  let pressed = false; // a long press opened it: the click that follows is no click

  const linkAt = (target) => {
    const a = target instanceof Element && target.closest('a[href]');
    return a && main.contains(a) && cards.has(a.getAttribute('href')) ? a : null;
  };

  const close = () => {
    clearTimeout(timer);
    if (link) link.removeAttribute('aria-describedby');
    link = null;
    box.hidden = true;
  };

  const open = (a, x) => {
    close();
    link = a;
    a.setAttribute('aria-describedby', box.id);
    box.replaceChildren(cards.get(a.getAttribute('href')).cloneNode(true));
    box.hidden = false;
    const rects = [...a.getClientRects()];
    const at = rects.find((r) => x >= r.left && x <= r.right) || rects[0];
    const room = document.documentElement.clientWidth - box.offsetWidth - 8;
    const below = at.bottom + 6 + box.offsetHeight <= window.innerHeight;
    box.style.left = Math.max(8, Math.min(at.left, room)) + window.scrollX + 'px';
    box.style.top = (below ? at.bottom + 6 : Math.max(8, at.top - 6 - box.offsetHeight)) + window.scrollY + 'px';
  };

  const later = (f, ms) => {
    clearTimeout(timer);
    timer = setTimeout(f, ms);
  };

  document.addEventListener('mouseover', (e) => {
    const a = linkAt(e.target);
    if (a && a !== link) later(() => open(a, e.clientX), wait);
    else if (a || box.contains(e.target)) clearTimeout(timer);
    else if (link) later(close, grace);
    else clearTimeout(timer);
  });
  main.addEventListener('focusin', (e) => {
    const a = linkAt(e.target);
    if (a && a.matches(':focus-visible')) open(a, 0);
  });
  main.addEventListener('focusout', close);
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || !link) return;
    const back = box.contains(document.activeElement) ? link : null;
    close();
    if (back) back.focus();
  });

  document.addEventListener('touchstart', (e) => {
    pressed = false;
    if (!box.contains(e.target)) close();
    const a = linkAt(e.target);
    if (a) {
      const x = e.touches[0].clientX;
      later(() => {
        pressed = true;
        open(a, x);
      }, wait);
    }
  }, { passive: true });
  for (const end of ['touchend', 'touchmove', 'touchcancel']) {
    document.addEventListener(end, () => clearTimeout(timer), { passive: true });
  }
  for (const follow of ['click', 'contextmenu']) {
    main.addEventListener(follow, (e) => {
      if (pressed && linkAt(e.target)) e.preventDefault();
      else if (follow === 'click') close();
      if (follow === 'click') pressed = false;
    });
  }
})();
