import { readEvents, type Sent } from './events';
import { get, post, send } from './request';
import type { ApprovalView, ConversationView, Language, MeView, NewTurn, ReceiptView, TodayView, TurnView } from './types';

const turn = (id: string) => `/api/v1/turns/${encodeURIComponent(id)}`;

export const host = {
  me: (signal?: AbortSignal) => get<MeView>('/api/v1/me', signal),

  today: (signal?: AbortSignal) => get<TodayView>('/api/v1/today', signal),

  conversation: (before: string | null, signal?: AbortSignal) =>
    get<ConversationView>(
      `/api/v1/conversation?limit=50${before ? `&before=${encodeURIComponent(before)}` : ''}`,
      signal,
    ),

  /** The cards that wait for the person. */
  approvals: (signal?: AbortSignal) => get<ApprovalView[]>('/api/v1/approvals', signal),

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
  async decide(approval: ApprovalView, decision: 'approve' | 'reject'): Promise<void> {
    const path = `/api/v1/approvals/${encodeURIComponent(approval.id)}/decision`;
    const response = await post(path, { decision, hash: approval.hash });
    await response.body?.cancel();
  },

  async undo(receiptId: string, key: string): Promise<ReceiptView> {
    const response = await post('/plugins/actions/undo', { action: receiptId }, { 'Idempotency-Key': key });
    return (await response.json()) as ReceiptView;
  },

  async setLanguage(language: Language): Promise<void> {
    await post('/plugins/assistant/set_language', { language }, { 'Idempotency-Key': crypto.randomUUID() });
  },
};
