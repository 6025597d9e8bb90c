import { screen, waitFor, within } from '@testing-library/react';
import { fakeHost, offline, problem } from '@/testing/fake-host';
import { openPage } from '@/testing/open-page';
import { receipt, turn } from '@/testing/views';

const UNDO = 'POST /plugins/actions/undo';

describe('a receipt', () => {
  it('IsTakenBackOnceAndSaysSo', async () => {
    const host = fakeHost([turn({ receipts: [receipt()] })]);
    host.on(UNDO, () => {
      host.turns = [turn({ receipts: [receipt({ state: 'undone', undoable: false })] })];
      return Response.json(receipt({ id: 'r2', function: 'actions.undo' }));
    });
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Desfazer: Tarefa: comprar pão · amanhã, ter 24/11' }));
    expect(await screen.findByText('desfeito')).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Desfazer/ })).not.toBeInTheDocument();
    expect(host.to(UNDO)).toHaveLength(1);
    expect(host.to(UNDO)[0]?.body).toEqual({ action: 'r1' });
    expect(screen.getByRole('status')).toHaveTextContent('Desfeito: Tarefa: comprar pão');
    expect(screen.getByText(/comprar pão · amanhã/, { selector: 'p' })).toHaveFocus();
  });

  it('SaysWhyItWasNotTakenBackAndRetriesWithTheSameKey', async () => {
    const host = fakeHost([turn({ receipts: [receipt()] })]);
    host.on(UNDO, offline, problem(409, 'conflict', 'A tarefa mudou depois disso.'));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: /^Desfazer/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent(/Não desfiz.*Sem contato.*Nada mudou/);
    await user.click(screen.getByRole('button', { name: /^Desfazer/ }));
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('A tarefa mudou depois disso.'));
    const keys = host.to(UNDO).map(({ headers }) => headers.get('Idempotency-Key'));
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toBeTruthy();
  });

  it('CannotBeTakenBackWhenItsTimeIsOver', async () => {
    fakeHost([turn({ receipts: [receipt({ undoUntil: '2020-01-01T00:00:00Z' })] })]);
    openPage();
    expect(await screen.findByText(/comprar pão · amanhã/)).toBeVisible();
    expect(screen.queryByRole('button', { name: /^Desfazer/ })).not.toBeInTheDocument();
  });

  it('OffersTheOtherReadingOfTheLastDeedAndSaysIt', async () => {
    const host = fakeHost([
      turn({ receipts: [receipt({ id: 'r0', other: 'era 04:00' }), receipt({ other: 'era 05:00' })] }),
    ]);
    const { user } = openPage();
    await user.type(await screen.findByRole('textbox'), 'meia frase');
    await user.click(screen.getByRole('button', { name: 'era 05:00' }));
    await waitFor(() => expect(host.to('POST /api/v1/turns')).toHaveLength(1));
    expect(host.to('POST /api/v1/turns')[0]?.body).toMatchObject({ text: 'era 05:00' });
    expect(screen.queryByRole('button', { name: 'era 04:00' })).not.toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveValue('meia frase');
  });

  it('ShowsWhatItWasCalledWithWhenAsked', async () => {
    fakeHost([turn({ receipts: [receipt()] })]);
    const { user } = openPage();
    const name = await screen.findByRole('button', { name: 'Detalhes de tasks.create_task' });
    expect(screen.getByText('2026-11-24')).not.toBeVisible();
    await user.click(name);
    expect(screen.getByText('2026-11-24')).toBeVisible();
    expect(name).toHaveAttribute('aria-expanded', 'true');
    expect(screen.getByText(/Em 23\/11\/2026, 09:00/)).toBeVisible();
  });

  it.each([
    ['unknown', 'não sei se aconteceu'],
    ['refused', 'recusado'],
    ['in_flight', 'em andamento'],
  ] as const)('NamesTheState %s', async (state, words) => {
    fakeHost([turn({ receipts: [receipt({ state, undoable: false })] })]);
    openPage();
    expect(await screen.findByText(words)).toBeVisible();
  });

  it('OfWhatFailedIsOneSmallLineForTheAssistantSpeaksOfIt', async () => {
    fakeHost([turn({ receipts: [receipt({ state: 'failed', text: '', undoable: false })], text: 'Não achei essa tarefa.' })]);
    openPage();
    expect(await screen.findByText('não deu certo')).toBeVisible();
    expect(screen.queryByRole('article')).not.toBeInTheDocument();
  });

  it('OfALookIsOneSmallLine', async () => {
    fakeHost([turn({ receipts: [receipt({ function: 'tasks.list_tasks', effect: 'read', undoable: false, text: 'Tarefas' })] })]);
    openPage();
    const line = (await screen.findByText(/consultou/)).closest('li')!;
    expect(within(line).getByRole('button', { name: 'Detalhes de tasks.list_tasks' })).toBeVisible();
    expect(within(line).queryByRole('article')).not.toBeInTheDocument();
  });
});
