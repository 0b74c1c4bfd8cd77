// The words of a text and the keys under which search files them, as the program
// makes them (package words), for search.js.
(() => {
  'use strict';
  const { lang } = document.getElementById('page_search').dataset;
  // stem cuts a word, and what is left again, with the function of
  // stem-<language>.js, where there is one.
  const mostCuts = 4;
  const stem = (word) => {
    for (let i = 0; window.dossierStem && i < mostCuts; i++) {
      const cut = window.dossierStem(word);
      if (cut === word || !cut) break; // a word that is all ending is a word
      word = cut;
    }
    return word;
  };

  const continuous = /[\p{sc=Thai}\p{sc=Lao}\p{sc=Mymr}\p{sc=Khmr}\p{sc=Hang}\p{sc=Hani}\p{sc=Hira}\p{sc=Kana}ー]/u;
  const dropped = /[\u00AD\u0640\u02BB\u02BC\u055B\u055C\u055E\u05F3\u05F4\u200B-\u200D\u2060\uFEFF\u064B-\u065F\u0670]|(?=[\u0591-\u05C7])\p{M}/u;
  const part = /[\p{L}\p{N}\p{M}]/u;
  const apostrophe = /['"`’‘“”]/;
  const zeros = [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xA66, 0xAE6, 0xB66, 0xBE6, 0xC66, 0xCE6, 0xD66, 0xE50, 0xED0, 0xF20, 0x1040, 0x17E0, 0xFF10];
  const dotless = ['tr', 'az'].includes(lang.split('-')[0]);
  const okina = ['uz', 'kaa'].includes(lang.split('-')[0]);

  const lower = (c) => {
    if (c < '\x80') return c === 'I' && dotless ? 'ı' : c.toLowerCase();
    const code = c.codePointAt(0);
    const zero = zeros.find((z) => z <= code && code < z + 10);
    if (zero !== undefined) return String(code - zero);
    if (c === 'Ё' || c === 'ё') return 'е';
    if (c === 'Ș' || c === 'ș') return 'ş';
    if (c === 'Ț' || c === 'ț') return 'ţ';
    if (c === 'İ') return 'i';
    const small = c.toLowerCase();
    return [...small].length > 1 ? c : small;
  };

  // known remembers what a function gives.
  const known = (f) => {
    const all = new Map();
    return (x) => all.get(x) ?? all.set(x, f(x)).get(x);
  };
  const letter = known((c) => part.test(c) ? lower(c) : '');

  // inside reports whether a sign between two letters belongs to the word.
  const inside = (before, sign, after) => {
    if (!before || !after) return false;
    if (/\p{sc=Hebr}/u.test(before)) return /\p{sc=Hebr}/u.test(after);
    if (sign === '"') return false;
    if (/\p{sc=Cyrl}/u.test(before)) return /\p{sc=Cyrl}/u.test(after);
    return okina && /[og]/i.test(before) && /\p{L}/u.test(after);
  };

  // words are those of a text: [word, start, end] each.
  const words = (text) => {
    const out = [];
    const signs = [...text];
    let word = '', start = -1, at = 0, run = [];
    const flush = (end) => {
      if (word) out.push([word, start, end]);
      word = '';
      start = -1;
    };
    const pairs = () => {
      if (run.length === 1) out.push([run[0][0], run[0][1], run[0][1] + run[0][0].length]);
      for (let i = 1; i < run.length; i++) out.push([run[i - 1][0] + run[i][0], run[i - 1][1], run[i][1] + run[i][0].length]);
      run = [];
    };
    signs.forEach((c, i) => {
      const foreign = c >= '\x80'; // for speed: most signs are not
      if (foreign && continuous.test(c)) {
        flush(at);
        run.push([c, at]);
      } else {
        if (run.length) pairs();
        if (foreign && dropped.test(c)) {
          // stays out of the word
        } else if (letter(c)) {
          if (start < 0) start = at;
          word += letter(c);
        } else if (!(start >= 0 && apostrophe.test(c) && inside(signs[i - 1], c, signs[i + 1]))) {
          flush(at);
        }
      }
      at += c.length;
    });
    pairs();
    flush(at);
    return out;
  };

  const letters = { ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ð: 'd', þ: 'th', ß: 'ss', æ: 'ae', œ: 'oe', ς: 'σ', أ: 'ا', إ: 'ا', آ: 'ا', ٱ: 'ا', ى: 'ي', ة: 'ه', ؤ: 'و', ئ: 'ي', ک: 'ك', ی: 'ي', ґ: 'г' };

  // fold leaves out what is hard to type: accents of Latin and Greek letters.
  const fold = (word) => /^[a-z0-9]*$/.test(word) ? word
    : [...word.normalize('NFD').replace(/([\p{sc=Latn}\p{sc=Grek}])\p{Mn}+/gu, '$1').normalize('NFC')].map((c) => letters[c] || c).join('');

  // keys are what a word is filed under.
  const keys = known((word) => {
    const key = fold(stem(word));
    const bare = fold(word);
    const plain = bare === word ? key : fold(stem(bare));
    return plain === key ? [key] : [key, plain];
  });

  window.dossierWords = { words, fold, keys, stems: !!window.dossierStem };
})();
