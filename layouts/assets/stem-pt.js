// The stems of Portuguese words: one cut after the algorithm "Portuguese" of Snowball, as
// the program makes it (package words), for words.js.
(() => {
  'use strict';
  let word, rv, r1, r2; // the word, and where its regions begin: behind them, endings may go

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
  const vowel = '[aeiouáéíóúâêô]', other = '[^aeiouáéíóúâêô]';
  const behind = new RegExp(vowel + other, 'u');
  const first = new RegExp(`^(${vowel}(${other}.*?${vowel}|${vowel}.*?${other})|${other}(${other}.*?${vowel}|${vowel}.))`, 'u');

  const standard = rules(
    ['eza ezas ico ica icos icas ismo ismos ável ível ista istas oso osa osos osas amento amentos imento imentos ' +
      'adora ador aça~o adoras adores aço~es ante antes ância', (e) => cut(e, r2)],
    ['logia logias', (e) => cut(e, r2, 'log')],
    ['uça~o uço~es', (e) => cut(e, r2, 'u')],
    ['ência ências', (e) => cut(e, r2, 'ente')],
    ['amente', (e) => cut(e, r1) && (cut('iv', r2) ? cut('at', r2) : cut('os', r2) || cut('ic', r2) || cut('ad', r2), true)],
    ['mente', (e) => cut(e, r2) && (cut('ante', r2) || cut('avel', r2) || cut('ível', r2), true)],
    ['idade idades', (e) => cut(e, r2) && (cut('abil', r2) || cut('ic', r2) || cut('iv', r2), true)],
    ['iva ivo ivas ivos', (e) => cut(e, r2) && (cut('at', r2), true)],
    ['ira iras', (e) => word.endsWith('e' + e) && cut(e, rv, 'ir')],
  );
  const verb = rules(['ada ida ia aria eria iria ará ara erá era irá ava asse esse isse aste este iste ei arei erei irei am iam ariam ' +
    'eriam iriam aram eram iram avam em arem erem irem assem essem issem ado ido ando endo indo ara~o era~o ira~o ar er ir as adas ' +
    'idas ias arias erias irias arás aras erás eras irás avas es ardes erdes irdes ares eres ires asses esses isses astes estes istes ' +
    'is ais eis íeis aríeis eríeis iríeis áreis areis éreis ereis íreis ireis ásseis ésseis ísseis áveis ados idos ámos amos íamos ' +
    'aríamos eríamos iríamos áramos éramos íramos ávamos emos aremos eremos iremos ássemos êssemos íssemos imos armos ermos irmos ' +
    'eu iu ou ira iras', (e) => cut(e, rv)]);
  const residual = rules(['os a i o á í ó', (e) => cut(e, rv)]);

  window.dossierStem = (w) => {
    word = w.replace(/ã/g, 'a~').replace(/õ/g, 'o~'); // the sign is a consonant
    rv = end(first);
    r1 = end(behind);
    r2 = end(behind, r1);
    if (apply(standard) || apply(verb, rv)) word.endsWith('ci') && cut('i', rv);
    else apply(residual);
    if (/[eéê]$/.test(word)) cut(word.slice(-1), rv) && (word.endsWith('gu') && cut('u', rv) || word.endsWith('ci') && cut('i', rv));
    else cut('ç', 0, 'c');
    return word.replace(/a~/g, 'ã').replace(/o~/g, 'õ');
  };
})();
