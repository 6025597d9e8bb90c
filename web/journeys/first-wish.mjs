import assert from 'node:assert/strict';
import { desk, phone } from './browser.mjs';
import { faults } from './faults.mjs';

const wish = 'preciso comprar pão amanhã';
const undone = /^(desfeito|undone)$/;

export const firstWish = {
  title: 'AWishBecomesAReceiptThatCanBeTakenBack Shows=main-job:10',

  async walk({ browser, link, shots }) {
    const context = await browser.newContext({ ...desk, locale: 'pt-BR', reducedMotion: 'reduce' });
    const page = await context.newPage();
    const origin = new URL(link).origin;
    const strange = watch(page, origin);
    const shot = (name) => shots && page.screenshot({ path: `${shots}/${name}.png` });

    await page.goto(link);
    const field = page.getByRole('textbox');
    await field.waitFor();
    await page.locator('[aria-busy]').waitFor({ state: 'detached' });
    await shot('1-opened');

    // The person may have been here before: what counts is what this visit adds.
    const cards = page.getByRole('article');
    const earlier = await cards.count();
    const bread = await breads(page);
    const card = cards.nth(earlier);
    const undo = card.getByRole('button', { name: /^(Desfazer|Undo)/ });
    await field.fill(wish);
    await field.press('Enter');
    await card.getByText(/pão/).first().waitFor();
    await card.getByText('tasks.create_task').waitFor();
    assert.equal(await field.inputValue(), '');
    assert.equal(await breads(page), bread + 1, 'the task is there');
    await shot('2-receipt');

    await undo.click();
    await card.getByText(undone).waitFor();
    assert.equal(await undo.count(), 0, 'what is undone offers no second undo');
    assert.equal(await breads(page), bread, 'the task is gone');
    await shot('3-undone');

    await page.reload();
    await page.getByText(wish, { exact: true }).last().waitFor();
    await card.getByText(undone).waitFor();
    await shot('4-reloaded');

    await page.getByRole('link', { name: /^(Hoje|Today)$/ }).click();
    await page.getByRole('heading', { level: 2 }).first().waitFor();
    await page.getByRole('link', { name: /^(Conversa|Conversation)$/ }).click();
    await page.getByText(wish, { exact: true }).last().waitFor();

    await accessible(page, shots);
    assert.deepEqual(strange, [], 'nothing is loaded from elsewhere and nothing breaks the policy');
    await context.close();
  },
};

/** How many tasks speak of bread, asked at the same door as any other program's. */
function breads(page) {
  return page.evaluate(async () => {
    const headers = { 'Content-Type': 'application/json' };
    const answer = await fetch('/plugins/tasks/list_tasks', { method: 'POST', headers, body: '{"text":"pão"}' });
    return (await answer.json()).result.tasks.length;
  });
}

/** What a page must not do: ask other hosts, break its policy, throw. */
function watch(page, origin) {
  const strange = [];
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !/^(data|blob):/.test(request.url())) strange.push(request.url());
  });
  page.on('pageerror', (error) => strange.push(error.message));
  page.on('console', (message) => message.type() === 'error' && strange.push(message.text()));
  return strange;
}

async function accessible(page, shots) {
  const found = [];
  for (const path of ['/', '/today']) {
    for (const colorScheme of ['light', 'dark']) {
      for (const { viewport } of [desk, phone]) {
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.setViewportSize(viewport);
        await page.goto(new URL(path, page.url()).href);
        await page.getByRole('main').getByRole(path === '/' ? 'article' : 'region').first().waitFor();
        const where = `${path === '/' ? 'conversation' : 'today'}-${colorScheme}-${viewport.width}`;
        if (shots) await page.screenshot({ path: `${shots}/${where}.png` });
        found.push(...(await faults(page)).map((fault) => `${where}: ${fault}`));
        const wide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
        if (wide) found.push(`${where}: scrolls sideways`);
      }
    }
  }
  assert.deepEqual(found, [], 'axe finds nothing');
}
