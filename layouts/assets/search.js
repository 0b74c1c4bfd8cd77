// The search page: shows what find.js finds, all of it as text.
(() => {
  'use strict';
  const page = document.getElementById('page_search');
  if (!page) return;
  const { find, facets, row, passage } = window.dossierFind;
  const { root } = document.getElementById('page_main').dataset;
  const $ = (id) => document.getElementById('search_' + id);
  const field = $('field'), status = $('status'), list = $('hits'), more = $('more'), filters = $('filters');
  const say = page.dataset;

  const reach = 220; // characters of a passage
  const show = (to, { text, at }) => {
    const signs = (s) => [...s].length;
    let from = 0, end = text.length;
    if (signs(text) > reach * 1.3) {
      from = at.length ? Math.max(0, at[0][1] - reach / 3) : 0;
      const space = from && text.indexOf(' ', from);
      if (from && space > 0 && space < from + 30) from = space + 1;
      end = Math.min(text.length, from + reach);
      const last = end < text.length ? text.lastIndexOf(' ', end) : -1;
      if (last > from + reach / 2) end = last;
      if (/[\uDC00-\uDFFF]/.test(text[from])) from--;
      if (end < text.length && /[\uDC00-\uDFFF]/.test(text[end])) end--;
    }
    if (from) to.append('…');
    let before = from;
    for (const [, a, b] of at) {
      if (a < before || b > end) continue;
      const mark = document.createElement('mark');
      mark.textContent = text.slice(a, b);
      to.append(text.slice(before, a), mark);
      before = b;
    }
    to.append(text.slice(before, end));
    if (end < text.length) to.append('…');
  };

  // What the page shows.

  const element = (name, attributes, ...children) => {
    const e = document.createElement(name);
    for (const [k, v] of Object.entries(attributes)) if (v) e.setAttribute(k, v);
    e.append(...children);
    return e;
  };

  const item = async (hit, marks) => {
    const r = await row(hit.doc);
    const p = passage(r, marks);
    const li = document.createElement('li');
    const href = (root + r.path).split('/').map(encodeURIComponent).join('/') + (p.id ? '#p_' + p.id : '');
    const facts = element('span', { class: 'facts' });
    for (const [words, lang] of [[r.kind, r.kindIn], [r.date, r.dateIn], [r.note, r.noteIn]]) {
      if (words) facts.append(element('span', {}, element('bdi', { lang }, words)), ' ');
    }
    li.append(element('bdi', {}, element('a', { href, lang: r.titleIn }, r.title)), ' ', facts);
    if (p.text) {
      const summary = element('p', { class: 'summary', lang: r.lang, dir: 'auto' });
      show(summary, p);
      li.append(summary);
    }
    return li;
  };

  const step = 10; // hits that are shown at once
  let turn = 0; // of the latest question
  let answer = null, shown = 0;
  const chosen = { k: '', c: '', y: '' }; // filters

  const showMore = async () => {
    const mine = turn, hits = answer.kept.slice(shown, shown + step);
    const items = await Promise.all(hits.map((hit) => item(hit, answer.marks)));
    if (mine !== turn) return;
    list.append(...items);
    shown += hits.length;
    more.hidden = shown >= answer.kept.length;
    return items[0];
  };

  const filtered = async () => {
    if (!Object.values(chosen).some(Boolean)) return answer.hits;
    let kept = answer.hits;
    for (const { group, id, of } of await facets()) {
      if (id === chosen[group]) kept = kept.filter((hit) => of.has(hit.doc));
    }
    return kept;
  };

  const showFilters = async () => {
    if (!filters.open || !answer) return;
    const mine = turn, kept = new Set(answer.kept.map((hit) => hit.doc));
    const options = { k: [], c: [], y: [] };
    for (const { group, id, name, of } of await facets()) {
      let n = 0;
      for (const doc of of.keys()) if (kept.has(doc)) n++;
      if (n || chosen[group] === id) options[group].push([id, name, n]);
    }
    if (mine !== turn) return;
    const order = new Intl.Collator(say.lang, { numeric: true });
    for (const group of Object.keys(options)) {
      const select = $('filter_' + group);
      options[group].sort((a, b) => order.compare(a[1], b[1]));
      select.replaceChildren(element('option', { value: '' }, say.all), ...options[group].map(([id, name, n]) => element('option', { value: id }, `${name} (${n})`)));
      select.value = chosen[group];
      select.closest('label').hidden = !options[group].length;
    }
  };

  const remember = (question) => {
    const state = new URLSearchParams();
    if (question) state.set('q', question);
    for (const [group, id] of Object.entries(chosen)) if (id) state.set(group, id);
    try {
      history.replaceState(null, '', '?' + state + location.hash);
    } catch { /* some browsers refuse it from disk */ }
  };

  const search = async () => {
    const mine = ++turn, question = field.value;
    remember(question.trim());
    page.classList.toggle('searching', question.trim() !== '');
    if (!question.trim()) {
      answer = null;
      list.replaceChildren();
      more.hidden = filters.hidden = true;
      status.textContent = '';
      return;
    }
    try {
      const found = await find(question);
      if (mine !== turn) return;
      answer = found;
      const kept = await filtered();
      if (mine !== turn) return;
      answer.kept = kept;
      list.replaceChildren();
      shown = 0;
      filters.hidden = !answer.hits.length;
      await showMore();
      if (mine !== turn) return;
      status.textContent = !kept.length ? say.none : [say.count.replace('{}', kept.length), answer.slip || answer.part ? say.near : ''].filter(Boolean).join(' ');
      await showFilters();
    } catch (e) {
      if (mine === turn) status.textContent = say.failed;
    }
  };

  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 120);
  });
  field.addEventListener('keydown', (e) => {
    if (e.isComposing) return;
    if (e.key === 'Enter') {
      clearTimeout(waiting);
      search();
    } else if (e.key === 'Escape' && field.value) {
      e.preventDefault();
      field.value = '';
      search();
    } else if (e.key === 'ArrowDown' && list.querySelector('a')) {
      e.preventDefault();
      list.querySelector('a').focus();
    }
  });
  list.addEventListener('keydown', (e) => {
    const links = [...list.querySelectorAll('a')], at = links.indexOf(document.activeElement);
    const to = { ArrowDown: at + 1, ArrowUp: at - 1 }[e.key];
    if (e.key === 'Escape' || to === -1) field.focus();
    else if (to !== undefined && links[to]) links[to].focus();
    else return;
    e.preventDefault();
  });
  more.addEventListener('click', async () => {
    const first = await showMore();
    if (first) first.querySelector('a').focus();
  });
  filters.addEventListener('toggle', showFilters);
  for (const group of Object.keys(chosen)) {
    $('filter_' + group).addEventListener('change', (e) => {
      chosen[group] = e.target.value;
      search();
    });
  }

  const state = new URLSearchParams(location.search);
  for (const group of Object.keys(chosen)) chosen[group] = state.get(group) || '';
  filters.open = Object.values(chosen).some(Boolean);
  $('form').hidden = false;
  field.value = state.get('q') || '';
  if (field.value) search();
  if (!location.hash) field.focus({ preventScroll: true });
})();
