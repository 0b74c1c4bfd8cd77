// Finds what the reader asks for in the index that the program has made (package
// search has the format). It loads the few files that a question needs, as
// scripts, so that it works from disk, and shows all it finds as text.
(() => {
  'use strict';
  const page = document.getElementById('page_search');
  if (!page) return;
  const { words, fold, keys, stems } = window.dossierWords;
  const $ = (id) => document.getElementById('search_' + id);
  const field = $('field'), status = $('status'), list = $('hits'), more = $('more'), filters = $('filters');
  const say = page.dataset;

  // Files of the index.

  const data = new Map(), asked = new Map();
  window.dossierSearch = (name, value) => data.set(name, value);
  const load = (name) => {
    if (!asked.has(name)) {
      asked.set(name, new Promise((done, failed) => {
        const script = document.createElement('script');
        script.src = say.index + name + '.js';
        script.onload = () => { script.remove(); done(data.get(name)); };
        script.onerror = () => { script.remove(); asked.delete(name); failed(new Error(name)); };
        document.head.append(script);
      }));
    }
    return asked.get(name);
  };

  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
  const value = Object.fromEntries([...digits].map((c, i) => [c, i]));
  // number reads one number of a text and says where it ends.
  const number = (text, at) => {
    let n = 0, scale = 1, digit;
    do {
      digit = value[text[at++]];
      n += (digit & 31) * scale;
      scale *= 32;
    } while (digit & 32);
    return [n, at];
  };

  let meta, files; // files: prefix → the number of its parts, 0 for a file of many terms
  const begin = async () => {
    if (meta) return;
    const loaded = await load('meta');
    files = new Map(loaded.prefixes.split(' ').map((p) => {
      const [prefix, parts] = p.split('.');
      return [parts ? prefix + '.' : prefix, +(parts || 0)];
    }));
    meta = { ...loaded, months: new Map(Object.entries(loaded.months)) };
  };
  const fileName = (prefix) => 't' + [...prefix].map((c) => '-' + c.codePointAt(0).toString(16)).join('');

  const tables = new Map();
  // table is the terms of a file, in order, each with its list.
  const table = async (prefix, parts) => {
    const key = prefix + (parts ? '.' : '');
    if (!tables.has(key)) {
      const names = parts ? Array.from({ length: parts }, (_, i) => fileName(prefix) + '.' + i) : [fileName(prefix)];
      const cells = (await Promise.all(names.map(load))).join('').split(' ');
      const terms = new Map();
      let before = [];
      for (let i = 0; i + 1 < cells.length; i += 2) {
        const [shared, at] = number(cells[i], 0);
        before = [...before.slice(0, shared), ...cells[i].slice(at)];
        terms.set(before.join(''), cells[i + 1]);
      }
      tables.set(key, terms);
    }
    return tables.get(key);
  };

  // tableOf is the table that has a term, if any has.
  const tableOf = (term) => {
    if (files.has(term + '.')) return table(term, files.get(term + '.'));
    const signs = [...term];
    for (let n = 0; n <= signs.length; n++) {
      const prefix = signs.slice(0, n).join('');
      if (files.has(prefix)) return table(prefix, 0);
    }
    return Promise.resolve(new Map());
  };

  // tablesFrom are some of the tables whose terms begin with a text.
  const mostTables = 6;
  const tablesFrom = async (start) => {
    const own = await tableOf(start);
    const below = [...files].filter(([p, parts]) => p !== start && p.startsWith(start) && !parts).slice(0, mostTables);
    return [own, ...await Promise.all(below.map(([p]) => table(p, 0)))];
  };

  const lists = new Map();
  // documents are those of a list, with how well each says the term, from 0 to 1.
  const documents = (text) => {
    if (!lists.has(text)) {
      const of = new Map();
      let doc = -1, at = 0, n;
      while (at < text.length) {
        [n, at] = number(text, at);
        doc += Math.floor(n / 8) + 1;
        of.set(doc, (n % 8 + 1) / 8);
      }
      lists.set(text, of);
    }
    return lists.get(text);
  };
  const rarity = (of) => Math.log(1 + (meta.documents - of.size + 0.5) / (of.size + 0.5));

  // What is asked for.

  const month = (word) => keys(word).map((k) => meta.months.get(k)).find(Boolean);
  const pad = (n) => String(n).padStart(2, '0');

  // parse parts a question into pieces: words, phrases and times.
  const parse = (question) => {
    const pieces = [];
    let rest = question.normalize('NFC').replace(/["«“„”]([^"«»“”„]+)["»”“]/gu, (_, phrase) => {
      const of = words(phrase).map(([w]) => w);
      if (of.length) pieces.push({ phrase: of.map(keys) });
      of.forEach((word) => pieces.push({ word, whole: true }));
      return ' ';
    });
    rest = rest.replace(/(^|[^\p{N}])(\d{4})-(\d\d)(-\d\d)?(?!\p{N})/gu, (_, before, y, m, d) => {
      pieces.push({ time: y + '-' + m + (d || '') });
      return before + ' ';
    }).replace(/(\d{4})年(?:(\d{1,2})月(?:(\d{1,2})日)?)?/gu, (_, y, m, d) => {
      pieces.push({ time: y + (m ? '-' + pad(m) : '') + (d ? '-' + pad(d) : '') });
      return ' ';
    });
    const of = words(rest).map(([w]) => w);
    const used = new Set();
    of.forEach((word, i) => {
      const m = month(word);
      if (!m) return;
      const year = [i + 1, i - 1, i + 2, i - 2].find((at) => /^\d{4}$/.test(of[at] || '') && !used.has(at));
      if (year === undefined) return;
      const day = [i - 1, i + 1].find((at) => /^([1-9]|[12]\d|3[01])$/.test(of[at] || '') || /^0[1-9]$/.test(of[at] || ''));
      [i, year, day].forEach((at) => used.add(at));
      pieces.push({ time: of[year] + '-' + pad(m) + (day === undefined ? '' : '-' + pad(of[day])), after: Math.max(i, year) });
    });
    const ends = pieces.filter((p) => p.after !== undefined).map((p) => p.after + 1);
    of.forEach((word, i) => {
      if (used.has(i) || ends.includes(i) && meta.years.includes(word)) return;
      if (/^\d{4}$/.test(word)) pieces.push({ time: word, word });
      else pieces.push({ word, last: i === of.length - 1 && !/\s$/.test(question) });
    });
    return pieces;
  };

  // near reports whether so many slips at most part two words: a letter more, less,
  // another, or two in the wrong order.
  const near = (a, b, most) => {
    if (Math.abs(a.length - b.length) > most) return false;
    let older, old = [...Array(b.length + 1).keys()];
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        row[j] = Math.min(old[j] + 1, row[j - 1] + 1, old[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], older[j - 2] + 1);
      }
      older = old;
      old = row;
    }
    return old[b.length] <= most;
  };

  const isWord = (term) => !/[=@#!]/.test(term);
  const enough = 20; // completions and like words of one word

  // termsOf finds the terms of a word: those it is filed under; else those it begins,
  // those of the same beginning where the language has no stems, and those that are
  // a slip away.
  const termsOf = async (piece) => {
    const { word, last } = piece, found = new Map();
    const add = (term, text, weight) => found.has(term) || found.set(term, { of: documents(text), weight });
    for (const key of keys(word)) {
      const text = (await tableOf(key)).get(key);
      if (text !== undefined) add(key, text, 1);
    }
    const bare = fold(word);
    if (last && bare.length > 1 || !found.size && bare.length > 2) {
      for (const t of await tablesFrom(bare)) {
        for (const [term, text] of t) if (found.size < enough && isWord(term) && term.startsWith(bare)) add(term, text, 0.5);
      }
    }
    if (bare.length > 3 && (!stems || !found.size)) {
      const start = bare.slice(0, Math.max(4, Math.ceil(bare.length * 0.7)));
      for (const t of await tablesFrom(start)) {
        for (const [term, text] of t) if (found.size < enough && isWord(term) && term.startsWith(start) && term.length < bare.length + 5) add(term, text, 0.6);
      }
      if (!found.size) { // the longest beginning of the word that is a term
        let best = '';
        for (const term of (await tableOf(bare)).keys()) if (term.length > 3 && term.length > best.length && bare.length - term.length < 6 && bare.startsWith(term)) best = term;
        if (best) add(best, (await tableOf(best)).get(best), 0.6);
      }
    }
    if (!found.size && bare.length > 3) {
      const slips = bare.length > 7 ? 2 : 1, like = keys(word);
      const tables = [await tableOf(bare), ...await tablesFrom([...bare][0])];
      for (let n = 1; n <= slips && !found.size; n++) {
        for (const t of tables) {
          for (const [term, text] of t) if (found.size < enough && isWord(term) && [bare, ...like].some((w) => near(term, w, n))) add(term, text, 0.5);
        }
      }
      piece.slip = found.size > 0;
    }
    return found;
  };

  // named finds the entities that neighbouring words name, the whole question or a
  // part of it.
  const named = async (pieces) => {
    const mostWords = 6, out = [];
    for (let i = 0; i < pieces.length; i++) {
      let starts = [''];
      for (let j = i; j < Math.min(pieces.length, i + mostWords) && pieces[j].word; j++) {
        const bare = fold(pieces[j].word);
        const stems = keys(pieces[j].word);
        for (const start of starts) {
          for (const key of stems) {
            const text = (await tableOf(start + key + '=')).get(start + key + '=');
            if (text !== undefined) out.push({ from: i, to: j, of: documents(text), whole: true });
          }
          if (i === 0 && j === pieces.length - 1 && (start + bare).length > 1) {
            for (const t of await tablesFrom(start + bare)) {
              for (const [term, text] of t) if (term.endsWith('=') && term.startsWith(start + bare)) out.push({ from: i, to: j, of: documents(text), whole: false });
            }
          }
        }
        starts = starts.flatMap((start) => stems.map((key) => start + key + '_')).slice(0, 8);
      }
    }
    return out;
  };

  // find gives the documents that answer a question, best first.
  const find = async (question) => {
    const pieces = parse(question), marks = new Set();
    const asked = pieces.filter((p) => p.word || p.time);
    const sums = [];
    for (const p of asked) {
      const score = new Map();
      const count = (of, weight) => {
        const rare = rarity(of);
        for (const [doc, impact] of of) score.set(doc, Math.max(score.get(doc) || 0, rare * impact * weight));
      };
      if (p.time) {
        const text = (await tableOf('#' + p.time)).get('#' + p.time);
        if (text !== undefined) count(documents(text), 1);
      }
      if (p.word) {
        for (const [term, { of, weight }] of await termsOf(p)) {
          count(of, weight);
          marks.add(term);
        }
      }
      sums.push(score);
    }
    const first = new Map();
    for (const n of await named(asked)) {
      for (const doc of n.of.keys()) {
        if (n.from === 0 && n.to === asked.length - 1) first.set(doc, Math.max(first.get(doc) || 0, n.whole ? 1000 : 500));
        if (!n.whole) continue;
        const term = '@' + doc.toString(36), text = (await tableOf(term)).get(term);
        const naming = text === undefined ? new Map() : documents(text);
        for (let i = n.from; i <= n.to; i++) {
          for (const [d, impact] of naming) sums[i].set(d, Math.max(sums[i].get(d) || 0, rarity(naming) * impact * 0.4));
          sums[i].set(doc, Math.max(sums[i].get(doc) || 0, rarity(naming)));
        }
      }
    }
    const all = new Map();
    for (const score of sums) {
      for (const [doc, s] of score) {
        const x = all.get(doc) || { doc, score: 0, parts: 0 };
        x.score += s;
        x.parts++;
        all.set(doc, x);
      }
    }
    for (const [doc, boost] of first) {
      const x = all.get(doc) || { doc, score: 0, parts: 0 };
      x.score += boost;
      x.parts = asked.length;
      all.set(doc, x);
    }
    const most = Math.max(0, ...[...all.values()].map((x) => x.parts));
    let hits = [...all.values()].filter((x) => x.parts === most || first.has(x.doc));
    hits.sort((a, b) => b.score - a.score || a.doc - b.doc);
    const phrases = pieces.filter((p) => p.phrase).map((p) => p.phrase);
    if (phrases.length) hits = await withPhrases(hits, phrases);
    return { hits, marks, slip: asked.some((p) => p.slip), part: most < asked.length };
  };

  // Rows and texts of documents.

  const row = async (doc) => {
    const of = (await load('d-' + (doc >> meta.rows))).find(([n]) => n === doc);
    const [, path, title, kind, date, note, summary, lang] = of;
    return { path, title, kind, date, note, summary, lang };
  };
  const texts = async (doc) => {
    const [, ...cells] = (await load('x-' + (doc >> meta.texts))).find(([n]) => n === doc);
    const blocks = [];
    for (let i = 0; i < cells.length; i += 2) blocks.push({ id: cells[i], text: cells[i + 1] });
    return blocks;
  };

  const mostPhrases = 200; // documents that are looked into for a phrase
  const withPhrases = async (hits, phrases) => {
    const says = (text, phrase) => {
      const of = words(text).map(([w]) => keys(w));
      return of.some((_, i) => phrase.every((k, j) => of[i + j] && of[i + j].some((x) => k.includes(x))));
    };
    const kept = await Promise.all(hits.slice(0, mostPhrases).map(async (hit) => {
      const { title, summary } = await row(hit.doc);
      const all = [title, summary, ...(await texts(hit.doc)).map((b) => b.text)];
      return phrases.every((p) => all.some((text) => says(text, p)));
    }));
    return hits.filter((_, i) => kept[i]);
  };

  // passage is the part of a document that says most of the words, with its marks.
  const passage = async (doc, summary, marks) => {
    const marked = (text) => words(text).filter(([w]) => keys(w).some((k) => marks.has(k)));
    let best = { text: summary, id: 0, at: marked(summary), kinds: 0 };
    best.kinds = new Set(best.at.map(([w]) => keys(w)[0])).size;
    for (const { id, text } of await texts(doc)) {
      const at = marked(text), kinds = new Set(at.map(([w]) => keys(w)[0])).size;
      if (kinds > best.kinds) best = { text, id, at, kinds };
    }
    return best;
  };

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
    const p = await passage(hit.doc, r.summary, marks);
    const li = document.createElement('li');
    const href = (say.root + r.path).split('/').map(encodeURIComponent).join('/') + (p.id ? '#p_' + p.id : '');
    const facts = element('span', { class: 'facts' });
    for (const words of [meta.kinds[r.kind], r.date, r.note]) if (words) facts.append(element('span', {}, element('bdi', {}, words)), ' ');
    li.append(element('bdi', {}, element('a', { href, lang: r.lang }, r.title)), ' ', facts);
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
    let kept = answer.hits;
    for (const [group, id] of Object.entries(chosen)) {
      if (!id) continue;
      const term = '!' + group + ':' + id, text = (await tableOf(term)).get(term);
      const of = text === undefined ? new Map() : documents(text);
      kept = kept.filter((hit) => of.has(hit.doc));
    }
    return kept;
  };

  const showFilters = async () => {
    if (!filters.open || !answer) return;
    const mine = turn, kept = new Set(answer.kept.map((hit) => hit.doc));
    const options = { k: [], c: [], y: [] };
    for (const t of await tablesFrom('!')) {
      for (const [term, text] of t) {
        const [group, id] = [term[1], term.slice(3)];
        let n = 0;
        for (const doc of documents(text).keys()) if (kept.has(doc)) n++;
        if (n || chosen[group] === id) options[group].push([id, { k: meta.kinds[id], c: meta.countries[id], y: id }[group], n]);
      }
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
      await begin();
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
