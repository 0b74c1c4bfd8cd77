#!/usr/bin/env bash
# npm cldr-subdivisions-full 48.2.0 (Unicode CLDR's names of subdivisions of countries, ISO 3166-2, "full" data): in English it has
# 5,395 names, and in almost every other of its languages three, those of England, Scotland and Wales. A map in French or
# Russian that takes the names of regions from it, as it takes those of countries from cldr-localenames-full, shows English.
# And a superscript "2" stands behind 16 English names, mostly where two codes of a country have one name.
# Output seen: "en: 5395, ua43 Crimea, fridf Île-de-France²", "fr: 3, ua43 -, fridf -", "ru: 3, ua43 -, fridf -", "de: 3, ua43 -, fridf -", and
# "with more than three: en".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm pack --silent cldr-subdivisions-full@48.2.0 >/dev/null
tar xzf cldr-subdivisions-full-48.2.0.tgz
cat >count.mjs <<'JS'
import { readdirSync, readFileSync } from 'node:fs'
const at = 'package/subdivisions/'
const names = (lang) => JSON.parse(readFileSync(`${at}${lang}/${readdirSync(at + lang)[0]}`)).subdivisions.localeDisplayNames.subdivisions
for (const lang of ['en', 'fr', 'ru', 'de']) {
	const of = names(lang)
	console.log(`${lang}: ${Object.keys(of).length}, ua43 ${of.ua43 ?? '-'}, fridf ${of.fridf ?? '-'}`)
}
console.log('with more than three: ' + readdirSync(at).filter((lang) => Object.keys(names(lang)).length > 3).join(' '))
JS
out=$(node count.mjs)
printf '%s\n' "$out"
diff - <(printf '%s\n' "$out") <<'SEEN' || { echo "changed"; exit 1; }
en: 5395, ua43 Crimea, fridf Île-de-France²
fr: 3, ua43 -, fridf -
ru: 3, ua43 -, fridf -
de: 3, ua43 -, fridf -
with more than three: en
SEEN
echo "as found"
