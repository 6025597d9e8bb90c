import type { Sent } from '@/lib/api/events';
import type { TurnEvent } from '@/lib/api/types';
import { finished, said, started } from '@/testing/event-stream';
import { receipt, receiptEvent } from '@/testing/views';
import { newTurn, reduceTurn } from './turn-state';

const numbered = (...events: TurnEvent[]): Sent[] => events.map((event, index) => ({ id: String(index + 1), event }));
const told = (events: Sent[]) => events.reduce(reduceTurn, newTurn('t1'));

const whole = numbered(
  started(),
  { type: 'TOOL_CALL_START', toolCallId: 'c', toolCallName: 'tasks.create_task' },
  { type: 'TOOL_CALL_ARGS', toolCallId: 'c', delta: '{"title":' },
  { type: 'TOOL_CALL_ARGS', toolCallId: 'c', delta: '"pão"}' },
  { type: 'TOOL_CALL_END', toolCallId: 'c' },
  receiptEvent({ state: 'in_flight' }),
  receiptEvent(),
  { type: 'TOOL_CALL_RESULT', toolCallId: 'c', messageId: 'x', content: '{}', role: 'tool' },
  ...said('Mais alguma coisa?'),
  finished('Mais alguma coisa?'),
);

describe('a turn', () => {
  it('IsTheSumOfItsEvents', () => {
    expect(told(whole)).toMatchObject({
      phase: 'done',
      calls: [{ function: 'tasks.create_task', arguments: '{"title":"pão"}', ended: true }],
      receipts: [receipt()],
      text: [{ content: 'Mais alguma coisa?' }],
      question: 'Mais alguma coisa?',
    });
  });

  it('IsTheSameWhenEventsComeTwice', () => {
    const doubled = whole.flatMap((sent) => (sent.event.type === 'RUN_STARTED' ? [sent] : [sent, sent]));
    expect(told(doubled)).toEqual(told(whole));
  });

  it('IsTheSameWhenTheStreamStartsAgainAtAnyPoint', () => {
    for (let cut = 1; cut <= whole.length; cut++) {
      expect(told([...whole.slice(0, cut), ...whole])).toEqual(told(whole));
    }
  });

  it('IsTheSameWhenTheStreamIsResumedWithAnOverlap', () => {
    for (let cut = 2; cut < whole.length; cut++) {
      expect(told([...whole.slice(0, cut), ...whole.slice(cut - 1)])).toEqual(told(whole));
    }
  });

  it('KeepsThePersonsWordsWhenTheStreamStartsAgain', () => {
    const message = { id: 'm', text: 'oi', saidAt: '2026-11-23T12:00:00Z' };
    expect(whole.reduce(reduceTurn, newTurn('t1', [message])).messages).toEqual([message]);
  });

  it('TakesTheTextSoFarInOnePieceAfterARestart', () => {
    const half = whole.slice(0, 10);
    const again = numbered(started(), ...said('Mais alguma coisa? Diga.'));
    expect(told([...half, ...again]).text).toEqual([{ id: 'm1', content: 'Mais alguma coisa? Diga.' }]);
  });

  it('IsNotChangedByTheReducer', () => {
    const before = Object.freeze(newTurn('t1'));
    expect(() => whole.reduce(reduceTurn, before)).not.toThrow();
    expect(before.receipts).toEqual([]);
  });
});
