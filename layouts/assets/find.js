// Finds what the reader asks for in the index of the edition (package search has
// the format), of which it loads the few files that a question needs.
(() => {
  'use strict';
  if (!window.dossierWords) return;
  const { words, fold, keys, stems } = window.dossierWords;
  const { load, cellsOf } = window.dossierIndex;

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

  let meta, starts; // starts: what each file of terms begins with
  const alone = new Map(); // terms with files of their own → how many
  const begin = async () => {
    if (meta) return;
    const loaded = await load('meta');
    starts = loaded.terms.split(' ').filter((s) => {
      const [term, parts] = s.split('.');
      if (parts) alone.set(term, +parts);
      return !parts;
    });
    meta = { ...loaded, months: new Map(Object.entries(loaded.months)) };
  };
  // behind reports whether a text is sorted behind another, by code points.
  const behind = (a, b) => {
    const x = [...a], y = [...b], at = x.findIndex((c, i) => c !== y[i]);
    return at >= 0 && !(y[at] && y[at].codePointAt(0) > x[at].codePointAt(0));
  };

  const tables = new Map();
  // table is the terms of a file, or of some parts of one, in order, each with its list.
  const table = async (start, parts) => {
    const key = start + (parts ? '.' : '');
    if (!tables.has(key)) {
      const file = 't' + [...start].map((c) => '-' + c.codePointAt(0).toString(16)).join('');
      const names = parts ? Array.from({ length: parts }, (_, i) => file + '.' + i) : [file];
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

  // startOf is the beginning of the file that a term is in, if it is in one.
  const startOf = (term) => starts.filter((s) => !behind(s, term)).pop();
  // tableOf is the table that has a term, if any has.
  const tableOf = async (term) => {
    const start = startOf(term);
    if (alone.has(term)) return table(term, alone.get(term));
    return start === undefined ? new Map() : table(start);
  };

  // tablesFrom are some of the tables whose terms begin with a text.
  const mostTables = 6;
  const tablesFrom = (start) => Promise.all([
    tableOf(start), ...starts.filter((s) => s !== startOf(start) && s.startsWith(start)).slice(0, mostTables).map((s) => table(s)),
  ]);

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
    await begin();
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

  // Documents.

  const row = async (doc) => {
    const { rows } = await load('rows');
    const [, row, ...cells] = (await load('d-' + (doc >> rows))).find(([n]) => n === doc);
    const blocks = [];
    for (let i = 0; i < cells.length; i += 2) blocks.push({ id: cells[i], text: cells[i + 1] });
    return { ...cellsOf(row), blocks };
  };
  const mostPhrases = 200; // documents that are looked into for a phrase
  const withPhrases = async (hits, phrases) => {
    const says = (text, phrase) => {
      const of = words(text).map(([w]) => keys(w));
      return of.some((_, i) => phrase.every((k, j) => of[i + j] && of[i + j].some((x) => k.includes(x))));
    };
    const kept = await Promise.all(hits.slice(0, mostPhrases).map(async (hit) => {
      const { title, summary, blocks } = await row(hit.doc);
      const all = [title, summary, ...blocks.map((b) => b.text)];
      return phrases.every((p) => all.some((text) => says(text, p)));
    }));
    return hits.filter((_, i) => kept[i]);
  };

  // passage is the part of a document that says most of the words, with its marks.
  const passage = ({ summary, blocks }, marks) => {
    const marked = (text) => words(text).filter(([w]) => keys(w).some((k) => marks.has(k)));
    let best = { text: summary, id: 0, at: marked(summary), kinds: 0 };
    best.kinds = new Set(best.at.map(([w]) => keys(w)[0])).size;
    for (const { id, text } of blocks) {
      const at = marked(text), kinds = new Set(at.map(([w]) => keys(w)[0])).size;
      if (kinds > best.kinds) best = { text, id, at, kinds };
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
