// Counts what the runners reported: node count-tests.mjs REPO RESULTS [--shows NAME]
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const [repo, folder, , shows] = process.argv.slice(2);

const marks = (title) => [...title.matchAll(/Shows=([a-z0-9-]+:\d+)/g)].map((match) => match[1]);

// xunit's report (CTRF): a failure outside of a test, such as a fixture's, stands apart.
function fromXunit(text) {
  const { tests, extra } = JSON.parse(text).results;
  const outside = (extra?.suites ?? []).flatMap((suite) => suite.errors ?? []);
  return [
    ...tests.map((test) => ({
      title: test.name,
      group: `${test.extra?.type}.${test.extra?.method}`,
      outcome: { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped',
      message: [test.message, test.trace].filter(Boolean).join('\n'),
      shows: [test.labels?.Shows ?? []].flat(),
    })),
    ...outside.map((error) => ({ title: 'Outside of a test', outcome: 'failed', message: JSON.stringify(error), shows: [] })),
  ];
}

function fromVitest(text) {
  return JSON.parse(text).testResults.flatMap((file) => {
    const tests = file.assertionResults.map((test) => ({
      title: test.fullName,
      outcome: { passed: 'passed', failed: 'failed' }[test.status] ?? 'skipped',
      message: test.failureMessages.join('\n'),
      shows: marks(test.fullName),
    }));
    const broken = file.status === 'failed' && !tests.some((test) => test.outcome === 'failed');
    return broken ? [...tests, { title: file.name, outcome: 'failed', message: file.message, shows: [] }] : tests;
  });
}

const outcomes = { PASS: 'passed', FAIL: 'failed', SKIP: 'skipped' };

function fromLines(text) {
  return text.split('\n').filter(Boolean).map((line) => {
    const title = line.slice(5);
    return { title, outcome: outcomes[line.slice(0, 4)], message: '', shows: marks(title) };
  });
}

function read(name) {
  const text = readFileSync(join(folder, name), 'utf8');
  if (name.endsWith('.ctrf.json')) return fromXunit(text);
  return name.endsWith('.json') ? fromVitest(text) : fromLines(text);
}

// Lines of "a | b | c", without comments.
function table(path) {
  const file = join(repo, path);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').filter((line) => line.trim() && !line.startsWith('#'));
  return lines.map((line) => line.split('|').map((cell) => cell.trim()));
}

const matches = (pattern, title) =>
  new RegExp(`^${pattern.split('*').map((part) => part.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`).test(title);

const allowed = table('tests/allowed-skips.txt');
const reasonFor = (title) => allowed.find(([pattern]) => matches(pattern, title))?.[1];

const all = readdirSync(folder).filter((name) => /\.(json|lines)$/.test(name)).flatMap(read);
// With --shows a test counts if it shows a line of it; a check that has no line counts only when it failed.
const counted = shows ? all.filter((test) => test.shows.some((mark) => mark.startsWith(`${shows}:`)) || (test.outcome === 'failed' && test.shows.length === 0)) : all;
const count = (outcome, tests = counted) => tests.filter((test) => test.outcome === outcome).length;
let faults = 0;

// A test with many cases is told in one line.
function groups(tests) {
  const byName = new Map();
  for (const test of tests) {
    const name = test.group ?? test.title;
    byName.set(name, [...(byName.get(name) ?? []), test]);
  }
  return byName;
}

function tellLine(number, sentence) {
  const mark = `${shows}:${number}`;
  const tests = counted.filter((test) => test.shows.includes(mark));
  const elsewhere = table('tests/shown-elsewhere.txt').filter(([line]) => line === mark);
  console.log(`\n${mark}  ${sentence}`);
  for (const [name, same] of groups(tests)) {
    const tally = ['passed', 'failed', 'skipped'].map((outcome) => [count(outcome, same), outcome]).filter(([n]) => n > 0);
    console.log(`  ${tally.map(([n, outcome]) => `${n} ${outcome}`).join(', ')}  ${name}`);
  }
  for (const [, command, words] of elsewhere) console.log(`  shown by  ${command}  ${words ?? ''}`);
  if (tests.length + elsewhere.length === 0) {
    faults += 1;
    console.log('  NOTHING SHOWS THIS LINE');
  }
}

if (shows) {
  for (const line of readFileSync(join(repo, 'tests/shows', `${shows}.txt`), 'utf8').split('\n').filter(Boolean)) {
    const [, number, sentence] = line.match(/^(\d+)\s+(.*)$/);
    tellLine(number, sentence);
  }
}

for (const test of counted.filter((one) => one.outcome === 'failed')) {
  console.log(`\nFAILED  ${test.title}`);
  if (test.message) console.log(test.message.split('\n').slice(0, 15).map((line) => `        ${line}`).join('\n'));
}

for (const test of counted.filter((one) => one.outcome === 'skipped')) {
  const reason = reasonFor(test.title);
  if (!reason && shows) faults += 1;
  console.log(`\n${reason ? 'skipped' : 'SKIPPED WITHOUT A REASON IN tests/allowed-skips.txt'}  ${test.title}\n        ${reason ?? test.message}`);
}

const failed = count('failed') + faults;
console.log(`\n${count('passed')} passed, ${failed} failed, ${count('skipped')} skipped`);
process.exit(failed > 0 ? 1 : 0);
