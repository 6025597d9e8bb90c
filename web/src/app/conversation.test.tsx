import { act, screen, waitFor, within } from '@testing-library/react';
import { fakeHost, offline, problem } from '@/testing/fake-host';
import { eventStream, finished, said, started } from '@/testing/event-stream';
import { openPage } from '@/testing/open-page';
import { receipt, receiptEvent, turn } from '@/testing/views';

const SAY = 'POST /api/v1/turns';
const log = () => within(screen.getByRole('list', { name: 'Mensagens' }));
const wish = 'preciso comprar pão amanhã';

async function say(user: ReturnType<typeof openPage>['user'], text = wish) {
  await user.type(await screen.findByRole('textbox', { name: 'Mensagem' }), `${text}{Enter}`);
}

describe('saying something', () => {
  it('ShowsTheReceiptAsItComesAndTheTextAsItIsSpoken', async () => {
    const stream = eventStream();
    const host = fakeHost().on(SAY, () => stream.response());
    const { user } = openPage();
    await say(user);
    act(() => void stream.tell(started(), receiptEvent()));
    expect(await log().findByText('Tarefa: comprar pão · amanhã, ter 24/11')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Desfazer/ })).toBeVisible();
    expect(screen.getByRole('button', { name: 'Parar' })).toBeVisible();
    stream.tell(...said('Bom pão! Quer um lembrete?').slice(0, 3));
    expect(await log().findByText('Bom pão!')).toBeVisible();
    host.turns = [turn({ receipts: [receipt()], text: 'Bom pão! Quer um lembrete?', question: 'Quer um lembrete?' })];
    stream.tell(...said('Bom pão! Quer um lembrete?').slice(3), finished('Quer um lembrete?')).end();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Parar' })).not.toBeInTheDocument());
    expect(log().getByText('Quer um lembrete?')).toBeVisible();
    expect(log().getAllByText(wish)).toHaveLength(1);
    expect(screen.getByRole('status')).toHaveTextContent('Tarefa: comprar pão');
  });

  it('SendsOneIdAsTheBodysAndAsTheKey', async () => {
    const host = fakeHost().on(SAY, () => eventStream().tell(started(), finished()).end().response());
    const { user } = openPage();
    await say(user);
    await waitFor(() => expect(host.to(SAY)).toHaveLength(1));
    const { body, headers } = host.to(SAY)[0]!;
    expect(body).toEqual({ id: expect.stringMatching(/^[0-9a-f-]{36}$/), text: wish, saidAt: expect.any(String) });
    expect(headers.get('Idempotency-Key')).toBe(body.id);
    expect(headers.get('Content-Type')).toBe('application/json');
  });

  it('BreaksTheLineOnShiftEnterAndSendsOnEnter', async () => {
    const host = fakeHost().on(SAY, () => eventStream().tell(started(), finished()).end().response());
    const { user } = openPage();
    await say(user, 'leite{Shift>}{Enter}{/Shift}pão');
    await waitFor(() => expect(host.to(SAY)[0]?.body.text).toBe('leite\npão'));
    expect(screen.getByRole('textbox')).toHaveValue('');
    expect(screen.getByRole('textbox')).toHaveFocus();
  });

  it('SendsNothingWhenThereIsNothingToSay', async () => {
    const host = fakeHost();
    const { user } = openPage();
    await say(user, '   ');
    await user.click(screen.getByRole('button', { name: 'Enviar' }));
    expect(host.to(SAY)).toHaveLength(0);
  });

  it('KeepsTheDraftOverAnotherPage', async () => {
    fakeHost();
    const { user } = openPage();
    await user.type(await screen.findByRole('textbox'), 'meio pensamento');
    await user.click(screen.getByRole('link', { name: 'Hoje' }));
    await screen.findByRole('heading', { name: 'Fio do dia' });
    await user.click(screen.getByRole('link', { name: 'Conversa' }));
    expect(await screen.findByRole('textbox')).toHaveValue('meio pensamento');
  });

  it('WritesAnExampleForThePersonToSend', async () => {
    const host = fakeHost();
    const { user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'quais tarefas tenho hoje?' }));
    expect(screen.getByRole('textbox')).toHaveValue('quais tarefas tenho hoje?');
    expect(screen.getByRole('textbox')).toHaveFocus();
    expect(host.to(SAY)).toHaveLength(0);
  });

  it('StopsATurnOnlyWhenAsked', async () => {
    const stream = eventStream().tell(started(), receiptEvent());
    const host = fakeHost([]).on(SAY, () => stream.response());
    host.on('POST /api/v1/turns/t1/cancel', () => Response.json({})).on('GET /api/v1/turns/t1', () => Response.json(turn({ state: 'cancelled' })));
    const { user } = openPage();
    await say(user);
    await user.click(await screen.findByRole('button', { name: 'Parar' }));
    host.turns = [turn({ state: 'cancelled', receipts: [receipt()] })];
    stream.tell(finished()).end();
    expect(await screen.findByText(/Você parou este pedido. O que aparece acima já foi feito/)).toBeVisible();
    expect(host.to('POST /api/v1/turns/t1/cancel')).toHaveLength(1);
  });

  it('JoinsAMessageToTheRunningTurnWithoutMixingItsWords', async () => {
    const first = eventStream().tell(started(), ...said('Um momento.').slice(0, 2));
    const second = eventStream().tell(started());
    fakeHost().on(SAY, () => first.response(), () => second.response());
    const { user } = openPage();
    await say(user);
    await log().findByText('Um');
    await say(user, 'e leite');
    await waitFor(() => expect(log().getByText('e leite')).toBeVisible());
    first.tell(...said('Um momento.').slice(2));
    second.tell(...said('Um momento.'));
    expect(await log().findByText('Um momento.')).toBeVisible();
    expect(log().getByText(wish)).toBeVisible();
  });
});

describe('a line that breaks', () => {
  it('ResumesAfterTheLastEventThatItHeard', async () => {
    const first = eventStream().tell(started(), receiptEvent());
    const rest = eventStream({ from: 3 }).tell(receiptEvent(), ...said('Feito.'), finished()).end();
    const host = fakeHost().on(SAY, () => first.response()).on('GET /api/v1/turns/t1/events', () => rest.response());
    const { user } = openPage();
    await say(user);
    await screen.findByRole('button', { name: /^Desfazer/ });
    first.cut();
    expect(await log().findByText('Feito.')).toBeVisible();
    expect(host.to('GET /api/v1/turns/t1/events')[0]?.headers.get('Last-Event-ID')).toBe('2');
    expect(screen.getAllByRole('button', { name: /^Desfazer/ })).toHaveLength(1);
    expect(host.to(SAY)).toHaveLength(1);
  });

  it('FollowsARunningTurnAfterAReload', async () => {
    const stream = eventStream().tell(started(), receiptEvent(), ...said('Ainda aqui.'));
    const host = fakeHost([turn({ state: 'running' })]).on('GET /api/v1/turns/t1/events', () => stream.response());
    openPage();
    expect(await screen.findByText('Ainda aqui.')).toBeVisible();
    expect(log().getAllByText(wish)).toHaveLength(1);
    host.turns = [turn({ receipts: [receipt()], text: 'Ainda aqui.' })];
    stream.tell(finished()).end();
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Parar' })).not.toBeInTheDocument());
    expect(log().getAllByText('Ainda aqui.')).toHaveLength(1);
  });

  it('SaysThatTheRequestGoesOnWhenItCannotComeBackAndComesBackWhenAsked', async () => {
    const first = eventStream().tell(started());
    const again = eventStream({ from: 2 }).tell(...said('Voltei.'), finished()).end();
    const host = fakeHost().on(SAY, () => first.response());
    host.on('GET /api/v1/turns/t1/events', offline);
    const { user } = openPage();
    await say(user);
    await screen.findByRole('button', { name: 'Parar' });
    first.cut();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Perdi o contato com o servidor no meio da resposta.');
    expect(alert).toHaveTextContent('O pedido continua no servidor; nada se perdeu.');
    host.on('GET /api/v1/turns/t1/events', () => again.response());
    await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    expect(await log().findByText('Voltei.')).toBeVisible();
  });

  it('KeepsAMessageThatCouldNotBeSentAndRetriesItWithTheSameId', async () => {
    const answer = eventStream().tell(started(), receiptEvent(), finished()).end();
    const host = fakeHost().on(SAY, offline, () => answer.response());
    const { user } = openPage();
    await say(user);
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('Não consegui entregar esta mensagem.');
    expect(alert).toHaveTextContent('Sem contato com o TB Personal OS.');
    expect(alert).toHaveTextContent('Ela está guardada neste navegador');
    await user.click(within(alert).getByRole('button', { name: 'Tentar de novo' }));
    expect(await log().findByText(/comprar pão · amanhã/)).toBeVisible();
    expect(host.to(SAY).map(({ body }) => body.id)).toEqual([host.to(SAY)[0]!.body.id, host.to(SAY)[0]!.body.id]);
    expect(log().getAllByText(wish)).toHaveLength(1);
  });

  it('DeliversWhatAnEarlierVisitKept', async () => {
    fakeHost().on(SAY, offline);
    const first = openPage();
    await say(first.user);
    await screen.findByRole('alert');
    first.unmount();
    const host = fakeHost().on(SAY, () => eventStream().tell(started(), receiptEvent(), finished()).end().response());
    openPage();
    expect(await screen.findByRole('button', { name: /^Desfazer/ })).toBeVisible();
    expect(host.to(SAY)[0]?.body.text).toBe(wish);
  });

  it('SendsByItselfWhenTheNetworkIsBack', async () => {
    fakeHost().on(SAY, offline, () => eventStream().tell(started(), receiptEvent(), finished()).end().response());
    const { user } = openPage();
    await say(user);
    await screen.findByRole('alert');
    act(() => void window.dispatchEvent(new Event('online')));
    expect(await screen.findByRole('button', { name: /^Desfazer/ })).toBeVisible();
  });
});

describe('what failed', () => {
  it('TellsAClosedDoorFromAFailure', async () => {
    fakeHost().on(SAY, () => new Response(null, { status: 401 }));
    const { user } = openPage();
    await say(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('Abra o link que ./tbos run mostrou');
  });

  it('ShowsTheHostsOwnWordsForARefusal', async () => {
    fakeHost().on(SAY, problem(400, 'invalid', 'A mensagem é longa demais: até 8.000 caracteres.'));
    const { user } = openPage();
    await say(user);
    expect(await screen.findByRole('alert')).toHaveTextContent('A mensagem é longa demais: até 8.000 caracteres.');
  });

  it('SaysWhatWasDoneBeforeATurnBrokeOff', async () => {
    const stream = eventStream();
    const host = fakeHost().on(SAY, () => stream.response());
    const { user } = openPage();
    await say(user);
    host.turns = [turn({ state: 'failed', receipts: [receipt()] })];
    stream.tell(started(), receiptEvent(), { type: 'RUN_ERROR', code: 'unavailable', message: 'O modelo não respondeu.' }).end();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('O modelo não respondeu.');
    expect(alert).toHaveTextContent('O que aparece acima já foi feito e continua valendo.');
    await user.click(within(alert).getByRole('button', { name: 'Pedir de novo' }));
    expect(screen.getByRole('textbox')).toHaveValue(wish);
  });

  it('SaysThatTheConversationCouldNotBeOpenedAndOpensItWhenAsked', async () => {
    const host = fakeHost([turn({ receipts: [receipt()] })]);
    host.on('GET /api/v1/conversation', problem(503, 'unavailable', 'O banco de dados não responde.'));
    const { user } = openPage();
    expect(await screen.findByRole('alert')).toHaveTextContent('O banco de dados não responde.');
    host.on('GET /api/v1/conversation', () => Response.json({ conversationId: 'c1', turns: host.turns, more: false }));
    await user.click(screen.getByRole('button', { name: 'Tentar de novo' }));
    expect(await screen.findByText(wish)).toBeVisible();
  });
});

describe('words that are not ours', () => {
  const attack = '<img src=x onerror="globalThis.hit=1"><script>globalThis.hit=1</script><b>oi</b> [clique](javascript:globalThis.hit=1)';

  it('AreShownAsTextWhereverTheyStand', async () => {
    fakeHost([
      turn({
        messages: [{ id: 'm', text: attack, saidAt: new Date().toISOString() }],
        text: attack,
        question: `${attack}?`,
        receipts: [receipt({ text: attack, arguments: { title: attack } })],
      }),
    ]);
    const { container, user } = openPage();
    await user.click(await screen.findByRole('button', { name: 'Detalhes de tasks.create_task' }));
    expect(screen.getAllByText((_, element) => element?.textContent === attack && element.children.length === 0)).toHaveLength(4);
    expect(container.querySelector('img, script, b, a[href^="javascript"]')).toBeNull();
    expect(globalThis).not.toHaveProperty('hit');
  });

  it('BecomeALinkOnlyForAnHonestAddressWhoseHostIsShown', async () => {
    fakeHost([turn({ text: 'Veja https://exemplo.com.br/ajuda?x=1. E https://banco.com@mal.example/ javascript:alert(1) data:text/html,x' })]);
    openPage();
    const link = await screen.findByRole('link', { name: /exemplo.com.br/ });
    expect(link).toHaveAttribute('href', 'https://exemplo.com.br/ajuda?x=1');
    expect(link).toHaveAttribute('rel', expect.stringContaining('noopener'));
    expect(within(screen.getByRole('main')).getAllByRole('link')).toHaveLength(1);
  });
});
