// Marks in the contents of an article the section that is being read.
(() => {
  let at;
  for (const a of document.querySelectorAll('.toc a')) {
    new IntersectionObserver((seen) => {
      if (!seen.pop().isIntersecting) return;
      if (at) at.removeAttribute('aria-current');
      (at = a).setAttribute('aria-current', 'location');
      const list = a.closest('.toc');
      list.scrollTop = a.offsetTop - list.clientHeight / 2;
    }, { rootMargin: '-20% 0% -79%' }).observe(document.getElementById(decodeURIComponent(a.hash.slice(1))));
  }
})();
