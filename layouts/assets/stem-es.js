// The stems of Spanish words: one cut after the algorithm "Spanish" of Snowball, as
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
  const vowel = '[aeiouáéíóúü]', other = '[^aeiouáéíóúü]';
  const behind = new RegExp(vowel + other, 'u');
  const first = new RegExp(`^(${vowel}(${other}.*?${vowel}|${vowel}.*?${other})|${other}(${other}.*?${vowel}|${vowel}.))`, 'u');

  const pronoun = rules(['me se sela selo selas selos la le lo las les los nos', (e) => {
    const whole = word;
    word = word.slice(0, -e.length);
    if (apply(beforePronoun)) return true;
    word = whole;
    return false;
  }]);
  const beforePronoun = rules(
    ['iéndo', (e) => cut(e, rv, 'iendo')], ['ándo', (e) => cut(e, rv, 'ando')],
    ['ár', (e) => cut(e, rv, 'ar')], ['ér', (e) => cut(e, rv, 'er')], ['ír', (e) => cut(e, rv, 'ir')],
    ['ando iendo ar er ir', (e) => cut(e, rv, e)],
    ['yendo', (e) => word.endsWith('uyendo') && cut(e, rv, e)],
  );
  const standard = rules(
    ['anza anzas ico ica icos icas ismo ismos able ables ible ibles ista istas oso osa osos osas amiento amientos imiento imientos',
      (e) => cut(e, r2)],
    ['adora ador ación adoras adores aciones ante antes ancia ancias', (e) => cut(e, r2) && (cut('ic', r2), true)],
    ['logía logías', (e) => cut(e, r2, 'log')],
    ['ución uciones', (e) => cut(e, r2, 'u')],
    ['encia encias', (e) => cut(e, r2, 'ente')],
    ['amente', (e) => cut(e, r1) && (cut('iv', r2) ? cut('at', r2) : cut('os', r2) || cut('ic', r2) || cut('ad', r2), true)],
    ['mente', (e) => cut(e, r2) && (cut('ante', r2) || cut('able', r2) || cut('ible', r2), true)],
    ['idad idades', (e) => cut(e, r2) && (cut('abil', r2) || cut('ic', r2) || cut('iv', r2), true)],
    ['iva ivo ivas ivos', (e) => cut(e, r2) && (cut('at', r2), true)],
  );
  const verbInY = rules(['ya ye yan yen yeron yendo yo yó yas yes yais yamos',
    (e) => word.endsWith('u' + e) && cut(e, rv)]);
  const verb = rules(
    ['en es éis emos', (e) => cut(e, rv) && (word.endsWith('gu') && cut('u', 0), true)],
    ['arían arías arán arás aríais aría aréis aríamos aremos ará aré erían erías erán erás eríais ería eréis eríamos eremos erá eré ' +
      'irían irías irán irás iríais iría iréis iríamos iremos irá iré aba ada ida ía ara iera ad ed id ase iese aste iste an aban ían ' +
      'aran ieran asen iesen aron ieron ado ido ando iendo ió ar er ir as abas adas idas ías aras ieras ases ieses ís áis abais íais ' +
      'arais ierais aseis ieseis asteis isteis ados idos amos ábamos íamos imos áramos iéramos iésemos ásemos', (e) => cut(e, rv)],
  );
  const residual = rules(
    ['os a o á í ó', (e) => cut(e, rv)],
    ['e é', (e) => cut(e, rv) && word.endsWith('gu') && cut('u', rv)],
  );

  window.dossierStem = (w) => {
    word = w;
    rv = end(first);
    r1 = end(behind);
    r2 = end(behind, r1);
    apply(pronoun);
    apply(standard) || apply(verbInY, rv) || apply(verb, rv);
    apply(residual);
    return word.replace(/[áéíóú]/g, (c) => 'aeiou'['áéíóú'.indexOf(c)]);
  };
})();
