// Fails the build when what a first visit loads has grown past its limit.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const dist = new URL('../dist/', import.meta.url);
const page = readFileSync(new URL('index.html', dist), 'utf8');
if (/<script(?![^>]*\bsrc=)|\sstyle=|<style/.test(page)) fail('index.html holds an inline script or style');

const assets = readdirSync(new URL('assets/', dist));
const size = (name) => gzipSync(readFileSync(new URL(`assets/${name}`, dist))).length / 1024;
const first = assets.filter((name) => /\.(js|css)$/.test(name) && page.includes(name));
const later = assets.filter((name) => name.endsWith('.js') && !first.includes(name));
const fonts = assets.filter((name) => name.endsWith('.woff2') && !name.includes('latin-ext'));

check('first load', sum(first.map(size)), 130);
for (const chunk of later) check(chunk, size(chunk), 60);
check('fonts', sum(fonts.map((name) => readFileSync(new URL(`assets/${name}`, dist)).length / 1024)), 80);

function sum(numbers) {
  return numbers.reduce((total, number) => total + number, 0);
}

function check(name, kilobytes, limit) {
  console.log(`${name}: ${kilobytes.toFixed(1)} kB of ${limit}`);
  if (kilobytes > limit) fail(`${name} is over its limit`);
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
