import { screen, waitFor, within } from '@testing-library/react';
import type { ReceiptView } from '@/lib/api/types';
import { fakeHost, problem } from '@/testing/fake-host';
import { eventStream, finished, started } from '@/testing/event-stream';
import { openPage } from '@/testing/open-page';
import { approval, receipt, turn } from '@/testing/views';

const DECIDE = 'POST /api/v1/approvals/a1/decision';
const waiting = receipt({
  function: 'gmail.send_email',
  effect: 'outward',
  state: 'pending_approval',
  text: 'Enviar e-mail para marina@example.com',
  arguments: { to: 'marina@example.com', body: 'Confirmo.' },
  result: { status: 'pending_approval', approvalId: 'a1', hash: 'h1' },
  undoable: false,
  at: new Date().toISOString(),
});

/** A conversation whose last turn waits for the person, opened after a reload. */
const waitingHost = (change: Partial<ReceiptView> = {}) => fakeHost([turn({ receipts: [{ ...waiting, ...change }] })]);

describe('an approval', () => {
  it('ShowsAllThatWouldLeaveAndSurvivesAReload', async () => {
    waitingHost();
    openPage();
    const card = within(await screen.findByRole('article', { name: 'Precisa da sua aprovação' }));
    expect(card.getByText('marina@example.com')).toBeVisible();
    expect(card.getByText('Confirmo.')).toBeVisible();
    expect(card.getByText('gmail.send_email')).toBeVisible();
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  it('IsAskedWhileTheTurnIsTold', async () => {
    const stream = eventStream().tell(
      started(),
      { type: 'CUSTOM', name: 'tb.receipt', value: waiting },
      { type: 'CUSTOM', name: 'tb.approval.requested', value: approval({ expiresAt: '2999-01-01T12:00:00Z' }) },
      finished(),
    );
    const host = fakeHost().on('POST /api/v1/turns', () => stream.end().response());
    const { user } = openPage();
    host.turns = [turn({ receipts: [waiting] })];
    await user.type(await screen.findByRole('textbox'), 'confirma com a Marina{Enter}');
    expect(await screen.findByText('Vale até 09:00. Sem resposta, nada é feito.')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Aprovar' })).toHaveLength(1);
  });

  it.each([
    ['Aprovar', 'approve', 'Aprovado por você'],
    ['Não', 'reject', 'Você disse não; nada foi feito.'],
  ])('SendsTheHashThatWasOnTheScreen %s', async (button, decision, words) => {
    const host = waitingHost().on(DECIDE, () => Response.json({ turnId: null }));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: button }));
    expect(await screen.findByText(words)).toHaveFocus();
    expect(host.to(DECIDE)).toHaveLength(1);
    expect(host.to(DECIDE)[0]?.body).toEqual({ decision, hash: 'h1' });
    expect(screen.queryByRole('button', { name: button })).not.toBeInTheDocument();
  });

  it('GoesOnWithTheTurnThatTheDecisionStarted', async () => {
    const host = waitingHost();
    host.on(DECIDE, () => {
      host.turns = [turn({ receipts: [{ ...waiting, state: 'done', text: 'E-mail enviado' }] }), turn({ id: 't2', messages: [], text: 'Enviei.' })];
      return Response.json({ turnId: 't2' });
    });
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Aprovar' }));
    expect(await screen.findByText('Enviei.')).toBeVisible();
    expect(screen.getByText('E-mail enviado')).toBeVisible();
    expect(screen.queryByRole('article', { name: 'Precisa da sua aprovação' })).not.toBeInTheDocument();
  });

  it('StaysOpenAndSaysWhyWhenTheDecisionDidNotArrive', async () => {
    waitingHost().on(DECIDE, problem(409, 'conflict', 'O texto mudou. Veja o novo pedido.'));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Aprovar' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('O texto mudou. Veja o novo pedido.');
    expect(screen.getByRole('button', { name: 'Aprovar' })).toBeVisible();
  });

  it('KnowsUntilWhenItIsValidAfterAReload', async () => {
    const host = waitingHost({ at: '2026-11-23T00:00:00Z' });
    host.on('GET /api/v1/approvals', () => Response.json([approval({ expiresAt: '2999-01-01T12:00:00Z' })]));
    openPage();
    expect(await screen.findByText('Vale até 09:00. Sem resposta, nada é feito.')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Aprovar' })).toHaveLength(1);
  });

  it('ExpiresByItselfAndOffersToBeAskedAgain', async () => {
    waitingHost().on('GET /api/v1/approvals', () => Response.json([approval({ expiresAt: new Date(Date.now() + 400).toISOString() })]));
    const { user } = openPage();
    await screen.findByRole('button', { name: 'Aprovar' });
    expect(await screen.findByText('Expirou, nada foi feito.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Aprovar' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pedir de novo' }));
    await waitFor(() => expect(screen.getByRole('textbox')).toHaveValue('preciso comprar pão amanhã'));
  });
});
