// The stems of French words: one cut after the algorithm "French" of Snowball, as
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
  const vowel = '[aeiouyâàëéêèïîôûù]', other = '[^aeiouyâàëéêèïîôûù]';
  const end = (pattern, from, text) => {
    const m = pattern.exec(text);
    return m ? from + m.index + m[0].length : word.length;
  };
  const behind = new RegExp(vowel + other, 'u');
  const first = new RegExp(`^(${vowel}{2}.|par|col|tap|..*?${vowel})`, 'u');
  const halves = new RegExp(`(${vowel})(?:([ui])(?=${vowel})|y)|y(?=${vowel})|qu`, 'g');
  const afterVowel = new RegExp(vowel + '$'), afterOther = new RegExp(other + '$', 'u');
  const open = new RegExp(`[éè](${other}+)$`, 'u');

  const cutIC = () => cut('ic', r2) || cut('ic', 0, 'iqU');
  const standard = rules(
    ['ance iqUe isme able iste eux ances iqUes ismes ables istes', (e) => cut(e, r2)],
    ['atrice ateur ation atrices ateurs ations', (e) => cut(e, r2) && (cutIC(), true)],
    ['logie logies', (e) => cut(e, r2, 'log')],
    ['usion ution usions utions', (e) => cut(e, r2, 'u')],
    ['ence ences', (e) => cut(e, r2, 'ent')],
    ['ement ements', (e) => cut(e, rv) && (apply(beforeEment), true)],
    ['ité ités', (e) => cut(e, r2) && (apply(beforeIté), true)],
    ['if ive ifs ives', (e) => cut(e, r2) && (cut('at', r2) && cutIC(), true)],
    ['eaux', (e) => cut(e, 0, 'eau')],
    ['aux', (e) => cut(e, r1, 'al')],
    ['euse euses', (e) => cut(e, r2) || cut(e, r1, 'eux')],
    ['issement issements', (e) => afterOther.test(word.slice(0, -e.length)) && cut(e, r1)],
    // A participle may be before these: its ending is looked at next.
    ['amment', (e) => cut(e, rv, 'ant') && false],
    ['emment', (e) => cut(e, rv, 'ent') && false],
    ['ment ments', (e) => afterVowel.test(word.slice(0, -e.length)) && cut(e, rv + 1) && false],
  );
  const beforeEment = rules(
    ['iv', () => cut('iv', r2) && cut('at', r2)],
    ['eus', () => cut('eus', r2) || cut('eus', r1, 'eux')],
    ['abl iqU', (e) => cut(e, r2)],
    ['ièr Ièr', (e) => cut(e, rv, 'i')],
  );
  const beforeIté = rules(
    ['abil', () => cut('abil', r2) || cut('abil', 0, 'abl')],
    ['ic', cutIC],
    ['iv', () => cut('iv', r2)],
  );
  const verbInI = rules(
    ['îmes ît îtes i ie ies ir ira irai iraIent irais irait iras irent irez iriez irions irons iront is issaIent issais issait ' +
      'issant issante issantes issants isse issent isses issez issiez issions issons it',
    (e) => afterOther.test(word.slice(rv, -e.length)) && cut(e, rv)],
  );
  const verb = rules(
    ['ions', (e) => cut(e, r2)],
    ['é ée ées és èrent er era erai eraIent erais erait eras erez eriez erions erons eront ez iez', (e) => cut(e, rv)],
    ['âmes ât âtes a ai aIent ais ait ant ante antes ants as asse assent asses assiez assions', (e) => cut(e, rv) && (cut('e', rv), true)],
  );
  const residual = rules(
    ['ion', (e) => /[st]ion$/.test(word.slice(rv)) && cut(e, r2)],
    ['ier ière Ier Ière', (e) => cut(e, rv, 'i')],
    ['e', (e) => cut(e, rv)],
    ['ë', (e) => word.slice(rv).endsWith('guë') && cut(e, rv)],
  );

  window.dossierStem = (w) => {
    // A capital is a vowel that is none here.
    word = w.replace(halves, (s, v, half) => (v ? v + (half || 'y').toUpperCase() : s === 'qu' ? 'qU' : 'Y'));
    rv = end(first, 0, word);
    r1 = end(behind, 0, word);
    r2 = end(behind, r1, word.slice(r1));
    if (apply(standard) || apply(verbInI, rv) || apply(verb, rv)) word = word.replace(/Y$/, 'i').replace(/ç$/, 'c');
    else {
      word = word.replace(/([^aiouès])s$/u, '$1');
      apply(residual, rv);
    }
    if (/(enn|onn|ett|ell|eill)$/.test(word)) word = word.slice(0, -1);
    return word.replace(open, 'e$1').replace(/[IUY]/g, (c) => c.toLowerCase());
  };
})();
