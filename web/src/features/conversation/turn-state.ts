import type { Sent } from '@/lib/api/events';
import type { MessageView, ReceiptView, TurnView } from '@/lib/api/types';

export type Call = { id: string; function: string; arguments: string; ended: boolean };

export type Failure = { code: string; words: string };

/** One turn as the page shows it, whether it was read whole or is being told event by event. */
export type Turn = {
  id: string;
  phase: 'running' | 'done' | 'failed' | 'cancelled';
  messages: MessageView[];
  calls: Call[];
  receipts: ReceiptView[];
  text: { id: string; content: string }[];
  question: string | null;
  failure: Failure | null;
  startedAt: string | null;
  seen: readonly string[];
};

export const newTurn = (id: string, messages: MessageView[] = []): Turn => ({
  id,
  phase: 'running',
  messages,
  calls: [],
  receipts: [],
  text: [],
  question: null,
  failure: null,
  startedAt: null,
  seen: [],
});

export const fromView = (view: TurnView): Turn => ({
  ...newTurn(view.id, view.messages),
  phase: view.state,
  receipts: view.receipts,
  text: view.text ? [{ id: view.id, content: view.text }] : [],
  question: view.question,
  startedAt: view.startedAt,
});

/** Pure and idempotent by event id; a stream that starts again tells everything again. */
export function reduceTurn(turn: Turn, { id, event }: Sent): Turn {
  if (event.type === 'RUN_STARTED') {
    return { ...newTurn(event.runId, turn.messages), startedAt: turn.startedAt, seen: [id] };
  }
  if (turn.seen.includes(id)) return turn;
  return { ...turn, ...told(turn, event), seen: [...turn.seen, id] };
}

function told(turn: Turn, event: Sent['event']): Partial<Turn> {
  switch (event.type) {
    case 'TOOL_CALL_START':
      return {
        calls: put(turn.calls, { id: event.toolCallId, function: event.toolCallName, arguments: '', ended: false }),
      };
    case 'TOOL_CALL_ARGS':
      return { calls: edit(turn.calls, event.toolCallId, (call) => ({ arguments: call.arguments + event.delta })) };
    case 'TOOL_CALL_RESULT':
      return { calls: edit(turn.calls, event.toolCallId, () => ({ ended: true })) };
    case 'CUSTOM':
      if (event.name === 'tb.receipt') return { receipts: put(turn.receipts, event.value) };
      return {};
    case 'TEXT_MESSAGE_START':
      return { text: put(turn.text, { id: event.messageId, content: '' }) };
    case 'TEXT_MESSAGE_CONTENT':
      return { text: edit(turn.text, event.messageId, (part) => ({ content: part.content + event.delta })) };
    case 'RUN_FINISHED':
      return { phase: 'done', question: event.result?.question ?? null };
    case 'RUN_ERROR':
      return { phase: 'failed', failure: { code: event.code, words: event.message } };
    default:
      return {};
  }
}

const put = <T extends { id: string }>(all: T[], one: T) =>
  all.some(({ id }) => id === one.id) ? all.map((item) => (item.id === one.id ? one : item)) : [...all, one];

const edit = <T extends { id: string }>(all: T[], id: string, change: (item: T) => Partial<T>) =>
  all.map((item) => (item.id === id ? { ...item, ...change(item) } : item));
