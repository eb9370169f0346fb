// Fails when the package for other people's pages would not hold what it promises: every exported file is packed, its types are there, nothing is depended on, and
// a server that renders pages can import it.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

const folder = new URL('../packages/web-sdk/', import.meta.url);
const said = execFileSync('npm', ['pack', '--dry-run', '--json'], {
  cwd: folder,
  encoding: 'utf8',
  stdio: ['ignore', 'pipe', 'ignore'],
});
const [packed] = Object.values(JSON.parse(said));
const files = new Set(packed.files.map(({ path }) => `./${path}`));
const about = JSON.parse(readFileSync(new URL('package.json', folder), 'utf8'));
const promised = [
  about.types,
  about.unpkg,
  ...Object.values(about.exports).flatMap((to) => (typeof to === 'string' ? to : Object.values(to))),
];
const missing = promised.filter((path) => !files.has(path));
if (missing.length > 0) fail(`not packed: ${missing.join(', ')}`);
if (about.dependencies || about.private) fail('it depends on something, or cannot be published');
const types = readFileSync(new URL('types/index.d.ts', folder), 'utf8');
for (const name of ['CountersignVerify', 'CountersignLevels', 'ProgressDetail'])
  if (!types.includes(name)) fail(`the types do not know ${name}`);
const script = readFileSync(new URL('dist/countersign.js', folder), 'utf8');
if (/\beval\(|new Function|\.innerHTML|setAttribute\(\s*["']style/.test(script))
  fail('a strict content security policy would refuse what it does');
const module = await import(new URL('dist/countersign.mjs', folder));
if (typeof module.CountersignVerify !== 'function') fail('it cannot be imported on a server');
console.log(`package for other pages: ${files.size} files, ${(packed.size / 1024).toFixed(1)} KiB packed`);

function fail(message) {
  console.error(`package: ${message}`);
  process.exit(1);
}
