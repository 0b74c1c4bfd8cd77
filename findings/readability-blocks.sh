#!/usr/bin/env bash
# @mozilla/readability 0.6.0 (the library of Firefox's reader view) with jsdom 26.1.0: whether a passage of an article
# survives depends on its element's name and on letters in its id. A short passage in which most words are links is
# dropped when it stands in a <div>, and kept, word for word the same, in a <section>; a heading whose id holds the
# letters "tags" is dropped, unless it has a class that holds "content".
# Output seen: "div: false", "section: true", "heading: false", "heading with class: true".
set -euo pipefail
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
cd "$dir"
npm init -y >/dev/null
npm install --silent --no-audit --no-fund @mozilla/readability@0.6.0 jsdom@26.1.0
cat >run.cjs <<'JS'
const { Readability } = require('@mozilla/readability');
const { JSDOM } = require('jsdom');
const long = '<p>' + 'This is a sentence of ordinary prose, with a comma, that a reader came for. '.repeat(12) + '</p>';
const links = '<p>It met <a href="/a">the first commission</a> and <a href="/b">the second commission</a>.</p>';
const kept = (html, words) => {
	const page = `<!DOCTYPE html><html><head><title>T</title></head><body><main><article><h1>T</h1>${long}${html}${long}</article></main></body></html>`;
	const article = new Readability(new JSDOM(page, { url: 'https://example.org/' }).window.document).parse();
	return article.textContent.includes(words);
};
console.log('div: ' + kept(`<div>${links}</div>`, 'the first commission'));
console.log('section: ' + kept(`<section>${links}</section>`, 'the first commission'));
console.log('heading: ' + kept('<h2 id="tags">What the marks mean</h2>' + long, 'What the marks mean'));
console.log('heading with class: ' + kept('<h2 id="tags" class="content">What the marks mean</h2>' + long, 'What the marks mean'));
JS
out=$(node run.cjs)
printf '%s\n' "$out"
diff <(printf 'div: false\nsection: true\nheading: false\nheading with class: true\n') <(printf '%s\n' "$out") || { echo "changed"; exit 1; }
echo "as found"
