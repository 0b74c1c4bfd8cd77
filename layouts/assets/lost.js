// The page for missing pages, at the address where it is shown: leaves what it says in
// the language of the edition that the address lies in, makes its links lead into the
// site wherever that is, and adds one that searches for what the address ends in. Where
// the page does not know the site's address, it tries several ways to this script, and
// more than one may lead here.
(() => {
  'use strict';
  const $ = (all) => [...document.querySelectorAll(all)], page = document.documentElement;
  const main = document.getElementById('page_main'), root = main.dataset.root;
  if (!root) return; // done
  delete main.dataset.root;

  const base = new URL('..', document.currentScript.src).href;
  const into = (href) => href.startsWith(root) ? base + href.slice(root.length) : href;
  for (const a of $('a[href]')) a.setAttribute('href', into(a.getAttribute('href')));

  // What the address ends in may be a misspelt name, which search finds.
  const seek = (section) => {
    const search = [...section.querySelectorAll('a')].find((a) => a.pathname.endsWith('/search.html'));
    let words = location.pathname.split('/').filter((part) => part && !/^index\.\w+$/.test(part)).pop() || '';
    if (/^404\.\w+$/.test(words)) return; // the page itself
    try { words = decodeURIComponent(words); } catch { return; }
    words = words.replace(/\.\w+$/, '').replace(/[-_+.\s]+/g, ' ').trim().slice(0, 80);
    if (!search || !words) return;
    const item = search.closest('li').cloneNode(true), link = item.querySelector('a'), quote = document.createElement('q');
    link.href += '?q=' + encodeURIComponent(words);
    quote.append(words);
    link.append(' ', quote);
    section.querySelector('.items').prepend(item);
  };

  const [first, ...others] = $('.lost');
  const here = others.find((e) => location.href.startsWith(base + e.dataset.folder)) || first;
  for (const e of [first, ...others]) if (e !== here) e.remove();
  const links = [...here.querySelectorAll('.items li')].slice(1).map((li) => li.querySelector('a').cloneNode(true));
  seek(here);
  if (here === first) return;

  for (const e of $('.skip, .editions, .theme, .menu')) e.lang = page.lang; // their words stay
  const { lang, dir, dataset: { site, tab } } = here;
  Object.assign(page, { lang, dir });
  page.dataset.tab = document.title = tab;
  for (const a of $('.brand')) {
    a.textContent = site;
    a.href = base + here.dataset.folder + 'index.html';
    a.removeAttribute('lang');
  }
  for (const a of $('.editions a')) {
    a.removeAttribute('aria-current');
    if (a.lang === lang) a.setAttribute('aria-current', 'true');
  }
  for (const menu of $('.menu ul')) {
    menu.lang = lang;
    menu.replaceChildren(...links.map((a) => {
      const li = document.createElement('li');
      if (a.pathname.endsWith('/search.html')) li.className = 'search';
      li.append(a);
      return li;
    }));
  }
  const small = here.querySelector('h2'), large = document.createElement('h1');
  large.append(...small.childNodes);
  if (small.lang) large.lang = small.lang;
  small.replaceWith(large);
})();
