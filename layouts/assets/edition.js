// Takes a reader who changes the language to the paragraph they were reading:
// blocks have the same id, "p_" and a number, in every edition.
(() => {
  'use strict';
  const links = document.querySelectorAll('.editions a[hreflang]');
  const blocks = [...document.querySelectorAll('[id*="p_"]')].filter((b) => /(^|\.)p_\d+$/.test(b.id));
  if (!links.length || !blocks.length) return;

  const rest = 700; // ms without scrolling after which the view is being read
  const top = 5000; // ms at the top of the page after which it is read anew
  let place = ''; // id of the block that was read last; "" for the page's top
  let timer = 0;

  const here = () => {
    const first = blocks.find((b) => b.getBoundingClientRect().bottom > 8);
    return first ? first.id : '';
  };
  // The switch is at the top, so being there a moment does not count.
  const scrolled = () => {
    clearTimeout(timer);
    timer = window.scrollY > 0
      ? setTimeout(() => { place = here(); }, rest)
      : setTimeout(() => { place = ''; }, top);
  };
  const named = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const block = target && blocks.find((b) => b === target || target.contains(b));
    if (block) place = block.id;
  };

  named();
  addEventListener('hashchange', named);
  addEventListener('scroll', scrolled, { passive: true });
  for (const a of links) {
    a.addEventListener('click', () => {
      if (place) a.hash = place;
    });
  }
})();
