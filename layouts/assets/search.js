import './index.js';
import './words.js';
import './find.js';
// The search page: shows what find.js finds, all of it as text.
(() => {
  'use strict';
  const page = document.getElementById('page_search');
  const { find, facets, row, passage } = window.dossierFind;
  const { root } = document.getElementById('page_main').dataset;
  const $ = (id) => document.getElementById('search_' + id);
  const field = $('field'), status = $('status'), list = $('hits'), more = $('more'), filters = $('filters'), clear = $('clear');

  // make makes an element; a property that is empty is left out.
  const make = (name, props, ...children) => {
    const e = document.createElement(name);
    for (const key in props) if (props[key]) e[key] = props[key];
    e.append(...children);
    return e;
  };
  const number = (n) => String(n).replace(/\d/g, (d) => [...page.dataset.digits][(+d || 10) - 1]);
  // say gives some of the page's words, with another text or element in the place of "{}".
  const say = (key, put) => {
    const p = $('words').content.querySelector('.' + key).cloneNode(true), words = p.firstElementChild || p;
    const [before, after] = words.textContent.split('{}');
    if (put) words.replaceChildren(before, put, after);
    return p;
  };

  const reach = 220; // characters of a passage
  // excerpt puts the part of a passage around its first mark into an element.
  const excerpt = (to, { text, at }) => {
    // whole is a place that parts no sign from what belongs to it.
    const whole = (i) => /[\p{M}\uDC00-\uDFFF]/u.test(text[i]) ? whole(i - 1) : i;
    let from = 0, end = text.length;
    if (end > reach * 1.3) {
      if (at[0]?.[1] > 70) from = at[0][1] - 70;
      if (from) from = whole(from + text.slice(from, from + 30).search(' ') + 1);
      const space = text.lastIndexOf(' ', from + reach);
      end = Math.min(end, space > from + 110 ? space : whole(from + reach));
      end -= /[,;:،、]/.test(text[end - 1]); // none before the dots
    }
    if (from) to.append('…');
    for (const [, a, b] of at) {
      if (a < from || b > end) continue;
      to.append(text.slice(from, a), make('mark', {}, text.slice(a, b)));
      from = b;
    }
    to.append(text.slice(from, end), end < text.length ? '…' : '');
  };

  // Of the first three hits the texts are loaded at once.
  const item = async ({ doc }, i) => {
    const { marks } = answer, r = await row(doc), p = await passage(doc, r, marks, i < 3);
    const link = make('a', { href: (root + r.path).split('/').map(encodeURIComponent).join('/'), dir: 'auto', lang: r.titleIn }, r.title);
    // lead makes it lead to a passage; of the other hits when they are about to be followed.
    const lead = ({ id }) => id && (link.hash = 'p_' + id);
    lead(p);
    link.onpointerover = link.onfocus = async () => !link.hash && lead(await passage(doc, r, marks, 1));
    const facts = make('span', { className: 'facts' });
    for (const [words, lang] of [[r.kind, r.kindIn], [r.date, r.dateIn], [r.note, r.noteIn]]) {
      if (words) facts.append(make('span', {}, make('bdi', { lang }, words)), ' ');
    }
    const summary = make('p', { className: 'summary', dir: 'auto', lang: r.lang });
    excerpt(summary, p);
    return make('li', {}, link, ' ', facts, p.text ? summary : '');
  };

  // What is asked: the question, q, and the filters by kind, country and year. The
  // history holds it, and of a reader who comes back from a hit, which it was, at, of
  // how many.
  const groups = ['k', 'c', 'y'];
  const address = new URLSearchParams(location.search), past = history.state || {};
  const asked = {};
  for (const key of ['q', ...groups]) asked[key] = past[key] ?? address.get(key) ?? '';
  const query = (of) => new URLSearchParams(Object.entries(of).filter(([, value]) => value));
  const remember = (place) => {
    const kept = query(asked), state = { ...asked, ...place };
    try {
      history.replaceState(state, '', location.pathname + (kept + '' && '?' + kept) + location.hash);
    } catch { // some browsers refuse it from disk
      history.replaceState(state, '');
    }
    for (const a of document.querySelectorAll('.editions a[hreflang]')) a.search = asked.q && kept;
  };

  let turn = 0; // of the latest question
  let answer, kept; // what is found, and what of it passes the filters

  // show adds hits to the list, or makes a new list of them, and gives the first.
  const show = async (count, fresh) => {
    const mine = turn, from = list.children.length, at = fresh ? 0 : from;
    const items = await Promise.all(kept.slice(at, at + count).map(item));
    if (mine !== turn || list.children.length !== from) return;
    if (fresh) list.replaceChildren();
    list.append(...items);
    more.hidden = at + count >= kept.length;
    return items[0];
  };

  // filter finds what passes the filters. What each choice of one would leave is
  // reckoned with the others as they are.
  const filter = async () => {
    const chosen = groups.filter((group) => asked[group]);
    const all = chosen[0] || filters.open ? await facets() : [];
    const passing = (but) => {
      const sets = chosen.filter((group) => group !== but).map((group) => all.find((f) => f.group === group && f.id === asked[group])?.of);
      return answer.hits.filter(({ doc }) => sets.every((of) => of?.has(doc)));
    };
    const order = new Intl.Collator(page.dataset.lang);
    for (const group of all[0] ? groups : []) {
      const select = $(group), docs = new Set(passing(group).map(({ doc }) => doc)), options = [];
      for (const { id: value, name, of } of all.filter((f) => f.group === group)) {
        const n = [...of.keys()].filter((doc) => docs.has(doc)).length;
        if (n || value === asked[group]) options.push(make('option', { value }, `${group === 'y' ? number(name) : name} (${number(n)})`));
      }
      select.length = 1;
      select.append(...options.sort((a, b) => order.compare(a.text, b.text)));
      select.value = asked[group];
      select.parentNode.hidden = !options[0];
    }
    clear.hidden = !chosen[0];
    return passing();
  };

  const failed = () => {
    filters.hidden = more.hidden = true;
    list.replaceChildren();
    status.replaceChildren(say('failed'));
  };
  const step = 10; // hits that are shown at once
  let waiting;
  const search = async (count = step) => {
    clearTimeout(waiting);
    const mine = ++turn;
    asked.q = field.value.trim();
    remember();
    if (!asked.q) {
      filters.hidden = clear.hidden = more.hidden = true;
      list.replaceChildren();
      status.replaceChildren();
      return;
    }
    try {
      const found = await find(field.value);
      if (mine !== turn) return;
      answer = found;
      const passing = await filter();
      if (mine !== turn) return;
      kept = passing;
      await show(count, true);
      if (mine !== turn) return;
      const { hits, near, part, meant } = answer;
      filters.hidden = !hits[0];
      status.replaceChildren(hits[0] ? say('count', number(kept.length)) : say('none'));
      if (meant) status.append(say('meant', make('a', { href: '?' + query({ ...asked, q: meant }), dir: 'auto' }, meant)));
      else if (hits[0] && (near || part)) status.append(say('near'));
    } catch {
      if (mine === turn) failed();
    }
  };

  const pause = 250; // ms without a key after which a question is answered
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, pause);
  });
  page.addEventListener('keydown', (e) => {
    const stops = [field, ...list.querySelectorAll('a'), more], at = stops.indexOf(e.target);
    if (at < 0 || e.isComposing || e.ctrlKey || e.altKey || e.metaKey || e.shiftKey) return;
    let to = stops[at + { ArrowDown: 1, ArrowUp: -1 }[e.key]];
    if (e.key === 'Escape') {
      to = field;
      if (!at) field.value = '';
    }
    if (to) {
      e.preventDefault();
      to.focus();
    }
    if (!at && /^E/.test(e.key)) search(); // Enter and Escape
  });
  list.addEventListener('click', (e) => {
    const at = [...list.querySelectorAll('a')].indexOf(e.target.closest('a'));
    if (at >= 0) remember({ at, count: list.children.length });
  });
  more.addEventListener('click', () => show(step).then((item) => item?.querySelector('a').focus(), failed));
  filters.addEventListener('toggle', () => answer && filter().catch(failed));
  for (const group of groups) {
    $(group).addEventListener('change', (e) => {
      asked[group] = e.target.value;
      search();
    });
  }
  clear.addEventListener('click', () => {
    for (const group of groups) asked[group] = '';
    search();
    field.focus();
  });

  page.hidden = false;
  field.value = asked.q;
  filters.open = groups.some((group) => asked[group]);
  if (!location.hash) field.focus({ preventScroll: true });
  if (asked.q) search(past.count).then(() => list.children[past.at]?.querySelector('a').focus());
})();
