// The stems of English words: one cut after the algorithm "English (Porter2)" of
// Snowball, as the program makes it (package words), for words.js.
(() => {
  'use strict';
  let word, r1, r2; // the word, and where its regions begin: behind them, endings may go

  const rules = (...list) => new Map(list.flatMap(([endings, act]) => endings.split(' ').map((e) => [e, act])));
  // apply does what rules say of the longest ending that they have: a text
  // takes its place, if it lies in the region.
  const apply = (rules, region) => {
    for (let i = 0; i < word.length; i++) {
      const ending = word.slice(i), act = rules.get(ending);
      if (act !== undefined) return typeof act === 'string' ? cut(ending, region, act) : act(ending);
    }
    return false;
  };
  const cut = (ending, region, put = '') => {
    const at = word.length - ending.length;
    if (at < region || !word.endsWith(ending)) return false;
    word = word.slice(0, at) + put;
    return true;
  };
  const region = (from) => {
    const m = /[aeiouy][^aeiouy]/u.exec(word.slice(from));
    return m ? from + m.index + m[0].length : word.length;
  };
  const short = (s) => /[^aeiouy][aeiouy][^aeiouywxY]$|^[aeiouy][^aeiouy]$/u.test(s);

  const whole = new Map(('skis:ski skies:sky dying:die lying:lie tying:tie idly:idl gently:gentl ugly:ugli early:earli only:onli singly:singl ' +
    'sky:sky news:news howe:howe atlas:atlas cosmos:cosmos bias:bias andes:andes').split(' ').map((s) => s.split(':')));
  const ready = /^(inning|outing|canning|herring|earring|proceed|exceed|succeed)$/;

  const plural = rules(
    ['sses', 'ss'],
    ['ied ies', (e) => cut(e, 0, /..ie.$/u.test(word) ? 'i' : 'ie')],
    ['s', () => /[aeiouy].+s$/u.test(word) && cut('s', 0)],
    ['us ss', () => false],
  );
  const past = rules(
    ['eed eedly', (e) => cut(e, r1, 'ee')],
    ['ed edly ing ingly', (e) => {
      if (!/[aeiouy]/.test(word.slice(0, -e.length))) return;
      cut(e, 0);
      if (/(at|bl|iz)$/.test(word)) word += 'e';
      else if (/(bb|dd|ff|gg|mm|nn|pp|rr|tt)$/.test(word)) word = word.slice(0, -1);
      else if (word.length === r1 && short(word)) word += 'e';
    }],
  );
  const derived = rules(
    ['tional', 'tion'], ['enci', 'ence'], ['anci', 'ance'], ['abli', 'able'], ['entli', 'ent'], ['izer ization', 'ize'],
    ['ational ation ator', 'ate'], ['alism aliti alli', 'al'], ['fulness fulli', 'ful'], ['ousli ousness', 'ous'],
    ['iveness iviti', 'ive'], ['biliti bli', 'ble'], ['lessli', 'less'],
    ['ogi', () => word.endsWith('logi') && cut('i', r1 + 2)],
    ['li', () => /[cdeghkmnrt]li$/.test(word) && cut('li', r1)],
  );
  const more = rules(
    ['tional', 'tion'], ['ational', 'ate'], ['alize', 'al'], ['icate iciti ical', 'ic'], ['ful ness', ''],
    ['ative', (e) => cut(e, r2)],
  );
  const last = rules(
    ['al ance ence er ic able ible ant ement ment ent ism ate iti ous ive ize', ''],
    ['ion', () => /[st]ion$/.test(word) && cut('ion', r2)],
  );

  window.dossierStem = (w) => {
    if (whole.has(w)) return whole.get(w);
    if (/^.?.?$/u.test(w)) return w;
    word = w.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y'); // a Y is a consonant
    const m = /^(gener|commun|arsen)/.exec(word);
    r1 = m ? m[0].length : region(0);
    r2 = region(r1);
    apply(plural);
    if (!ready.test(word)) {
      apply(past);
      word = word.replace(/(.[^aeiouy])[yY]$/u, '$1i');
      apply(derived, r1);
      apply(more, r1);
      apply(last, r2);
      if (word.endsWith('e')) cut('e', r2) || !short(word.slice(0, -1)) && cut('e', r1);
      else if (word.endsWith('ll')) cut('l', r2);
    }
    return word.replace(/Y/g, 'y');
  };
})();
