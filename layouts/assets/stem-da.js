// The stems of Danish words: one cut after the algorithm "Danish" of Snowball, as
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
  const pair = () => { if (/[dgk]t$|gd$/.test(word.slice(r1))) word = word.slice(0, -1); };

  const first = rules(
    ['hed ethed ered e erede ende erende ene erne ere en heden eren er heder erer heds es endes erendes enes ernes eres ens hedens ' +
      'erens ers ets erets et eret', ''],
    ['s', () => { if (/[abcdfghjklmnoprtvyzå]s$/.test(word)) word = word.slice(0, -1); }],
  );
  const last = rules(
    ['ig lig elig els', (e) => { word = word.slice(0, -e.length); pair(); }],
    ['løst', 'løs'],
  );

  window.dossierStem = (w) => {
    word = w;
    r1 = region(w);
    apply(first);
    pair();
    word = word.replace(/igst$/, 'ig');
    apply(last);
    const twice = /([^aeiouyæåø])\1$/u.exec(word);
    if (twice && word.length - twice[1].length >= r1) word = word.slice(0, -twice[1].length);
    return word;
  };
})();
