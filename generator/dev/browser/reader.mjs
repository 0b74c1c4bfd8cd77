// Reads the pages of a site that have prose the way Firefox's reader view does,
// and prints what of the prose is lost there: page, tab, words. Of the entities'
// pages, which are alike in every edition, it reads those of the default one.
// Usage: node reader.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';

const tags = ['p', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'];
const prose = tags.map((tag) => `.prose ${tag}`).concat('.standfirst', '.part > h2').join();
// A list of contents has the words of headings, too: a heading must be one.
const words = (root, selector) => [...root.querySelectorAll(selector)]
  .map((block) => (/^H/.test(block.tagName) ? 'heading: ' : '') + block.textContent.replace(/\s+/g, ' ').trim())
  .filter((text) => !/^(heading: )?$/.test(text));

let pages = 0;
for (const file of readdirSync(process.argv[2], { recursive: true }).filter((name) => name.endsWith('.html')).sort()) {
  if (/^[a-z]{2}\/(?!articles\/).+\//.test(file)) continue;
  const source = readFileSync(join(process.argv[2], file), 'utf8');
  if (!source.includes('class="prose"')) continue;
  pages++;
  const { document } = new JSDOM(source, { url: `https://example.org/${file}` }).window;
  const written = words(document, prose);
  const kept = new Readability(document, { serializer: (element) => element }).parse()?.content;
  const read = new Set(kept ? words(kept, tags.join()) : []);
  for (const text of written) {
    if (!read.has(text)) console.log(`${file}\t${text}`);
  }
}
console.log(`${pages} pages`);
