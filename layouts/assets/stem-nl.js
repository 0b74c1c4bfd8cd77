// The stems of Dutch words: one cut after the algorithm "Dutch" of Snowball, as
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
  const behind = /[aeiouyè][^aeiouyè]/u;
  const halves = /([aeiouyè])(?:(i)(?=[aeiouyè])|y)/g;
  // The program counts bytes of UTF-8 here, not letters.
  const threeBytes = /^([\u0800-\u{10ffff}]|[\x80-\u07ff].|.[\x80-\u{10ffff}]|...)/u;
  let foundE;

  const single = () => /(kk|dd|tt)$/.test(word) && cut(word.slice(-1), 0);
  const cutE = () => {
    foundE = /[^aeiouyè]e$/.test(word) && cut('e', r1);
    if (foundE) single();
    return foundE;
  };
  const cutEn = (e) => /[^aeiouyè]$/.test(word.slice(0, -e.length)) && !word.endsWith('gem' + e) && cut(e, r1) && single();
  const notAfter = (c, e) => !word.endsWith(c + e) && cut(e, r2);
  const first = rules(
    ['heden', (e) => cut(e, r1, 'heid')],
    ['en ene', cutEn],
    ['s se', (e) => /[^aeiouyèj]$/.test(word.slice(0, -e.length)) && cut(e, r1)],
  );
  const third = rules(
    ['end ing', (e) => cut(e, r2) && (notAfter('e', 'ig') || single())],
    ['ig', (e) => notAfter('e', e)],
    ['lijk', (e) => cut(e, r2) && cutE()],
    ['baar', (e) => cut(e, r2)],
    ['bar', (e) => foundE && cut(e, r2)],
  );

  window.dossierStem = (w) => {
    // A capital is a vowel that is none here.
    word = w.replace(/[äáëéïíöóüú]/g, (c) => 'aaeeiioouu'['äáëéïíöóüú'.indexOf(c)]).replace(/^y/, 'Y')
      .replace(halves, (s, v, half) => v + (half || 'y').toUpperCase());
    const at = end(behind);
    r1 = Math.max(at, end(threeBytes));
    r2 = end(behind, at);
    apply(first);
    cutE();
    if (notAfter('c', 'heid') && word.endsWith('en')) cutEn('en');
    apply(third);
    return word.replace(/([^aeiouyè])(aa|ee|oo|uu)([^aeiouyèI])$/u, (s, a, long, b) => a + long[0] + b).toLowerCase();
  };
})();
