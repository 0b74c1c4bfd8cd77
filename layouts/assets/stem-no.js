// The stems of Norwegian words: one cut after the algorithm "Norwegian" of Snowball, as
// the program makes it (package words), for words.js.
(() => {
  'use strict';
  let word, r1; // the word, and where its endings may begin

  const rules = (...list) => new Map(list.flatMap(([endings, act]) => endings.split(' ').map((e) => [e, act])));
  // apply does what rules say of the longest ending that they have: a text takes
  // its place.
  const apply = (rules, limit = r1) => {
    for (let i = limit; i < word.length; i++) {
      const ending = word.slice(i), act = rules.get(ending);
      if (act === undefined) continue;
      if (typeof act !== 'string') return act(ending);
      word = word.slice(0, i) + act;
      return true;
    }
    return false;
  };
  const region = (w) => {
    const m = /[aeiouyæåø][^aeiouyæåø]/u.exec(w), three = /^.../u.exec(w);
    return m && three ? Math.max(m.index + m[0].length, three[0].length) : w.length;
  };

  const first = rules(
    ['a e ede ande ende ane ene hetene en heten ar er heter as es edes endes enes hetenes ens hetens ers ets et het ast', ''],
    ['s', () => { if (/([bcdfghjlmnoprtvyz]|[^aeiouyæåø]k)s$/u.test(word)) word = word.slice(0, -1); }],
    ['erte ert', 'er'],
  );
  const last = rules(['leg eleg ig eig lig elig els lov elov slov hetslov', '']);

  window.dossierStem = (w) => {
    word = w;
    r1 = region(w);
    apply(first);
    if (/[dv]t$/.test(word.slice(r1))) word = word.slice(0, -1);
    apply(last);
    return word;
  };
})();
