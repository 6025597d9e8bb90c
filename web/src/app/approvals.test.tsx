import { screen, within } from '@testing-library/react';
import type { ReceiptView } from '@/lib/api/types';
import { fakeHost, problem } from '@/testing/fake-host';
import { eventStream, finished, started } from '@/testing/event-stream';
import { openPage } from '@/testing/open-page';
import { approval, receipt, turn } from '@/testing/views';

const DECIDE = 'POST /api/v1/approvals/a1/decision';
const AGAIN = 'POST /api/v1/approvals/a1/again';
const waiting = receipt({
  function: 'gmail.send_email',
  effect: 'outward',
  state: 'pending_approval',
  text: 'Enviar e-mail para marina@example.com',
  arguments: { to: 'marina@example.com', body: 'Confirmo.' },
  result: { status: 'pending_approval', approvalId: 'a1', hash: 'h1' },
  undoable: false,
  at: new Date().toISOString(),
  approval: approval(),
});

/** A conversation whose last turn waits for the person, opened after a reload. */
const waitingHost = (change: Partial<ReceiptView> = {}) => fakeHost([turn({ receipts: [{ ...waiting, ...change }] })]);

const CARD = { name: 'Precisa da sua aprovação' };

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
    expect(await screen.findByText(/Vale até .*09:00\. Sem resposta, nada é feito\./)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Enviar agora' })).toHaveLength(1);
  });

  it.each([
    ['Enviar agora', 'approve', 'Aprovado por você'],
    ['Não enviar', 'reject', 'Você disse não; nada foi feito.'],
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
    await user.click(await screen.findByRole('button', { name: 'Enviar agora' }));
    expect(await screen.findByText('Enviei.')).toBeVisible();
    expect(screen.getByText('E-mail enviado')).toBeVisible();
    expect(screen.queryByRole('article', { name: 'Precisa da sua aprovação' })).not.toBeInTheDocument();
  });

  it('StaysOpenAndSaysWhyWhenTheDecisionDidNotArrive', async () => {
    waitingHost().on(DECIDE, problem(409, 'conflict', 'O texto mudou. Veja o novo pedido.'));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Enviar agora' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('O texto mudou. Veja o novo pedido.');
    expect(screen.getByRole('button', { name: 'Enviar agora' })).toBeVisible();
  });

  it('KnowsUntilWhenItIsValidAfterAReload', async () => {
    waitingHost({ approval: approval({ expiresAt: '2999-01-01T12:00:00Z' }) });
    openPage();
    expect(await screen.findByText(/Vale até .*09:00\. Sem resposta, nada é feito\./)).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Enviar agora' })).toHaveLength(1);
  });

  it('SaysWhoseWordsEachValueIsAndWhatOfOthersIsAbout', async () => {
    const values = [
      ...approval().values,
      { argument: 'subject', label: 'assunto', value: 'Segue o código', origin: 'untrusted:mail:m1', words: 'de um e-mail (m1)' },
    ];
    waitingHost({ approval: approval({ values, foreign: 'de um e-mail (m1)' }) });
    openPage();
    const card = within(await screen.findByRole('article', CARD));
    expect(card.getAllByRole('term').map((term) => term.textContent)).toEqual(['parasuas palavras', 'textocomposto', 'assuntode um e-mail (m1)']);
    expect(card.getByText('Há conteúdo de terceiros nesta conversa: de um e-mail (m1). Confira antes de aprovar.')).toBeVisible();
  });

  it('OffersForGoodOnlyWhereTheHostDoes', async () => {
    const host = waitingHost({ approval: approval({ always: 'marina@example.com' }) }).on(DECIDE, () => Response.json({ turnId: null }));
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Sempre para marina@example.com' }));
    expect(await screen.findByText('Aprovado por você, e daqui em diante sem perguntar')).toHaveFocus();
    expect(host.to(DECIDE)[0]?.body).toEqual({ decision: 'always', hash: 'h1' });
  });

  it('OffersItNowhereElse', async () => {
    waitingHost();
    openPage();
    await screen.findByRole('button', { name: 'Enviar agora' });
    expect(screen.queryByRole('button', { name: /^Sempre/ })).not.toBeInTheDocument();
  });

  it('ExpiresByItselfAndIsAskedAgainByANewCard', async () => {
    const host = waitingHost({ approval: approval({ expiresAt: new Date(Date.now() + 400).toISOString() }) });
    host.on(AGAIN, () => {
      const old = { ...waiting, state: 'refused' as const, approval: approval({ state: 'expired', askedAgain: true }) };
      host.turns = [turn({ receipts: [old, { ...waiting, id: 'r2', approval: approval({ id: 'a2', actionId: 'r2' }) }] })];
      return Response.json(approval({ id: 'a2' }));
    });
    const { user } = openPage();
    await screen.findByRole('button', { name: 'Enviar agora' });
    expect(await screen.findByText('Expirou, nada foi enviado.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Enviar agora' })).not.toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Pedir de novo' }));
    expect(await screen.findByText('Expirou; o novo pedido está no fim desta resposta.')).toBeVisible();
    expect(screen.getAllByRole('button', { name: 'Enviar agora' })).toHaveLength(1);
    expect(screen.queryByRole('button', { name: 'Pedir de novo' })).not.toBeInTheDocument();
    expect(host.to(AGAIN)[0]?.body).toEqual({ hash: 'h1' });
  });

  it('ClosesWhenAnotherDeviceDecided', async () => {
    const host = waitingHost();
    const changes = new TransformStream<Uint8Array>();
    host.on('GET /api/v1/approvals/changes', () => new Response(changes.readable));
    openPage();
    await screen.findByRole('button', { name: 'Enviar agora' });
    host.turns = [turn({ receipts: [{ ...waiting, state: 'done', text: 'E-mail enviado', approval: null }] })];
    void changes.writable.getWriter().write(new TextEncoder().encode('id: a1\ndata: {"id":"a1"}\n\n'));
    expect(await screen.findByText('E-mail enviado')).toBeVisible();
    expect(screen.queryByRole('article', CARD)).not.toBeInTheDocument();
  });
});
