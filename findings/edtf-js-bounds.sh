#!/usr/bin/env bash
# edtf 4.11.1 (npm, the reference parser for ISO 8601-2 in JavaScript), `min` and `max` of valid values of level 2:
#  - spring 2019 (2019-21) lasts from 1 January to 31 March, as if the four seasons were the quarters of the year: a filter for
#    "spring" finds January, not April; the same bounds belong to the first quarter (2019-33);
#  - a set with a range, one of 1667, 1668 and 1670 to 1672, ends with the first year of the range, 1670, as does the range alone;
#  - 1950S2, a year of which two digits are significant (1900 to 1999), is the one year 1950.
# Output seen: the lines of "expected" below.
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-fund --no-audit edtf@4.11.1
cat >run.mjs <<'JS'
import edtf from 'edtf'
const day = (n) => new Date(n).toISOString().slice(0, 10)
for (const text of ['2019-21', '2019-33', '[1667,1668,1670..1672]', '[1670..1672]', '1950S2']) {
  const { min, max } = edtf(text)
  console.log(`${text}: ${day(min)} to ${day(max)}`)
}
console.log('spring has 15 April:', edtf('2019-21').covers(edtf('2019-04-15')))
JS
cat >expected <<'TXT'
2019-21: 2019-01-01 to 2019-03-31
2019-33: 2019-01-01 to 2019-03-31
[1667,1668,1670..1672]: 1667-01-01 to 1670-12-31
[1670..1672]: 1670-01-01 to 1670-12-31
1950S2: 1950-01-01 to 1950-12-31
spring has 15 April: false
TXT
node run.mjs | tee seen
diff expected seen
