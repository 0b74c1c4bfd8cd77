// Shows what a link to a section, an article, an entity or a page leads to, on
// hovering or keyboard focus, by the rows of the edition's search
// index (package search has the format); without this script nothing is lost. A
// finger's long press is the browser's.
(() => {
  'use strict';
  const main = document.getElementById('page_main');
  const { load, cellsOf } = window.dossierIndex;

  // pathOf is the page that an address leads to, within the edition; "" when it is
  // outside.
  const plain = (href) => decodeURIComponent(new URL(href, document.baseURI).href.replace(/[?#].*/, ''));
  const root = plain(main.dataset.root + '.');
  const pathOf = (href) => {
    try {
      const to = plain(href);
      return to.startsWith(root) && to.endsWith('.html') ? to.slice(root.length) : '';
    } catch { // no address, or one that stands for no text
      return '';
    }
  };
  const own = pathOf(location.href);

  // find gives what the index has of a page; nothing when it has none or cannot be
  // loaded.
  const find = async (path) => {
    try {
      const { bits, rows } = await load('rows');
      let n = 2166136261;
      for (const byte of new TextEncoder().encode(path)) n = Math.imul(n ^ byte, 16777619);
      for (n >>>= 32 - bits; ; n = (n + 1) % (1 << bits)) {
        const at = n, row = (await load('d-' + (n >> rows))).find((r) => r[0] === at);
        if (!row || row[1] === path) return row && cellsOf(row);
      }
    } catch {
      return undefined;
    }
  };

  const element = (name, attributes, ...children) => {
    const e = document.createElement(name);
    for (const [k, v] of Object.entries(attributes)) if (v) e.setAttribute(k, v);
    e.append(...children);
    return e;
  };
  const card = (r) => {
    const kicker = element('p', { class: 'kicker' });
    for (const [words, lang, of] of [[r.kind, r.kindIn], [r.date, r.dateIn, 'date'], [r.note, r.noteIn]]) {
      if (words) kicker.append(element('span', { class: of }, element('bdi', { lang }, words)), ' ');
    }
    const name = element('p', { class: 'name', lang: r.titleIn, dir: 'auto' }, r.title);
    return r.summary ? [kicker, name, element('p', { class: 'summary', lang: r.lang, dir: 'auto' }, r.summary)] : [kicker, name];
  };

  const box = document.createElement('div');
  box.className = 'preview';
  box.id = 'page_preview';
  box.setAttribute('role', 'tooltip');
  box.hidden = true;
  document.body.append(box);

  const wait = 500; // ms before a preview opens under the mouse
  const grace = 250; // ms to move the mouse from the link into the preview
  const early = 100; // ms after which what it shows is asked for
  const large = 80; // pixels: a link so high, as of a country on a map, is where the pointer is
  let link = null; // the link whose preview is open or about to be
  let timer = 0;

  const linkAt = (target) => {
    const a = target instanceof Element && target.closest('a[href]');
    const path = a && main.contains(a) && pathOf(a.getAttribute('href'));
    return path && path !== own ? a : null;
  };

  const close = () => {
    clearTimeout(timer);
    if (link) link.removeAttribute('aria-describedby');
    link = null;
    box.hidden = true;
  };

  // dock is where the preview of a link within a drawing stands: as near to the link as it
  // covers nothing that is lit up.
  const dock = (drawing, at, room) => {
    const d = drawing.getBoundingClientRect(), w = box.offsetWidth, h = box.offsetHeight;
    const lit = []; // points, and what it costs to cover each
    for (const e of drawing.querySelectorAll('.node, .words')) {
      const r = e.getBoundingClientRect(), cost = e.matches('.dim') ? 3 : 1e3;
      for (const x of [r.left, (r.left + r.right) / 2, r.right]) lit.push([x, r.top, cost], [x, r.bottom, cost]);
    }
    for (const e of drawing.querySelectorAll('.edge:not(.dim) path:first-of-type')) {
      const to = e.getScreenCTM(), long = e.getTotalLength();
      for (let i = 0; i < long; i += 20) {
        const { x, y } = e.getPointAtLength(i).matrixTransform(to);
        lit.push([x, y, 1e3]);
      }
    }
    // Places are tried all over the drawing and beside it, as far as the window shows them.
    const places = (from, to, most, ...more) => {
      const all = more.map((n) => Math.max(8, Math.min(n, most)));
      for (let n = Math.max(8, from); n <= Math.min(to, most); n += 16) all.push(n);
      return all;
    };
    const rows = places(d.top, d.bottom - h, window.innerHeight - h - 8, at.bottom + 6, at.top - 6 - h);
    let best, least = Infinity;
    for (const x of places(d.left - w, d.right, room, at.right + 6, at.left - 6 - w)) {
      for (const y of rows) {
        const apart = Math.max(at.left - x - w, x - at.right, 0) + Math.max(at.top - y - h, y - at.bottom, 0);
        let cost = apart + !apart * 1e6 + Math.abs(y - at.top) / 9;
        for (const [px, py, n] of lit) if (cost < least && px > x - 6 && px < x + w + 6 && py > y - 6 && py < y + h + 6) cost += n;
        if (cost < least) [best, least] = [[x, y], cost];
      }
    }
    return best;
  };

  const open = async (a, x, y) => {
    close();
    link = a;
    const r = await find(pathOf(a.getAttribute('href')));
    const rects = [...a.getClientRects()];
    if (!r?.kind || link !== a || !rects.length) return; // a list has no kind, and no preview; a link may be hidden by now
    a.setAttribute('aria-describedby', box.id);
    box.replaceChildren(...card(r));
    box.hidden = false;
    let at = rects.find((r) => x >= r.left && x <= r.right) || rects[0];
    if (at.height > large && y) at = new DOMRect(x, y, 0, 8);
    const room = document.documentElement.clientWidth - box.offsetWidth - 8;
    const below = at.bottom + 6 + box.offsetHeight <= window.innerHeight;
    let left = Math.max(8, Math.min(at.left, room)), top = below ? at.bottom + 6 : Math.max(8, at.top - 6 - box.offsetHeight);
    const drawing = a.ownerSVGElement;
    if (drawing) [left, top] = dock(drawing, at, room);
    box.style.left = left + window.scrollX + 'px';
    box.style.top = top + window.scrollY + 'px';
  };

  const later = (f, ms) => {
    clearTimeout(timer);
    timer = setTimeout(f, ms);
  };
  const soon = (a, { clientX, clientY }) => later(() => {
    find(pathOf(a.getAttribute('href')));
    later(() => open(a, clientX, clientY), wait - early);
  }, early);

  document.addEventListener('pointerover', (e) => {
    if (e.pointerType === 'touch') return;
    const a = linkAt(e.target);
    if (a && a !== link) soon(a, e);
    else if (a || box.contains(e.target)) clearTimeout(timer);
    else if (link) later(close, link.ownerSVGElement ? 4 * grace : grace); // which may be further away
    else clearTimeout(timer);
  });
  main.addEventListener('focusin', (e) => {
    const a = linkAt(e.target);
    if (a && a.matches(':focus-visible')) open(a, 0, 0);
  });
  main.addEventListener('focusout', close);
  document.addEventListener('keydown', (e) => {
    if (e.key !== 'Escape' || box.hidden) return;
    const back = box.contains(document.activeElement) ? link : null;
    close();
    if (back) back.focus();
  });

  document.addEventListener('pointerdown', (e) => {
    if (!box.contains(e.target)) close();
  });
  main.addEventListener('click', close);
})();
