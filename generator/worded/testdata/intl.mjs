// Words days and months by ECMAScript's Intl in every language of the table of
// package cldr, for intl.tsv: language, EDTF, words. Usage, in generator/edtf:
//   node testdata/intl.mjs > testdata/intl.tsv
// The header says which version of CLDR it was.
import { readFileSync } from 'node:fs';

const tags = readFileSync('../cldr/data/dates.tsv', 'utf8').trimEnd().split('\n').map((line) => line.split('\t')[0])
  .filter((tag) => !tag.includes('-') && Intl.DateTimeFormat.supportedLocalesOf(tag).length);
const shapes = {
  '2019-05-01': [[2019, 5, 1], { dateStyle: 'long' }],
  '2019-12-31': [[2019, 12, 31], { dateStyle: 'long' }],
  '2019-02': [[2019, 2, 1], { year: 'numeric', month: 'long' }],
  '2019-11': [[2019, 11, 1], { year: 'numeric', month: 'long' }],
  '2019': [[2019, 1, 1], { year: 'numeric' }],
};
console.log(`# CLDR ${process.versions.cldr}`);
for (const tag of tags.sort()) {
  for (const [edtf, [[y, m, d], options]] of Object.entries(shapes)) {
    const locale = tag === 'en' ? 'en-001' : tag;
    const words = new Intl.DateTimeFormat(locale, { ...options, calendar: 'gregory', timeZone: 'UTC' }).format(new Date(Date.UTC(y, m - 1, d)));
    console.log([tag, edtf, words].join('\t'));
  }
}
