// The stems of Hungarian words: one cut after the algorithm "Hungarian" of Snowball,
// as the program makes it (package words), for words.js.
(() => {
  'use strict';
  let word, r1; // the word, and where its endings may begin

  // endings may be taken off; short are those that leave a vowel short: é is e again.
  const words = (s) => (s ? s.split(' ') : []);
  const list = (endings, short) => new Map([
    ...words(endings).map((e) => [e, '']),
    ...words(short).map((e) => [e, e[0] === 'á' ? 'a' : 'e']),
  ]);
  // apply takes off the longest ending of a list, if it is behind r1.
  const apply = (endings, may) => {
    for (let i = 0; i < word.length; i++) {
      const put = endings.get(word.slice(i));
      if (put === undefined) continue;
      if (i < r1 || may && !may.test(word.slice(0, i))) return false;
      word = word.slice(0, i) + put;
      return true;
    }
    return false;
  };
  const double = /(bb|ccs?|dd|ff|ggy?|jj|kk|lly?|mm|nny?|pp|rr|ssz?|tty?|vv|zzs?)$/;
  // single takes away the letter before the last.
  const single = () => { word = word.slice(0, -2) + word.slice(-1); };

  const withA = list('al el');
  const cases = list('ban ben ba be ra re nak nek val vel tól től ról ről ból ből hoz hez höz nál nél ig at et ot öt ért képp képpen ' +
    'kor ul ül vá vé onként enként anként ként en on an ön n t');
  const long = list('', 'á é');
  const more = list('', 'én án ánként');
  const others = list('astul estül stul stül', 'ástul éstül');
  const made = list('á é');
  const owned = list('oké öké aké eké ké éi é', 'éké áké ééi áéi éé');
  const owner = list('ünk unk nk juk jük uk ük em om am m od ed ad öd d ja je a e o', 'ánk énk ájuk éjük ám ém ád éd á é');
  const owners = list('jaim jeim aim eim im jaid jeid aid eid id jai jei ai ei i jaink jeink eink aink ink jaitok jeitek aitok eitek ' +
    'itek jeik jaik aik eik ik', 'áim éim áid éid ái éi áink éink áitok éitek áik éik');
  const plural = list('ök ak ok ek k', 'ák ék');

  window.dossierStem = (w) => {
    word = w;
    const m = /^([aeiouáéíóöőúüű]+(dzs|cs|gy|ly|ny|sz|ty|zs|[^aeiouáéíóöőúüű])|[^aeiouáéíóöőúüű]+[aeiouáéíóöőúüű])/u.exec(word);
    r1 = m ? m[0].length : word.length;
    if (apply(withA, double)) single();
    if (apply(cases)) apply(long);
    apply(more);
    apply(others);
    if (apply(made, double)) single();
    [owned, owner, owners, plural].forEach((endings) => apply(endings));
    return word;
  };
})();
