// The stems of Arabic words: one cut after the algorithm "Arabic" of Snowball by
// Assem Chelli and Abdelkrim Aries, as the program makes it (package words), for
// words.js.
(() => {
  'use strict';
  let word, start; // the word, and where its next beginning is looked for

  // A rule has affixes, how long a word must be to lose one, and what is put in its place.
  const rules = (...list) => new Map(list.flatMap(([affixes, least, put = '']) => affixes.split(' ').map((a) => [a, [least, put]])));
  const long = (least) => [...word].length >= least;
  // end takes off the longest ending that rules have, if the word is long enough;
  // begin does so with a beginning, behind what an earlier one put in its place.
  const end = (rules) => {
    for (let i = 0; i < word.length; i++) {
      const rule = rules.get(word.slice(i));
      if (!rule) continue;
      if (!long(rule[0])) return false;
      word = word.slice(0, i) + rule[1];
      return true;
    }
    return false;
  };
  const begin = (rules) => {
    for (let i = word.length; i > start; i--) {
      const rule = rules.get(word.slice(start, i));
      if (!rule) continue;
      if (!long(rule[0])) return false;
      word = word.slice(0, start) + rule[1] + word.slice(i);
      start += rule[1].length;
      return true;
    }
    return false;
  };

  const verb1 = rules(['ه ك', 4], ['ني نا ها هم هن كم كن', 5], ['هما كما كمو', 6]);
  const verb2a = rules(['ت ا ن ي', 4], ['نا تا تن', 5], ['ان ون ين', 6], ['تما', 6]);
  const verb2b = rules(['وا تم', 5]);
  const verb2c = rules(['و', 4], ['تمو', 6]);
  const noun1a = rules(['ي ك ه', 4], ['نا كم ها هن هم', 5], ['كما هما', 6]);
  const noun1b = rules(['ن', 6]);
  const noun2a = rules(['ا ي و', 5]);
  const noun2b = rules(['ات', 5]);
  const noun2c = rules(['ت', 4]);
  const feminine = rules(['ة', 4]);
  const relation = rules(['ي', 3]);
  const maqsura = rules(['ى', 0, 'ي']);

  const hamza = rules(['أأ', 4, 'أ'], ['أآ', 4, 'آ'], ['أؤ', 4, 'أ'], ['أا', 4, 'ا'], ['أإ', 4, 'إ']);
  const and = rules(['ف و', 4]);
  const article = rules(['بال كال', 6], ['لل ال', 5]);
  const preposition = rules(['ب', 4], ['بب', 4, 'ب'], ['كك', 4, 'ك']);
  const future = rules(['سي', 5, 'ي'], ['ست', 5, 'ت'], ['سن', 5, 'ن'], ['سأ', 5, 'أ']);
  const tenth = rules(['يست نست تست', 5, 'است']);

  const verbEnding = () => {
    if (end(verb1)) {
      while (end(verb1));
      return end(verb2a) || end(verb2c) || word !== '';
    }
    return end(verb2b) || end(verb2a);
  };
  const nounEnding = (defined) => {
    end(feminine) ||
      !defined && end(noun1a) && (end(noun2a) || end(noun2b) || end(noun2c) || word !== '') ||
      end(noun1b) && (end(noun2a) || end(noun2b) || end(noun2c)) ||
      !defined && end(noun2a) ||
      end(noun2b);
    return end(relation);
  };

  window.dossierStem = (w) => {
    const length = [...w].length;
    const defined = /^[بك]ال/.test(w) ? length > 4 : /^[لا]ل/.test(w) && length > 3;
    word = w.replace(/[\uFE80-\uFEFC]/g, (c) => c.normalize('NFKC'));
    !defined && verbEnding() || nounEnding(defined) || end(maqsura);
    start = 0;
    begin(hamza);
    if (!/^[فو]ا/.test(word.slice(start))) begin(and);
    if (!begin(article) && !(!word.startsWith('با', start) && begin(preposition)) && !defined) {
      begin(future);
      begin(tenth);
    }
    return word.replace(/[أإآؤئ]$/, 'ء').replace(/[أإآ]/g, 'ا').replace(/ؤ/g, 'و').replace(/ئ/g, 'ي');
  };
})();
