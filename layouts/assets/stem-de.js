// The stems of German words: one cut after the algorithm "German" of Snowball, as
// the program makes it (package words), for words.js.
(() => {
  'use strict';
  let word, r1, r2; // the word, and where its regions begin: behind them, endings may go

  const rules = (...list) => new Map(list.flatMap(([endings, act]) => endings.split(' ').map((e) => [e, act])));
  // apply does what rules say of the longest ending that they have behind a
  // limit, and reports whether it was one that must go.
  const apply = (rules, limit = 0) => {
    for (let i = limit; i < word.length; i++) {
      const ending = word.slice(i), act = rules.get(ending);
      if (act) return act(ending);
    }
    return false;
  };
  const cut = (ending, region, put = '') => {
    const at = word.length - ending.length;
    if (at < region || !word.endsWith(ending)) return false;
    word = word.slice(0, at) + put;
    return true;
  };
  const end = (pattern, from = 0) => {
    const m = pattern.exec(word.slice(from));
    return m ? from + m.index + m[0].length : word.length;
  };
  const behind = /[aeiouyäöü][^aeiouyäöü]/u;
  const between = /([aeiouyäöü])([uy])(?=[aeiouyäöü])/g;

  const first = rules(
    ['em ern er', (e) => cut(e, r1)],
    ['e en es', (e) => cut(e, r1) && word.endsWith('niss') && cut('s', 0)],
    ['s', (e) => /[bdfghklmnrt]s$/.test(word) && cut(e, r1)],
  );
  const second = rules(
    ['en er est', (e) => cut(e, r1)],
    ['st', (e) => /...[bdfghklmnt]st$/u.test(word) && cut(e, r1)],
  );
  const notAfterE = (e) => !word.endsWith('e' + e) && cut(e, r2);
  const third = rules(
    ['end ung', (e) => cut(e, r2) && notAfterE('ig')],
    ['ig ik isch', notAfterE],
    ['lich heit', (e) => cut(e, r2) && (cut('er', r1) || cut('en', r1))],
    ['keit', (e) => cut(e, r2) && (cut('lich', r2) || cut('ig', r2))],
  );

  window.dossierStem = (w) => {
    // A capital is a vowel that is none here.
    word = w.replace(/ß/g, 'ss').replace(between, (s, v, half) => v + half.toUpperCase());
    const least = end(/^.../u), at = end(behind);
    r1 = Math.max(at, least);
    r2 = end(behind, at);
    apply(first);
    apply(second);
    apply(third);
    return word.toLowerCase().replace(/[äöü]/g, (c) => 'aou'['äöü'.indexOf(c)]);
  };
})();
