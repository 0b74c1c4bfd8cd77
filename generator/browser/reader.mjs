// Reads every page of a site that has prose the way Firefox's reader view
// does, and prints what of the prose is lost there: page, tab, words.
// Usage: node reader.mjs FOLDER
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { JSDOM } from 'jsdom';
import { Readability } from '@mozilla/readability';

const blocks = ['p', 'li', 'td', 'th', 'dt', 'dd', 'pre', 'figcaption', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6']
  .map((tag) => `.prose ${tag}`).concat('.standfirst', '.part > h2').join();
const bare = (text) => text.replace(/\s+/g, '');

let pages = 0;
for (const file of readdirSync(process.argv[2], { recursive: true }).filter((name) => name.endsWith('.html')).sort()) {
  const source = readFileSync(join(process.argv[2], file), 'utf8');
  if (!source.includes('class="prose"')) continue;
  pages++;
  const { document } = new JSDOM(source, { url: `https://example.org/${file}` }).window;
  const words = [...document.querySelectorAll(blocks)].map((block) => block.textContent.trim()).filter((text) => text);
  const read = bare(new Readability(document).parse()?.textContent ?? '');
  for (const text of words) {
    if (!read.includes(bare(text))) console.log(`${file}\t${text.replace(/\s+/g, ' ')}`);
  }
}
console.log(`${pages} pages`);
