// The stems of Italian words: one cut after the algorithm "Italian" of Snowball, as
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
  const vowel = '[aeiouàèìòù]', other = '[^aeiouàèìòù]';
  const behind = new RegExp(vowel + other, 'u');
  const first = new RegExp(`^(${vowel}(${other}.*?${vowel}|${vowel}.*?${other})|${other}(${other}.*?${vowel}|${vowel}.))`, 'u');
  const between = new RegExp(`(${vowel})([ui])(?=${vowel})`, 'g');

  const pronoun = rules(['ci gli la le li lo mi ne si ti vi sene gliela gliele glieli glielo gliene mela mele meli melo mene ' +
    'tela tele teli telo tene cela cele celi celo cene vela vele veli velo vene', (e) => {
    const m = /(ando|endo|ar|er|ir)$/.exec(word.slice(0, -e.length));
    return m && m.index >= rv && cut(e, 0, m[0].endsWith('r') ? 'e' : '');
  }]);
  const standard = rules(
    ['anza anze ico ici ica ice iche ichi ismo ismi abile abili ibile ibili ista iste isti istà istè istì oso osi osa ose mente ' +
      'atrice atrici ante anti', (e) => cut(e, r2)],
    ['azione azioni atore atori', (e) => cut(e, r2) && (cut('ic', r2), true)],
    ['logia logie', (e) => cut(e, r2, 'log')],
    ['uzione uzioni usione usioni', (e) => cut(e, r2, 'u')],
    ['enza enze', (e) => cut(e, r2, 'ente')],
    ['amento amenti imento imenti', (e) => cut(e, rv)],
    ['amente', (e) => cut(e, r1) && (cut('iv', r2) ? cut('at', r2) : cut('os', r2) || cut('ic', r2) || cut('abil', r2), true)],
    ['ità', (e) => cut(e, r2) && (cut('abil', r2) || cut('ic', r2) || cut('iv', r2), true)],
    ['ivo ivi iva ive', (e) => cut(e, r2) && (cut('at', r2) && cut('ic', r2), true)],
  );
  const verb = rules(['ammo ando ano are arono asse assero assi assimo ata ate ati ato ava avamo avano avate avi avo emmo enda ende endi ' +
    'endo erà erai eranno ere erebbe erebbero erei eremmo eremo ereste eresti erete erò erono essero ete eva evamo evano evate evi evo ' +
    'Yamo iamo immo irà irai iranno ire irebbe irebbero irei iremmo iremo ireste iresti irete irò irono isca iscano isce isci isco ' +
    'iscono issero ita ite iti ito iva ivamo ivano ivate ivi ivo ono uta ute uti uto ar ir', (e) => cut(e, rv)]);

  window.dossierStem = (w) => {
    // A capital is a vowel that is none here.
    word = w.replace(/[áéíóú]/g, (c) => 'àèìòù'['áéíóú'.indexOf(c)]).replace(/qu/g, 'qU').replace(between, (s, v, half) => v + half.toUpperCase());
    rv = end(first);
    r1 = end(behind);
    r2 = end(behind, r1);
    apply(pronoun);
    apply(standard) || apply(verb, rv);
    if (/[aeioàèìò]$/.test(word) && cut(word.slice(-1), rv)) cut('i', rv);
    if (/[cg]h$/.test(word.slice(rv))) cut('h', 0);
    return word.replace(/[IU]/g, (c) => c.toLowerCase());
  };
})();
