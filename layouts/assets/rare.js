// What find.js loads for few questions: slips, phrases, and how a word may have been
// meant.
(() => {
  'use strict';
  const { words, keys } = window.dossierWords, { row, texts, names, listed } = window.dossierFind;

  // near reports whether so many slips at most part two words: a letter more, less,
  // another, or two in the wrong order.
  const near = (a, b, most) => {
    let i = 0;
    while (a[i] && a[i] === b[i]) i++;
    const but = (m, n) => near(a.slice(i + m), b.slice(i + n), most - 1);
    return a === b || most > 0 && Math.abs(a.length - b.length) <= most
      && (but(1, 0) || but(0, 1) || but(1, 1) || a[i] === b[i + 1] && a[i + 1] === b[i] && but(2, 2));
  };

  // spelled is a question with the words that are likely instead of slips, as names
  // or the first hit, spell them.
  const spelled = async (question, slips, hit) => {
    const { title, summary } = await row(hit.doc), text = [names(), title, summary].join('\n'), of = words(text);
    let out = question = question.replace(/[\s?!.؟？]+$/, '');
    for (const { raw, word, terms } of slips) {
      const [, start, end] = terms.map((term) => of.find(([w]) => near(w, word, 3) && keys(w).includes(term))).find(Boolean) || [];
      if (end) out = out.replace(raw, text.slice(start, end));
    }
    return out === question ? '' : out;
  };

  // called are the entities whose name is a phrase.
  const called = async (phrase) => {
    const most = 8; // ways to file it
    const filed = phrase.reduce((starts, like) => starts.flatMap((start) => like.map((key) => start + key + '_')).slice(0, most), ['']);
    return new Set((await Promise.all(filed.map((term) => listed(term.slice(0, -1) + '=')))).flatMap((of) => [...of.keys()]));
  };

  // The texts of the best hits are read for a phrase, not of thousands.
  const withPhrases = async (hits, phrases) => {
    const says = (text, phrase) => {
      const of = words(text).map(([w]) => keys(w));
      return of.some((_, i) => phrase.every((k, j) => of[i + j] && of[i + j].some((x) => k.includes(x))));
    };
    const named = await Promise.all(phrases.map(called));
    const kept = await Promise.all(hits.slice(0, 100).map(async (hit) => {
      const { title, summary } = await row(hit.doc), all = [title, summary];
      const every = () => phrases.every((p, i) => named[i].has(hit.doc) || all.some((text) => says(text, p)));
      return every() || (all.push(...(await texts(hit.doc)).map((b) => b.text)), every());
    }));
    return hits.filter((_, i) => kept[i]);
  };

  window.dossierRare = { near, spelled, withPhrases };
})();
