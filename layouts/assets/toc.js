// Marks in the contents of a text the section that is being read, names it where they
// are folded, and folds them again once a section is chosen where they cover the text.
// Two languages one below the other are long: on a telephone their sections are folded,
// but for the first and the one that the address names.
(() => {
  const toc = document.querySelector('.toc');
  if (!toc) return;
  const fold = toc.querySelector('details');
  const [summary, list] = fold.children;
  let at;
  const show = () => {
    for (const box of [toc, list]) if (at) box.scrollTop = at.offsetTop - box.clientHeight / 2;
  };
  fold.addEventListener('toggle', show);
  list.addEventListener('click', (e) => {
    if (e.target.closest('a') && getComputedStyle(summary).display !== 'none') fold.open = false;
  });
  for (const a of toc.querySelectorAll('a')) {
    const section = document.getElementById(decodeURIComponent(a.hash.slice(1)));
    new IntersectionObserver((seen) => {
      if (!seen.pop().isIntersecting) return;
      if (at) at.removeAttribute('aria-current');
      (at = a).setAttribute('aria-current', 'location');
      summary.dataset.at = section.querySelector('.number').textContent + ' ' + a.querySelector('bdi').textContent;
      show();
    }, { rootMargin: '-33% 0% -66%' }).observe(section);
  }
  const both = [...document.querySelectorAll('.both')];
  if (innerWidth < 736) for (const details of both.slice(1)) details.open = false;
  const reveal = () => {
    const to = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const of = both.find((details) => !details.open && details.parentNode.contains(to));
    if (!of) return;
    of.open = true;
    to.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  reveal();
})();
