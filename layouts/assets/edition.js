// Takes a reader who changes the language to the paragraph they are reading:
// blocks have the same id, "p_" and a number, in every edition.
(() => {
  'use strict';
  const links = document.querySelectorAll('.editions a[href]');
  const blocks = document.querySelectorAll('[id*="p_"]');
  if (!links.length || !blocks.length) return;
  const plain = /(^|\.)p_\d+$/;
  const reading = () => {
    const named = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const inView = (e) => {
      const r = e.getBoundingClientRect();
      return r.bottom > 0 && r.top < window.innerHeight;
    };
    let best = null;
    for (const b of blocks) {
      if (!plain.test(b.id)) continue;
      if (named && (b === named || named.contains(b)) && inView(named)) return b.id;
      if (!best && window.scrollY > 0 && b.getBoundingClientRect().bottom > 0) best = b.id;
    }
    return best;
  };
  for (const a of links) {
    a.addEventListener('click', () => {
      const id = reading();
      if (id) a.hash = id;
    });
  }
})();
