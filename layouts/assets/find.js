// Finds what the reader asks for in the index of the edition (package search has
// the format), of which it loads the few files that a question needs.
(() => {
  'use strict';
  const { words, fold, keys, stems } = window.dossierWords;
  const { load, cellsOf } = window.dossierIndex;

  // number reads one number of a text and says where it ends.
  const number = (text, at) => {
    let n = 0, scale = 1, digit;
    do {
      digit = text.charCodeAt(at++) - 48;
      n += (digit & 31) * scale;
      scale *= 32;
    } while (digit & 32);
    return [n, at];
  };

  let meta, starts; // starts: what each file of terms begins with
  const alone = new Map(); // terms with files of their own → how many
  const begin = async () => {
    if (meta) return;
    const [loaded] = await Promise.all([load('meta'), load('rows')]);
    starts = loaded.terms.split(' ').filter((s) => {
      const [term, parts] = s.split('.');
      if (parts) alone.set(term, +parts);
      return !parts;
    });
    meta = loaded;
  };
  const tables = new Map(); // of files that are there or on their way
  // table is the terms of a file, or of some parts of one, in order, each with its list.
  const table = (start, parts) => {
    const key = start + (parts ? '.' : '');
    if (!tables.has(key)) {
      tables.set(key, read(start, parts));
      tables.get(key).catch(() => tables.delete(key));
    }
    return tables.get(key);
  };
  const read = async (start, parts) => {
    const file = 't' + [...start].map((c) => '-' + c.codePointAt(0).toString(16)).join('');
    const names = parts ? Array.from({ length: parts }, (_, i) => file + '.' + i) : [file];
    const cells = (await Promise.all(names.map(load))).join('').split(' ');
    const terms = new Map();
    let before = '';
    for (let i = 0; i + 1 < cells.length; i += 2) {
      const [shared, at] = number(cells[i], 0);
      before = before.slice(0, shared) + cells[i].slice(at);
      terms.set(before, cells[i + 1]);
    }
    return terms;
  };

  // startOf is the beginning of the file that a term is in, if it is in one.
  const startOf = (term) => starts.filter((s) => s <= term).pop();
  // tableOf is the table that has a term, if any has.
  const tableOf = async (term) => {
    const start = alone.has(term) ? term : startOf(term);
    return start === undefined ? new Map() : table(start, alone.get(term));
  };

  // each calls f with the terms that pass a test and begin with a text, and perhaps
  // others, and what gives their documents; those of so many files at most.
  const each = async (start, test, f, most = 4) => {
    const own = startOf(start);
    const of = await Promise.all([
      ...starts.filter((s) => s === own || s.startsWith(start)).slice(0, most).map((s) => table(s)),
      ...[...alone].filter(([term]) => term.startsWith(start) && test(term)).slice(0, most).map((file) => table(...file)),
    ]);
    for (const t of of) t.forEach((text, term) => test(term) && f(term, () => documents(text)));
  };

  // documents are those of a list, with how well each says the term, from 0 to 1.
  const documents = (text) => {
    const of = new Map();
    let doc = -1, at = 0, n;
    while (at < text.length) {
      [n, at] = number(text, at);
      doc += Math.floor(n / 8) + 1;
      of.set(doc, ((n % 8 + 1) / 8) ** 2);
    }
    return of;
  };
  const listed = async (term) => documents((await tableOf(term)).get(term) || '');
  const rarity = (of) => Math.log((meta.documents + 1) / (of.size + 0.5));
  const raise = (map, key, n) => map.set(key, Math.max(map.get(key) || 0, n));

  // What is asked for.

  // scripts are those that only some questions need.
  const scripts = () => document.getElementById('search_field').dataset;
  const rare = async () => {
    await load(scripts().rare);
    return window.dossierRare;
  };
  const mostWords = 10;
  const quoted = /["«»“„”「『《]([^"«»“”„」』》]+)["»«”“」』》]/g;
  // parse parts a question into pieces, words and a time, and phrases.
  const parse = async (question) => {
    const phrases = [], pieces = [];
    let rest = question.replace(quoted, (_, phrase) => {
      const of = words(phrase);
      if (of.length) phrases.push(of.map(([w]) => keys(w)));
      for (const [word] of of) pieces.push({ word, whole: true });
      return ' ';
    });
    const dates = /\p{Nd}/u.test(rest) || words(rest).some(([w]) => meta.months[keys(w)[0]] > 0);
    if (dates) {
      await load(scripts().dates);
      rest = window.dossierDates.spaced(rest);
    }
    const all = words(rest).slice(0, mostWords).map(([word, start, end]) => ({ word, raw: rest.slice(start, end), slight: meta.slight.includes(fold(word)) }));
    if (all.length && !/\s$/.test(question)) all[all.length - 1].last = true;
    if (dates) window.dossierDates.read(all, meta.months);
    pieces.push(...new Set(all.map((p) => p.time || p)));
    if (pieces.every((p) => p.slight)) for (const p of pieces) p.slight = false;
    for (const p of pieces) p.score = new Map();
    return { pieces, phrases };
  };

  const enough = 20; // terms of one word
  // names are those that the page lists.
  const names = () => [...document.querySelectorAll('.register a')].map((a) => a.textContent).join('\n');

  // termsOf finds the terms of a word, each with its documents and a weight: those it
  // is filed under; else those it begins, those a slip away, and those of the same
  // beginning. Where the language has no stems, these come first.
  const termsOf = async (piece) => {
    const { word, last, whole } = piece, bare = fold(word), like = keys(word), found = new Map();
    const add = (term, of, weight) => !found.has(term) && found.size < enough && found.set(term, { of: of(), weight });
    const scan = (start, weight, test) => each(start, (term) => !/[=@#!]/.test(term) && test(term), (term, of) => add(term, of, weight));
    const exact = async (like, weight) => (await Promise.all(like.map(listed))).forEach((of, i) => of.size && add(like[i], () => of, weight));
    await exact(like, 1);
    piece.terms = stems ? [...found.keys()] : [];
    if (whole) return found;
    if (bare > '\u2e7f' || last && bare.length > 1 || !found.size && bare.length > 2) await scan(bare, 0.5, (term) => term.startsWith(bare));
    const start = bare.slice(0, Math.round(bare.length * 0.65 + 0.6));
    const related = () => scan(start, 0.6, (term) => term.startsWith(start) && term.length < bare.length * 1.5 || bare.startsWith(term) && term.length > Math.max(3, bare.length - 6));
    const slips = async (n) => {
      if (found.size) return;
      const { near } = await rare();
      const alike = (w) => near(w, bare, n) || near(w, like[0], n);
      for (const [w] of words(names())) if (alike(fold(w))) await exact(keys(w), 0.5);
      for (const at of [bare, bare[0], bare[1]]) await scan(at, 0.5, alike);
      piece.slip = found.size;
    };
    if (bare.length > 3 && !/\d/.test(bare)) { // no other year
      if (!stems) await related();
      if (bare.length > 4) await slips(1);
      if (!found.size) {
        await related();
        piece.guess = found.size;
      }
      if (bare.length > 7) await slips(2);
    }
    if (!piece.terms.length) piece.terms = [...found.keys()].slice(0, 8);
    return found;
  };

  // named finds the entities that neighbouring words name, and those whose name
  // begins with all that is asked. All files are asked for at once.
  const named = async (pieces) => {
    const mostJoined = 6, out = [], waits = [];
    for (let i = 0; pieces[i]; i++) {
      if (pieces[i].slight && (pieces[i + 1] || pieces[i]).slight) continue;
      let starts = [''];
      for (let j = i; j < i + mostJoined && pieces[j]?.word; j++) {
        const bare = fold(pieces[j].word), terms = pieces[j].terms || keys(pieces[j].word), by = pieces.slice(i, j + 1);
        const all = pieces.every((p) => p.slight || by.includes(p));
        for (const start of starts) {
          for (const key of terms) waits.push(listed(start + key + '=').then((of) => out.push({ by, boost: all ? 1000 : 0.05, of })));
          if (!all || pieces[j + 1] || bare.length < 2) continue;
          for (const key of [bare, ...terms]) {
            const from = start + key;
            waits.push(each(from, (term) => term.endsWith('=') && term.startsWith(from), (term, of) => out.push({ by: [], boost: 400 + 100 * from.length / term.length, of: of() })));
          }
        }
        starts = starts.flatMap((start) => terms.map((key) => start + key + '_')).slice(0, 8);
      }
    }
    await Promise.all(waits);
    return out;
  };

  // find gives the documents that answer a question, best first, and the question
  // without the slips that it seems to have.
  const find = async (question) => {
    await begin();
    question = question.replace(/[！-～]/g, (c) => c.normalize('NFKC')).normalize('NFC');
    const { pieces, phrases } = await parse(question), marks = new Map(), first = new Map(), found = new Map();
    const solid = pieces.filter((p) => !p.slight);
    const count = ({ score }, of, weight) => {
      weight *= rarity(of);
      of.forEach((impact, doc) => raise(score, doc, impact * weight));
    };
    await Promise.all(solid.map(async (p) => {
      if (p.dates) count(p, await window.dossierDates.touching(p, listed, each), 1);
      if (!p.word) return;
      for (const [term, { of, weight }] of await termsOf(p)) {
        count(p, of, weight);
        marks.set(term, p);
      }
    }));
    const names = (await Promise.all([named(pieces), named([...pieces].reverse())])).flat();
    await Promise.all(names.flatMap(({ by, boost, of }) => [...of.keys()].map(async (doc) => {
      raise(first, doc, boost);
      const naming = by[0] && await listed('@' + doc.toString(36));
      for (const p of by) count(p, naming, 0.4 / by.length);
    })));
    for (const p of solid) {
      p.score.forEach((s, doc) => {
        const { score, parts } = found.get(doc) || { score: first.get(doc) || 0, parts: 0 };
        found.set(doc, { doc, score: score + s + 99, parts: parts + 1 });
      });
    }
    let hits = [...found.values()].sort((a, b) => b.score - a.score || a.doc - b.doc);
    const most = Math.max(0, ...hits.map((x) => x.parts)), part = most < solid.length;
    // Where next to nothing says as much of a question, what says less of it follows.
    const full = hits.filter((x) => x.parts === most || first.get(x.doc) > 1);
    if (full[2]) hits = full;
    const slips = pieces.filter((p) => p.slip);
    if (phrases.length) hits = part ? [] : await (await rare()).withPhrases(full, phrases);
    return { hits, marks, near: pieces.some((p) => p.slip || p.guess), part, meant: slips[0] && hits[0] && await (await rare()).spelled(question, slips, hits[0]) };
  };

  // Rows and texts of documents.

  const lineOf = async (doc, kind, bits) => (await load(kind + (doc >> bits))).find(([n]) => n === doc);
  const row = async (doc) => cellsOf(await lineOf(doc, 'd-', (await load('rows')).rows));
  const texts = async (doc) => (await lineOf(doc, 'x-', meta.texts)).slice(1).flatMap((text, i, cells) => i % 2 ? { text, id: cells[i - 1] } : []);

  // passage is the part of a document that says most of the words, with its marks: the
  // summary, unless a fact or a block says more, or all and more than one of them: then the
  // title counts as well; and when the text is not to be loaded for it.
  const passage = async (doc, { title, summary }, marks, load) => {
    const said = ({ text, id }) => {
      const at = words(text).filter(([w]) => keys(w).some((k) => marks.has(k)));
      return { text, id, at, kinds: new Set(at.flatMap(([w]) => keys(w).flatMap((k) => marks.get(k) || []))).size };
    };
    const best = said({ text: summary }), { kinds } = said({ text: title + ' ' + summary });
    if (kinds > best.kinds && kinds === new Set(marks.values()).size) best.kinds = kinds ** 0.98;
    return (load ? await texts(doc) : []).map(said).reduce((a, b) => b.kinds > a.kinds ? b : a, best);
  };

  // facets are what hits can be filtered by: a group (k kind, c country, y year),
  // an id, its name, and the documents that have it.
  const facets = async () => {
    const out = [];
    await each('!', (term) => term.startsWith('!'), (term, of) => {
      const group = term[1], id = term.slice(3);
      out.push({ group, id, name: { k: meta.kinds[id], c: meta.countries[id], y: id }[group], of: of() });
    }, Infinity);
    return out;
  };

  begin(); // before the first question, which tells of a failure
  window.dossierFind = { find, facets, row, passage, texts, names, listed };
})();
