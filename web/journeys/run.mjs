// node journeys/run.mjs --link URL [--shots DIR]: walks through the real page as a person would. --mock walks through the host in memory.
import { mkdirSync } from 'node:fs';
import { parseArgs, stripVTControlCharacters } from 'node:util';
import { openBrowser } from './browser.mjs';
import { firstWish } from './first-wish.mjs';

const { values } = parseArgs({ options: { link: { type: 'string' }, shots: { type: 'string' }, mock: { type: 'boolean' } } });
const mock = values.mock ? await (await import('./mock-host.mjs')).startMockHost() : null;
const link = values.link ?? mock?.link;
if (!link) {
  console.error('usage: node journeys/run.mjs --link URL [--shots DIR]');
  process.exit(2);
}
if (values.shots) mkdirSync(values.shots, { recursive: true });

const browser = await openBrowser();
let failed = 0;
for (const journey of [firstWish]) {
  try {
    await journey.walk({ browser, link, shots: values.shots });
    console.log(`PASS ${journey.title}`);
  } catch (error) {
    failed++;
    console.log(`FAIL ${journey.title}: ${stripVTControlCharacters(String(error?.message ?? error)).split('\n').slice(0, 12).join(' | ')}`);
  }
}
await browser.close();
mock?.stop();
process.exit(failed === 0 ? 0 : 1);
