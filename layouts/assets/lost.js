// The page for missing pages, at the address where it is shown: leaves what it says in
// the language of the edition that the address lies in, makes its links lead into the
// site wherever that is, and has a field to search for what the address ends in. Where
// the page does not know the site's address, it tries several ways to this script, and
// more than one may lead here.
(() => {
  'use strict';
  const $ = (all) => [...document.querySelectorAll(all)], page = document.documentElement;
  const main = document.getElementById('page_main'), root = main.dataset.root;
  if (!root) return; // done
  delete main.dataset.root;

  // The script that makes the buttons of themes may have been found in several ways, too.
  addEventListener('DOMContentLoaded', () => {
    for (const group of $('.theme')) for (const button of [...group.children].slice(3)) button.remove();
  });

  const base = new URL('..', document.currentScript.src).href;
  const into = (href) => href.startsWith(root) ? base + href.slice(root.length) : href;
  for (const a of $('a[href]')) a.setAttribute('href', into(a.getAttribute('href')));

  // What the address ends in may be a misspelt name, which search finds.
  const ending = () => {
    let words = location.pathname.split('/').filter((part) => part && !/^index\.\w+$/.test(part)).pop() || '';
    if (/^404\.\w+$/.test(words)) return ''; // the page itself
    try { words = decodeURIComponent(words); } catch { return ''; }
    return words.replace(/\.\w+$/, '').replace(/[-_+.\s]+/g, ' ').trim().slice(0, 80);
  };
  const make = (name, props, ...children) => {
    const e = Object.assign(document.createElement(name), props);
    e.append(...children);
    return e;
  };
  // seek puts a field for a search in the place of the link to it. The policy of the page
  // lets no form be sent: the script goes to the address.
  const seek = (list) => {
    const search = [...list.querySelectorAll('a')].find((a) => a.pathname.endsWith('/search.html'));
    if (!search) return;
    const field = make('input', { type: 'search', id: 'search_lost', value: ending(), dir: 'auto', autocomplete: 'off' });
    const form = make('form', { className: 'finder' }, make('label', { htmlFor: field.id }, list.parentNode.parentNode.dataset.field), ' ', field, ' ', make('button', {}, search.textContent));
    form.setAttribute('role', 'search');
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      location.href = search.href + '?q=' + encodeURIComponent(field.value);
    });
    list.before(form);
    search.closest('li').remove();
  };

  const [first, ...others] = $('.lost');
  const here = others.find((e) => location.href.startsWith(base + e.dataset.folder)) || first;
  for (const e of [first, ...others]) if (e !== here) e.remove();
  const links = [...here.querySelectorAll('.items a')].slice(1).map((a) => a.cloneNode(true)); // those of the menu
  seek(here.querySelector('.items'));
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
