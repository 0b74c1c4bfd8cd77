// The stems of Romanian words: one cut after the algorithm "Romanian" of Snowball, as
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
  const vowel = '[aeiouâîă]', other = '[^aeiouâîă]';
  const behind = new RegExp(vowel + other, 'u');
  const first = new RegExp(`^(${vowel}(${other}.*?${vowel}|${vowel}.*?${other})|${other}(${other}.*?${vowel}|${vowel}.))`, 'u');
  const between = new RegExp(`(${vowel})([ui])(?=${vowel})`, 'g');
  const afterOther = new RegExp(`(${other}|u)$`, 'u');

  const noun = rules(
    ['ul ului', (e) => cut(e, r1)],
    ['aua', (e) => cut(e, r1, 'a')],
    ['ea ele elor', (e) => cut(e, r1, 'e')],
    ['ii iua iei iile iilor ilor', (e) => cut(e, r1, 'i')],
    ['ile', (e) => !word.endsWith('abile') && cut(e, r1, 'i')],
    ['atei', (e) => cut(e, r1, 'at')],
    ['aţie aţia', (e) => cut(e, r1, 'aţi')],
  );
  const combined = rules(
    ['abilitate abilitati abilităi abilităţi', (e) => cut(e, r1, 'abil')],
    ['ibilitate', (e) => cut(e, r1, 'ibil')],
    ['ivitate ivitati ivităi ivităţi', (e) => cut(e, r1, 'iv')],
    ['icitate icitati icităi icităţi icator icatori iciv iciva icive icivi icivă ical icala icale icali icală', (e) => cut(e, r1, 'ic')],
    ['ativ ativa ative ativi ativă aţiune atoare ator atori ătoare ător ători', (e) => cut(e, r1, 'at')],
    ['itiv itiva itive itivi itivă iţiune itoare itor itori', (e) => cut(e, r1, 'it')],
  );
  const standard = rules(
    ['at ata ată ati ate ut uta ută uti ute it ita ită iti ite ic ica ice ici ică abil abila abile abili abilă ' +
      'ibil ibila ibile ibili ibilă oasa oasă oase os osi oşi ant anta ante anti antă ator atori itate itati ităi ităţi ' +
      'iv iva ive ivi ivă', (e) => cut(e, r2)],
    ['iune iuni', (e) => word.endsWith('ţ' + e) && cut(e, r2) && cut('ţ', 0, 't')],
    ['ism isme ist ista iste isti istă işti', (e) => cut(e, r2, 'ist')],
  );
  const verb = rules(
    ['are ere ire âre ind ând indu ându eze ească ez ezi ează esc eşti eşte ăsc ăşti ăşte am ai au eam eai ea eaţi eau iam iai ia ' +
      'iaţi iau ui aşi arăm arăţi ară uşi urăm urăţi ură işi irăm irăţi iră âi âşi ârăm ârăţi âră asem aseşi ase aserăm aserăţi ' +
      'aseră isem iseşi ise iserăm iserăţi iseră âsem âseşi âse âserăm âserăţi âseră usem useşi use userăm userăţi useră',
    (e) => afterOther.test(word.slice(rv, -e.length)) && cut(e, rv)],
    ['ăm aţi em eţi im iţi âm âţi seşi serăm serăţi seră sei se sesem seseşi sese seserăm seserăţi seseră', (e) => cut(e, rv)],
  );
  const lastVowel = rules(['a e i ie ă', (e) => cut(e, rv)]);

  window.dossierStem = (w) => {
    // A capital is a vowel that is none here.
    word = w.replace(between, (s, v, half) => v + half.toUpperCase());
    rv = end(first);
    r1 = end(behind);
    r2 = end(behind, r1);
    apply(noun);
    let removed = false;
    while (apply(combined)) removed = true;
    if (!apply(standard) && !removed) apply(verb, rv);
    apply(lastVowel);
    return word.replace(/[IU]/g, (c) => c.toLowerCase());
  };
})();
