import assert from 'node:assert/strict';
import { desk, phone } from './browser.mjs';
import { faults } from './faults.mjs';

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
    await shot('1-opened');

    // A word of its own, so that an earlier visit's bread is not taken for this one's.
    const bread = `pão ${Date.now().toString(36)}`;
    const wish = `preciso comprar ${bread} amanhã`;
    await field.fill(wish);
    await field.press('Enter');
    const card = page.getByRole('article').filter({ hasText: bread });
    await card.waitFor();
    await card.getByText('tasks.create_task').waitFor();
    assert.equal(await field.inputValue(), '');
    await shot('2-receipt');

    await card.getByRole('button', { name: /^(Desfazer|Undo)/ }).click();
    await card.getByText(/^(desfeito|undone)$/).waitFor();
    assert.equal(await card.getByRole('button', { name: /^(Desfazer|Undo)/ }).count(), 0);
    await shot('3-undone');

    const tasks = await page.evaluate(() => fetch('/api/v1/today').then((answer) => answer.json()));
    assert.ok(!JSON.stringify([tasks.tasks, tasks.overdue]).includes(bread), 'the task is still there');

    await page.reload();
    await page.getByText(wish, { exact: true }).waitFor();
    await card.getByText(/^(desfeito|undone)$/).waitFor();
    await shot('4-reloaded');

    await page.getByRole('link', { name: /^(Hoje|Today)$/ }).click();
    await card.getByText(/^(desfeito|undone)$/).waitFor();
    await page.getByRole('link', { name: /^(Conversa|Conversation)$/ }).click();
    await page.getByText(wish, { exact: true }).waitFor();

    await accessible(page, shots);
    assert.deepEqual(strange, [], 'nothing is loaded from elsewhere and nothing breaks the policy');
    await context.close();
  },
};

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
        await page.getByRole('main').getByRole('article').first().waitFor();
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
