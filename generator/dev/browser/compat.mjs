// Prints what a stylesheet or script needs of a browser that readers may not have,
// by MDN's data on browsers: file, line and what.
// Usage: node compat.mjs FILE...
//
// What a name can mean is not known of a script's methods: one is told of when it
// is too new in all that it could be.
import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { parse as parseScript } from 'acorn';
import { full } from 'acorn-walk';
import { parse as parseStyle, walk } from 'css-tree';

const data = JSON.parse(readFileSync(new URL('node_modules/@mdn/browser-compat-data/data.json', import.meta.url), 'utf8'));
const oldest = { chrome: 87, firefox: 115, safari: 15.4, safari_ios: 15.4 };

// allowed is what older browsers do without, and why that is no harm.
const allowed = JSON.parse(readFileSync(new URL('testdata/compat.json', import.meta.url), 'utf8'));
const used = new Set();

// lacking are the browsers among the oldest that lack a feature.
const lacking = (compat) => Object.entries(oldest).filter(([browser, version]) => {
  const all = [compat.support[browser] ?? []].flat();
  return !all.some(({ version_added: added, version_removed, flags, prefix, alternative_name: other }) =>
    added && !version_removed && !flags && !prefix && !other && (added === 'preview' ? false : parseFloat(String(added).replace('≤', '')) <= version));
}).map(([browser, version]) => `${browser} ${version}`);

const judge = (file, line, name, ...features) => {
  const known = features.filter(Boolean);
  if (!known.length || known.some((f) => !lacking(f).length)) return;
  if (allowed[name]) used.add(name);
  else console.log(`${basename(file)}:${line}: ${name}: not in ${lacking(known[0]).join(', ')}`);
};

const style = (file, text) => {
  walk(parseStyle(text, { positions: true, parseValue: true }), function (node) {
    const line = node.loc?.start.line;
    switch (node.type) {
      case 'Declaration': {
        if (node.property.startsWith('--')) return;
        const property = data.css.properties[node.property];
        judge(file, line, node.property, property?.__compat);
        walk(node.value, (part) => {
          if (part.type === 'Identifier') judge(file, line, `${node.property}: ${part.name}`, property?.[part.name]?.__compat);
          if (part.type === 'Function') judge(file, line, part.name + '()', data.css.types[part.name]?.__compat);
          if (part.type === 'Dimension') judge(file, line, part.unit, data.css.types.length[part.unit]?.__compat);
        });
        break;
      }
      case 'PseudoClassSelector':
      case 'PseudoElementSelector':
        judge(file, line, ':' + node.name, data.css.selectors[node.name]?.__compat);
        break;
      case 'Atrule':
        judge(file, line, '@' + node.name, data.css['at-rules'][node.name]?.__compat);
        break;
      case 'Feature':
        judge(file, line, `@media (${node.name})`, data.css['at-rules'].media[node.name]?.__compat);
    }
  });
};

// members are the features that a name can be of a value's, by name.
const members = Object.create(null);
for (const [group, deep] of [[data.javascript.builtins, false], [data.api, true]]) {
  for (const thing of Object.values(group)) {
    for (const [name, feature] of Object.entries(thing)) {
      const plain = deep ? name.replace(/_(event|static)$/, '') : name;
      if (feature.__compat) (members[plain] ??= []).push(feature.__compat);
    }
  }
}

const script = (file, text) => {
  const tree = parseScript(text, { ecmaVersion: 2021, sourceType: 'module', locations: true }); // what the oldest understand
  full(tree, (node) => {
    const line = node.loc.start.line;
    const called = node.type === 'CallExpression' && node.callee.type === 'MemberExpression' && !node.callee.computed && node.callee.property.name;
    if (called) judge(file, line, `.${called}()`, ...(members[called] ?? []));
    if (node.type === 'NewExpression' && node.callee.type === 'Identifier') {
      const of = data.javascript.builtins[node.callee.name] ?? data.api[node.callee.name];
      judge(file, line, node.callee.name, of?.__compat);
    }
    if (node.type === 'Literal' && node.regex && /\(\?<[=!]/.test(node.regex.pattern)) {
      judge(file, line, 'lookbehind', data.javascript.regular_expressions.lookbehind_assertion.__compat);
    }
  });
};

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8');
  (file.endsWith('.css') ? style : script)(file, text);
}
for (const name of Object.keys(allowed)) {
  if (!used.has(name)) console.log(`compat.json: ${name}: nothing needs it any more`);
}
