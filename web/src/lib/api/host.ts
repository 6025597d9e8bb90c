import { readEvents, type Sent } from './events';
import { get, post, send } from './request';
import type { ApprovalView, ConversationView, Decision, Language, MeView, NewTurn, ReceiptView, TodayView, TurnView } from './types';

const card = ({ id }: ApprovalView) => `/api/v1/approvals/${encodeURIComponent(id)}`;

const turn = (id: string) => `/api/v1/turns/${encodeURIComponent(id)}`;

export const host = {
  me: (signal?: AbortSignal) => get<MeView>('/api/v1/me', signal),

  today: (signal?: AbortSignal) => get<TodayView>('/api/v1/today', signal),

  conversation: (before: string | null, signal?: AbortSignal) =>
    get<ConversationView>(
      `/api/v1/conversation?limit=50${before ? `&before=${encodeURIComponent(before)}` : ''}`,
      signal,
    ),

  turn: (id: string, signal?: AbortSignal) => get<TurnView>(turn(id), signal),

  async *say(message: NewTurn, signal: AbortSignal): AsyncGenerator<Sent> {
    const headers = { Accept: 'text/event-stream', 'Idempotency-Key': message.id };
    yield* readEvents(await post('/api/v1/turns', message, headers, signal));
  },

  async *follow(turnId: string, lastEventId: string | null, signal: AbortSignal): AsyncGenerator<Sent> {
    const headers: Record<string, string> = { Accept: 'text/event-stream' };
    if (lastEventId) headers['Last-Event-ID'] = lastEventId;
    yield* readEvents(await send(`${turn(turnId)}/events`, { headers, signal }));
  },

  async cancel(turnId: string): Promise<TurnView> {
    await post(`${turn(turnId)}/cancel`, {});
    return host.turn(turnId);
  },

  /** What comes of it is a turn of its own, which the conversation shows when it is read again. */
  async decide(approval: ApprovalView, decision: Decision): Promise<void> {
    const response = await post(`${card(approval)}/decision`, { decision, hash: approval.hash });
    await response.body?.cancel();
  },

  /** A new card of the same call; the conversation shows it when it is read again. */
  async askAgain(approval: ApprovalView): Promise<void> {
    const response = await post(`${card(approval)}/again`, { hash: approval.hash });
    await response.body?.cancel();
  },

  /** The cards that are opened, decided or expire, here or on another device, as it happens. */
  async *cardChanges(signal: AbortSignal): AsyncGenerator<string> {
    const headers = { Accept: 'text/event-stream' };
    const response = await send('/api/v1/approvals/changes', { headers, signal });
    for await (const { event } of readEvents<{ id: string }>(response)) yield event.id;
  },

  async undo(receiptId: string, key: string): Promise<ReceiptView> {
    const response = await post('/plugins/actions/undo', { action: receiptId }, { 'Idempotency-Key': key });
    return (await response.json()) as ReceiptView;
  },

  async setLanguage(language: Language): Promise<void> {
    await post('/plugins/assistant/set_language', { language }, { 'Idempotency-Key': crypto.randomUUID() });
  },
};
