#!/usr/bin/env bash
# citation-js 0.7.21 (npm; core, plugin-bibtex, plugin-csl) reads dates of BibLaTeX, which are ISO 8601-2, and says other ones:
#  - the decade 201X becomes the year 2010, the season 2019-21 the year 2019, each without a word;
#  - -0043, a year before the common era, becomes the year 0, and the reference says "n.d.";
#  - 2019-11/.., open at its end, becomes "date-parts" with a null, for which the reference says "n.d." and an export to
#    BibLaTeX has no date; 2018-06/2019-11, which is closed, is kept.
# Output seen: the lines of "expected" below.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit @citation-js/core@0.7.21 @citation-js/plugin-bibtex@0.7.21 @citation-js/plugin-csl@0.7.21
cat >run.mjs <<'JS'
import { Cite } from '@citation-js/core'
import '@citation-js/plugin-bibtex'
import '@citation-js/plugin-csl'
for (const date of ['201X', '2019-21', '-0043', '2019-11/..', '2018-06/2019-11']) {
  const work = new Cite(`@online{a, title = {T}, date = {${date}}}`)
  const exported = /date = \{(.*?)\}/.exec(work.format('biblatex'))
  console.log(date, '|', JSON.stringify(work.data[0].issued), '|', exported ? exported[1] : 'no date', '|', work.format('bibliography').trim())
}
JS
cat >expected <<'TXT'
201X | {"date-parts":[[2010]]} | 2010 | T. (2010).
2019-21 | {"date-parts":[[2019]]} | 2019 | T. (2019).
-0043 | {"date-parts":[[0]]} | 00 | T. (n.d.).
2019-11/.. | {"date-parts":[[2019,11],null]} | no date | T. (n.d.).
2018-06/2019-11 | {"date-parts":[[2018,6],[2019,11]]} | 2018-06/2019-11 | T. (2018–2019, June–November).
TXT
node run.mjs | tee seen
diff expected seen
