// Finds what the reader asks for in the index of the edition (package search has
// the format), of which it loads the few files that a question needs.
(() => {
  'use strict';
  if (!window.dossierWords) return;
  const { words, fold, keys, stems } = window.dossierWords;
  const { load } = window.dossierIndex;

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
    meta = { ...loaded, months: new Map(Object.entries(loaded.months)), slight: new Set(loaded.slight) };
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
  const listed = async (term) => documents((await tableOf(term)).get(term) || '');
  const rarity = (of) => Math.log(1 + (meta.documents - of.size + 0.5) / (of.size + 0.5));
  const raise = (map, key, n) => map.set(key, Math.max(map.get(key) || 0, n));

  // What is asked for.

  const mostWords = 12;
  const pad = (n) => n && String(n).padStart(2, '0');
  const quoted = /["«»“„”「『《]([^"«»“”„」』》]+)["»«”“」』》]/g;
  const inDigits = /(?<![\p{L}\p{N}])(?:(\d{4})\s*[-/.年년]\s*(\d\d?)(?:\s*[-/.月월]\s*(\d\d?))?\s*[月월日일]?|(?:(\d\d?)[-/.])?(\d\d?)[-/.](\d{4}))(?!\d)/gu;
  const decades = /(\d{3}0)(?:['’]?s|er|-\p{L}{1,2})(?![\p{L}\d])/gu;
  const dates = /YMD|YDM|D?MY|MDY|YM|DM|MD|[TYM]/g;

  // parse parts a question into pieces, words and a time, and phrases.
  const parse = (question) => {
    const phrases = [], pieces = [];
    const rest = question.replace(quoted, (_, phrase) => {
      const of = words(phrase);
      if (of.length) phrases.push(of.map(([w]) => keys(w)));
      for (const [word] of of) pieces.push({ word, whole: true });
      return ' ';
    }).replace(/\p{Nd}/gu, (c) => words(c)[0][0]).replace(inDigits, (all, y, m, d, day, month, year) => {
      if (year) [y, m, d] = day && month > 12 ? [year, day, month] : [year, month, day];
      return m > 12 ? all.replace(/\D/g, ' ') : ` ${y}x${pad(m)}x${pad(d) || ''} `; // one word
    }).replace(decades, '$1d');
    const all = words(rest).map(([word, start, end]) => {
      const month = keys(word).map((k) => meta.months.get(k)).find(Boolean);
      return { word, raw: rest.slice(start, end), month, slight: !month && meta.slight.has(fold(word)) };
    }).slice(0, mostWords);
    if (all.length && !/\s$/.test(question)) all[all.length - 1].last = true;
    // Of the words that matter, one letter each says what of a date they may be.
    const solid = all.filter((p) => !p.slight);
    const signs = solid.map(({ word, month }) => month ? 'M' : /^\d{4}$/.test(word) ? 'Y' : /^\d{4}[xd]/.test(word) ? 'T' : /^(0?[1-9]|[12]\d|3[01])\p{L}{0,2}$/u.test(word) ? 'D' : '-').join('');
    const found = [...signs.matchAll(dates)].map(({ 0: sign, index }) => {
      const at = {};
      [...sign].forEach((s, i) => { at[s] = solid[index + i]; });
      const [y, m, d] = at.T ? at.T.word.split('x') : [at.Y && at.Y.word, at.M && at.M.month, at.D && parseInt(at.D.word)];
      return { at: Object.values(at), sign, from: index, to: index + sign.length, y, end: [m, d].filter(Boolean).map((n) => '-' + pad(n)).join('') };
    });
    const time = { of: [] };
    for (const f of found) {
      const beside = found.find((x) => x.y && (x.from === f.to || x.to === f.from)) || {};
      const y = f.y || beside.y;
      if (!y && f.sign === 'M' && signs !== 'M') continue; // "may" is a word, too
      if (y) time.of.push(...y[4] ? [y.slice(0, 4), y.slice(0, 3) + 9] : [y + f.end]);
      else time.end = f.end;
      for (const p of f.at) p.time = time;
      if (f.sign.length === 1 && f.sign !== 'T') time.word = f.at[0].word;
    }
    time.of.sort();
    for (const p of all) if (!p.time) pieces.push(p); else if (!pieces.includes(time)) pieces.push(time);
    if (found.length > 1) delete time.word;
    if (pieces.every((p) => p.slight)) for (const p of pieces) p.slight = false;
    return { pieces, phrases };
  };

  // near reports whether so many slips at most part two words: a letter more, less,
  // another, or two in the wrong order.
  const near = (a, b, most) => {
    let i = 0;
    while (a[i] && a[i] === b[i]) i++;
    const but = (m, n) => near(a.slice(i + m), b.slice(i + n), most - 1);
    return a === b || most > 0 && Math.abs(a.length - b.length) <= most
      && (but(1, 0) || but(0, 1) || but(1, 1) || a[i] === b[i + 1] && a[i + 1] === b[i] && but(2, 2));
  };

  const enough = 20; // terms of one word
  // names are those that the page lists.
  const names = () => [...document.querySelectorAll('.register a')].map((a) => a.textContent);

  // termsOf finds the terms of a word, each with its documents and a weight: those it
  // is filed under; else those it begins, those a slip away, and those of the same
  // beginning. Where the language has no stems, these come first.
  const termsOf = async (piece) => {
    const { word, last, whole } = piece, bare = fold(word), like = keys(word), found = new Map();
    const add = (term, text, weight) => found.has(term) || found.size < enough && found.set(term, { of: documents(text), weight });
    const scan = async (starts, weight, test) => {
      for (const t of (await Promise.all(starts.map(tablesFrom))).flat()) {
        for (const [term, text] of t) if (!/[=@#!]/.test(term) && test(term)) add(term, text, weight);
      }
    };
    for (const key of like) {
      const text = (await tableOf(key)).get(key);
      if (text !== undefined) add(key, text, 1);
    }
    piece.terms = stems ? [...found.keys()] : [];
    if (whole) return found;
    if (last && bare.length > 1 || !found.size && bare.length > 2) await scan([bare], 0.5, (term) => term.startsWith(bare));
    const start = bare.slice(0, Math.max(4, Math.round(bare.length * 0.65 + 0.6)));
    const related = () => scan([start], 0.6, (term) => term.startsWith(start) && term.length < bare.length + 5 || bare.startsWith(term) && term.length > Math.max(3, bare.length - 6));
    const slips = async (n) => {
      if (found.size) return;
      const alike = (w) => near(w, bare, n) || near(w, like[0], n);
      for (const [w] of words(names().join(' '))) {
        if (alike(fold(w))) for (const key of keys(w)) add(key, (await tableOf(key)).get(key) || '', 0.5);
      }
      await scan([bare, bare[0], bare[1]], 0.5, alike);
      piece.slip = found.size > 0;
    };
    if (bare.length > 3) {
      if (!stems) await related();
      await slips(1);
      if (!found.size) await related();
      if (bare.length > 7) await slips(2);
    }
    if (!piece.terms.length) piece.terms = [...found.keys()].slice(0, 8);
    return found;
  };

  // timed are the documents of a time.
  const timed = async ({ of, end }) => {
    const [from, to] = [of[0], of[of.length - 1]], out = new Map();
    if (from && from === to) return listed('#' + from);
    for (const t of await tablesFrom('#')) {
      for (const [term, text] of t) {
        const at = term.slice(1);
        if (from ? at >= from && at <= to + '~' : at.slice(4) === end) for (const [doc, n] of documents(text)) raise(out, doc, n);
      }
    }
    return out;
  };

  // named finds the entities that neighbouring words name, and those whose name
  // begins with all that is asked.
  const named = async (pieces) => {
    const mostJoined = 6, out = [], last = pieces.length - 1;
    for (let i = 0; i <= last; i++) {
      if (pieces[i].slight && (i === last || pieces[i + 1].slight)) continue;
      let starts = [''];
      const before = pieces.slice(0, i).every((p) => p.slight);
      for (let j = i; j < Math.min(last + 1, i + mostJoined) && pieces[j].word; j++) {
        const bare = fold(pieces[j].word), terms = pieces[j].terms || keys(pieces[j].word);
        const all = before && pieces.slice(j + 1).every((p) => p.slight);
        for (const start of starts) {
          for (const key of terms) out.push({ from: i, to: j, all: all && 1000, of: await listed(start + key + '=') });
          if (!all || j < last || bare.length < 2) continue;
          for (const begin of new Set([bare, ...terms].map((key) => start + key))) {
            for (const t of await tablesFrom(begin)) {
              for (const [term, text] of t) if (term.endsWith('=') && term.startsWith(begin)) out.push({ all: 400 + 100 * begin.length / term.length, of: documents(text) });
            }
          }
        }
        starts = starts.flatMap((start) => terms.map((key) => start + key + '_')).slice(0, 8);
      }
    }
    return out;
  };

  // find gives the documents that answer a question, best first, and the question
  // without the slips that it seems to have.
  const read = 5; // texts for ten hits
  let ranks;
  const find = async (question) => {
    await begin();
    question = question.replace(/[！-～]/g, (c) => c.normalize('NFKC')).normalize('NFC');
    const { pieces, phrases } = parse(question), marks = new Map(), first = new Map();
    const scores = pieces.map(() => new Map());
    const count = (i, of, weight) => {
      for (const [doc, impact] of of) raise(scores[i], doc, rarity(of) * impact * weight);
    };
    await Promise.all(pieces.map(async (p, i) => {
      if (p.slight) return;
      if (p.of) count(i, await timed(p), 1);
      if (!p.word) return;
      for (const [term, { of, weight }] of await termsOf(p)) {
        count(i, of, weight);
        marks.set(term, i);
      }
    }));
    const turned = (await named([...pieces].reverse())).map(({ all, of }) => ({ all, of })); // Putin Vladimir
    for (const { from, to, all, of } of [...await named(pieces), ...turned]) {
      for (const doc of of.keys()) {
        if (all) raise(first, doc, all);
        if (to === undefined) continue;
        const naming = await listed('@' + doc.toString(36));
        for (let i = from; i <= to; i++) if (!pieces[i].slight) count(i, naming, 0.4 / (to - from + 1));
      }
    }
    const hits = new Map();
    scores.forEach((of) => of.forEach((s, doc) => {
      const x = hits.get(doc) || { doc, score: first.get(doc) || 0, parts: 0 };
      x.score += s;
      x.parts++;
      hits.set(doc, x);
    }));
    const most = Math.max(0, ...[...hits.values()].map((x) => x.parts));
    let kept = [...hits.values()].filter((x) => x.parts === most || first.has(x.doc)).sort((a, b) => b.score - a.score || a.doc - b.doc);
    if (phrases.length) kept = await withPhrases(kept, phrases);
    const slips = pieces.filter((p) => p.slip);
    ranks = new Map(kept.map(({ doc }, i) => [doc, i]));
    return { hits: kept, marks, slip: slips.length > 0, part: most < pieces.filter((p) => !p.slight).length, meant: await spelled(question, slips, kept) };
  };

  // spelled is a question with the words that are likely instead of slips, as names
  // or the first hit spell them.
  const spelled = async (question, slips, [hit]) => {
    if (!slips.length || !hit) return '';
    const { title, summary } = await row(hit.doc), text = [...names(), title, summary].join('\n'), of = words(text);
    let out = question;
    for (const { raw, terms } of slips) {
      const [, start, end] = terms.map((term) => of.find(([w]) => keys(w).includes(term))).find(Boolean) || [];
      if (end) out = out.replace(raw, text.slice(start, end));
    }
    return out === question ? '' : out;
  };

  // Rows and texts of documents.

  const row = async (doc) => {
    const of = (await load('d-' + (doc >> meta.rows))).find(([n]) => n === doc);
    const [, path, title, kind, date, note, summary, lang] = of;
    return { path, title, kind: meta.kinds[kind], date, note, summary, lang };
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
      const { title, summary } = await row(hit.doc), all = [title, summary];
      const every = () => phrases.every((p) => all.some((text) => says(text, p)));
      return every() || (all.push(...(await texts(hit.doc)).map((b) => b.text)), every());
    }));
    return hits.filter((_, i) => kept[i]);
  };

  // passage is the part of a document that says most of the words, with its marks:
  // the summary when all are there or in the title. The text of the last hits of
  // ten is not loaded for it.
  const passage = async (doc, summary, marks) => {
    const said = (text, id = 0) => {
      const at = words(text).filter(([w]) => keys(w).some((k) => marks.has(k)));
      return { text, id, at, kinds: new Set(at.flatMap(([w]) => keys(w).map((k) => marks.get(k))).filter((i) => i >= 0)).size };
    };
    let best = said(summary);
    const all = new Set(marks.values()).size, { title } = await row(doc);
    if (said(title + ' ' + summary).kinds === all || ranks.get(doc) % 10 >= read) return best;
    for (const { id, text } of await texts(doc)) {
      const block = said(text, id);
      if (block.kinds > best.kinds) best = block;
    }
    return best;
  };

  // facets are what hits can be filtered by: a group (k kind, c country, y year),
  // an id, its name, and the documents that have it.
  const facets = async () => {
    const out = [];
    for (const t of await tablesFrom('!')) {
      for (const [term, text] of t) {
        const group = term[1], id = term.slice(3);
        out.push({ group, id, name: { k: meta.kinds[id], c: meta.countries[id], y: id }[group], of: documents(text) });
      }
    }
    return out;
  };

  window.dossierFind = { find, facets, row, passage };
})();
