// Reads the time in a question, for find.js, which loads this when one has digits or a month.
(() => {
  'use strict';
  const { words, keys, stems } = window.dossierWords;
  const pad = (n) => '-' + ('0' + n).slice(-2);
  const inDigits = /(^|\D)(?:(\d{4})[-/.年년] ?(\d\d?)(?:[-/.月월] ?(\d\d?))?|(?:(\d\d?)[-/.] ?)?(\d\d?)[-/.] ?(\d{4})|(\d\d?)(?=[月월]))(?!\d)[月日월일]?/g;

  // spaced is a text in which the parts of a date in digits are words.
  const spaced = (text) => text.replace(/\p{Nd}/gu, (c) => words(c)[0][0]).replace(inDigits, (all, before, y, m, d, day, month, year, only) => {
    m ||= month || only;
    d ||= day;
    if (m > 12) [m, d] = [d, m];
    return m > 0 && m < 13 ? `${before} ${y || year || ''} m${+m} ${d || ''} ` : all;
  });

  // read gives the words that are parts of dates the time of all of them.
  const read = (all, months) => {
    const time = { dates: [] }, names = Object.entries(months);
    // Of the words that matter, one letter each says what of a date they may be.
    const solid = all.filter((p) => !p.slight).map((p) => {
      const like = keys(p.word), [, month] = /^m(\d+)$/.exec(p.word) || names.find(([name]) => like.includes(name) || !stems && name[3] && p.word.startsWith(name)) || [];
      const sign = month ? 'M' : /^\d{4}\p{L}{0,2}$/u.test(p.word) ? 'Y' : /^\d\d?\p{L}{0,2}$/u.test(p.word) ? 'D' : '-';
      return { p, month, sign };
    });
    for (const { 0: run, index } of solid.map((s) => s.sign).join('').matchAll(/[DMY]+/g)) {
      const dates = []; // the last first: what one lacks, the one after it may have
      [...run].forEach((sign, i) => {
        if (!dates[0] || dates[0][sign]) dates.unshift({});
        dates[0][sign] = solid[index + i];
      });
      let { Y } = dates.find((date) => date.Y) || {}, M;
      for (const date of dates) {
        Y = date.Y || Y;
        M = date.M || date.D && M;
        if (!M && !date.Y || M && !Y && !date.D && solid[1]) continue; // "may" is a word, too
        const end = M ? pad(M.month) + (date.D ? pad(parseInt(date.D.p.word)) : '') : '';
        if (Y) time.dates.push(Y.p.word.slice(0, 4) + end, Y.p.word.replace(/0[a-z]+$/, '9').slice(0, 4) + end);
        time.end = end;
        time.word = run[1] || time.dates[2] ? '' : solid[index].p.word;
        for (const sign in date) if (M || sign === 'Y') date[sign].p.time = time;
      }
    }
    time.dates.sort();
  };

  // touching are the documents of a time, with how well each says it: of a day that
  // has none, those of its month or year.
  const touching = async ({ dates, end }, listed, each) => {
    let out = new Map(), [from] = dates;
    const to = dates[dates.length - 1];
    if (from && from === to) for (; !out.size && from; from = from.slice(0, -3)) out = await listed('#' + from);
    else {
      const within = (at) => from ? at >= from && at <= to + '~' : at.slice(4) === end;
      await each('#', (term) => term[0] === '#' && within(term.slice(1)),
        (term, of) => of().forEach((n, doc) => out.set(doc, Math.max(out.get(doc) || 0, n))), Infinity);
    }
    return out;
  };

  window.dossierDates = { spaced, read, touching };
})();
