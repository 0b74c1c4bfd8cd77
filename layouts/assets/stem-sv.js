// The stems of Swedish words: one cut after the algorithm "Swedish" of Snowball, as
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
    const m = /[aeiouyäåö][^aeiouyäåö]/u.exec(w), three = /^.../u.exec(w);
    return m && three ? Math.max(m.index + m[0].length, three[0].length) : w.length;
  };

  const first = rules(
    ['a arna erna heterna orna ad e ade ande arne are aste en anden aren heten ern ar er heter or as arnas ernas ornas es ades andes ' +
      'ens arens hetens erns at andet het ast', ''],
    ['s', () => { if (/[bcdfghjklmnoprtvy]s$/.test(word)) word = word.slice(0, -1); }],
  );
  const last = rules(['lig ig els', ''], ['löst', 'lös'], ['fullt', 'full']);

  window.dossierStem = (w) => {
    word = w;
    r1 = region(w);
    apply(first);
    if (/(dd|gd|nn|dt|gt|kt|tt)$/.test(word.slice(r1))) word = word.slice(0, -1);
    apply(last);
    return word;
  };
})();
