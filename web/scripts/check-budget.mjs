// Fails when the applicant's first load grows past its budget. First load: what index.html names, and what that
// imports statically; parts loaded later do not count. Sizes are gzip level 9, in bytes.
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const SCRIPT_BUDGET = 60 * 1024;
const ELEMENT_BUDGET = 3 * 1024;
const dist = new URL('../apps/capture/dist/', import.meta.url);
const read = (path) => readFileSync(new URL(path.replace(/^\//, ''), dist), 'utf8');
const html = read('index.html');

if (/<script(?![^>]*\ssrc=)|<style|\sstyle=|\son\w+=/i.test(html))
  fail('index.html holds inline script or style');
const named = [...html.matchAll(/(?:src|href)="([^"]+)"/g)].map((match) => match[1]);
const foreign = named.filter((path) => !path.startsWith('/assets/'));
if (foreign.length > 0) fail(`index.html names what is not under /assets/: ${foreign.join(', ')}`);

const scripts = new Set();
const queue = named.filter((path) => path.endsWith('.js'));
if (queue.length === 0) fail('index.html names no script');
for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
  if (scripts.has(path)) continue;
  scripts.add(path);
  const imports = read(path).matchAll(/(?:import|from)\s*["']\.\/([\w.-]+\.js)["']/g);
  queue.push(...[...imports].map((match) => `/assets/${match[1]}`));
}
const bytes = [...scripts].reduce((sum, path) => sum + gzipSync(read(path), { level: 9 }).length, 0);
const line = `first-load script ${(bytes / 1024).toFixed(1)} KiB gzip of ${SCRIPT_BUDGET / 1024}`;
if (bytes > SCRIPT_BUDGET) fail(line);
console.log(line);

// What other people's pages load before anything of ours is needed.
const element = readFileSync(new URL('../packages/web-sdk/dist/countersign.js', import.meta.url));
const elementBytes = gzipSync(element, { level: 9 }).length;
const elementLine = `element for other pages ${(elementBytes / 1024).toFixed(1)} KiB gzip of ${ELEMENT_BUDGET / 1024}`;
if (elementBytes > ELEMENT_BUDGET) fail(elementLine);
console.log(elementLine);

function fail(message) {
  console.error(`budget: ${message}`);
  process.exit(1);
}
