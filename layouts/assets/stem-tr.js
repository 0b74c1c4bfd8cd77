// The stems of Turkish words: one cut after the algorithm "Turkish" of Snowball by
// Evren Çilden, as the program makes it (package words), for words.js.
//
// The names of endings are those of the algorithm: A stands for a or e, D for d or
// t, U for ı, i, u or ü.
(() => {
  'use strict';
  let word, at, from; // the word, where it is read backwards, and where the part to take off ends

  // all, any, maybe and cut make a step of steps. A step reports whether it could
  // be taken; what it took off stays so.
  const all = (...steps) => () => steps.every((step) => step());
  const any = (...steps) => () => {
    const rest = word.length - at;
    return steps.some((step) => {
      at = word.length - rest;
      return step();
    });
  };
  const maybe = (...steps) => any(all(...steps), () => true);
  const open = () => {
    from = at;
    return true;
  };
  const close = () => {
    word = word.slice(0, at) + word.slice(Math.max(at, from));
    return true;
  };
  const cut = (step) => all(open, step, close);

  const harmony = /([aıou].*a|[eiöü].*e|[aı].*ı|[ei].*i|[ou].*[ou]|[öü].*[öü])[^aeıioöuü]*$/;
  // link goes over the sound that stands between a stem and an ending.
  const consonant = (c) => (s) => (s.endsWith(c) ? /[aeıioöuü].$/u.test(s) ? 1 : -1 : /[aeıioöuü].$/u.test(s) ? 0 : -1);
  const vowel = (s) => (/[^aeıioöuü].$/u.test(s) ? /[ıiuü]$/.test(s) ? 1 : 0 : -1);
  const none = () => 0;
  // mark is the step over one of endings.
  const mark = (endings, link = none, free = false) => {
    const pattern = new RegExp(`(${endings})$`);
    return () => {
      const before = word.slice(0, at), m = pattern.exec(before);
      if (!m || !free && !harmony.test(before)) return false;
      const n = link(before.slice(0, m.index));
      at = m.index - n;
      return n >= 0;
    };
  };
  const n = consonant('n'), s = consonant('s'), y = consonant('y');
  const possessive = mark('[mn][ıiuü]z|m|n', vowel, true);
  const sU = mark('[ıiuü]', s), lArI = mark('leri|ları', none, true), yU = mark('[ıiuü]', y), nU = mark('n[ıiuü]');
  const nUn = mark('[ıiuü]n', n), yA = mark('[ae]', y), nA = mark('n[ae]'), DA = mark('[dt][ae]'), ndA = mark('nd[ae]');
  const DAn = mark('[dt][ae]n'), ndAn = mark('nd[ae]n'), ylA = mark('l[ae]', y), ki = mark('ki', none, true), ncA = mark('c[ae]', n);
  const yUm = mark('[ıiuü]m', y), sUn = mark('s[ıiuü]n'), yUz = mark('[ıiuü]z', y);
  const sUnUz = mark('sınız|siniz|sunuz|sünüz', none, true), lAr = mark('l[ae]r'), nUz = mark('n[ıiuü]z'), DUr = mark('[dt][ıiuü]r');
  const cAsInA = mark('casına|cesine', none, true), yDU = mark('[dt][ıiuü][mnk]?', y), ysA = mark('s[ae][mnk]?', y, true);
  const ymUs = mark('m[ıiuü]ş', y), yken = mark('ken', y, true);

  let more; // whether endings of nouns may be before those of verbs
  const person = any(sUnUz, lAr, yUm, sUn, yUz, () => true);
  const verbal = all(open, any(
    any(ymUs, yDU, ysA, yken),
    all(cAsInA, person, ymUs),
    () => lAr() && close() && maybe(open, any(DUr, yDU, ysA, ymUs))() && !(more = false),
    all(nUz, any(yDU, ysA)),
    all(any(sUnUz, yUz, sUn, yUm), close, maybe(open, ymUs)),
    all(DUr, close, maybe(open, person, ymUs)),
  ), close);

  const beforeKi = () => chain();
  const plurals = maybe(cut(lAr), beforeKi);
  const owned = all(cut(any(possessive, sU)), plurals);
  const chain = all(open, ki, any(
    all(DA, close, maybe(open, any(
      all(lAr, close, maybe(beforeKi)),
      all(possessive, close, plurals),
    ))),
    all(nUn, close, maybe(open, any(all(lArI, close), owned, beforeKi))),
    all(ndA, any(all(lArI, close), all(sU, close, plurals), beforeKi)),
  ));
  const nominal = any(
    all(cut(lAr), maybe(beforeKi)),
    all(cut(ncA), maybe(any(cut(lArI), owned, all(cut(lAr), beforeKi)))),
    all(open, any(ndA, nA), any(all(lArI, close), all(sU, close, plurals), beforeKi)),
    all(open, any(ndAn, nU), any(all(sU, close, plurals), lArI)),
    all(cut(DAn), maybe(open, any(all(possessive, close, plurals), all(lAr, close, maybe(beforeKi)), beforeKi))),
    all(cut(any(nUn, ylA)), maybe(any(all(cut(lAr), beforeKi), owned, beforeKi))),
    cut(lArI),
    beforeKi,
    all(cut(any(DA, yU, yA)), maybe(open, any(all(possessive, close, maybe(open, lAr)), lAr), close, open, beforeKi)),
    owned,
  );

  window.dossierStem = (w) => {
    if (!/[aeıioöuü].*[aeıioöuü]/.test(w)) return w;
    word = w;
    at = word.length;
    more = true;
    verbal();
    if (!more) return word;
    at = word.length;
    nominal();
    if (word === 'ad' || word === 'soyad') return word;
    const last = /([aeıioöuü])[^aeıioöuü]*$/.exec(word);
    if (/[dg]$/.test(word) && last) return word + 'ııiiuuüü'['aıeiouöü'.indexOf(last[1])];
    return word.replace(/[bcdğ]$/, (c) => 'pçtk'['bcdğ'.indexOf(c)]);
  };
})();
