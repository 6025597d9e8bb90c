import type { TurnEvent } from '@/lib/api/types';

/** A stream in the host's format, told by the test one event at a time. */
export function eventStream({ from = 1 } = {}) {
  const encoder = new TextEncoder();
  let id = from;
  let out: ReadableStreamDefaultController<Uint8Array>;
  let left = false;
  const body = new ReadableStream<Uint8Array>({
    start: (controller) => void (out = controller),
    cancel: () => void (left = true),
  });
  const stream = {
    response: () => new Response(body, { headers: { 'Content-Type': 'text/event-stream' } }),
    tell(...events: TurnEvent[]) {
      if (left) return stream;
      for (const event of events) out.enqueue(encoder.encode(`id: ${id++}\ndata: ${JSON.stringify(event)}\n\n`));
      return stream;
    },
    end: () => (left || out.close(), stream),
    cut: () => (out.error(new TypeError('network error')), stream),
  };
  return stream;
}

export const started = (runId = 't1'): TurnEvent => ({ type: 'RUN_STARTED', threadId: 'c1', runId });

export const finished = (question: string | null = null, runId = 't1'): TurnEvent => ({
  type: 'RUN_FINISHED',
  threadId: 'c1',
  runId,
  result: { question, planner: 'offline' },
});

export const said = (text: string, messageId = 'm1'): TurnEvent[] => [
  { type: 'TEXT_MESSAGE_START', messageId, role: 'assistant' },
  ...text.split(/(?<= )/).map((delta): TurnEvent => ({ type: 'TEXT_MESSAGE_CONTENT', messageId, delta })),
  { type: 'TEXT_MESSAGE_END', messageId },
];
