/** The wire, by hand until the host's OpenAPI document generates it. */

export type Effect = 'read' | 'write' | 'remote' | 'outward' | 'erase';

export type ReceiptState =
  | 'planned'
  | 'pending_approval'
  | 'in_flight'
  | 'done'
  | 'failed'
  | 'refused'
  | 'unknown'
  | 'undone';

export type Json = Record<string, unknown>;

export type ReceiptView = {
  id: string;
  turnId: string | null;
  function: string;
  effect: Effect;
  state: ReceiptState;
  text: string;
  arguments: Json;
  result: Json | null;
  undoable: boolean;
  undoUntil: string | null;
  at: string;
  /** What to say where the person meant the other hour or day. */
  other?: string | null;
  /** The card that asks for it, where it waits for the person or came to nothing. */
  approval?: ApprovalView | null;
};

/** One argument on a card, with whose words it is: `owner`, `own`, `untrusted:kind:reference` or `composed`. */
export type CardValue = { argument: string; label: string; value: string; origin: string; words: string };

export type ApprovalView = {
  id: string;
  actionId: string;
  function: string;
  effect: Effect;
  text: string;
  arguments: Json;
  values: CardValue[];
  hash: string;
  code: string;
  expiresAt: string;
  state: 'open' | 'approved' | 'rejected' | 'expired';
  /** What others wrote that is in context, in words. */
  foreign?: string | null;
  /** The one recipient for which it may be allowed for good. */
  always?: string | null;
  askedAgain: boolean;
};

export type Decision = 'approve' | 'reject' | 'always';

export type MessageView = { id: string; text: string; saidAt: string };

export type Planner = 'offline' | 'gemini' | 'openai';

export type TurnView = {
  id: string;
  conversationId: string;
  state: 'running' | 'done' | 'failed' | 'cancelled';
  planner: Planner | null;
  messages: MessageView[];
  text: string;
  reply: string;
  question: string | null;
  receipts: ReceiptView[];
  startedAt: string;
  endedAt: string | null;
};

export type ConversationView = { conversationId: string | null; turns: TurnView[]; more: boolean };

export type Language = 'pt-BR' | 'en';

export type MeView = { name: string | null; language: Language; zone: string; planner: Planner };

export type NewTurn = { text: string; id: string; saidAt: string };

export type ErrorCode =
  | 'invalid'
  | 'not_found'
  | 'ambiguous'
  | 'conflict'
  | 'denied'
  | 'needs_approval'
  | 'unavailable'
  | 'over_limit'
  | 'unknown_outcome';

/** A day (`2026-12-05`), wall time in the person's zone (`2026-11-24T09:00`), or an instant with its offset. */
export type Moment = string;

export type EventView = {
  id: string;
  title: string;
  start: Moment;
  end: Moment;
  location: string | null;
  with: string[];
};

export type TaskView = {
  id: string;
  title: string;
  due: Moment | null;
  priority: 'low' | 'medium' | 'high';
  done: boolean;
  overdue: boolean;
  notes: string | null;
};

export type ReminderView = {
  id: string;
  text: string;
  due: Moment;
  repeat: string | null;
  done: boolean;
  isDue: boolean;
};

export type CheckInView = { sleepHours: number | null; energy: number | null; mood: number | null };

export type TodayView = {
  date: string;
  words: string;
  zone: string;
  events: EventView[];
  tasks: TaskView[];
  overdue: TaskView[];
  reminders: ReminderView[];
  checkIn: CheckInView | null;
  lastActions: ReceiptView[];
};

export type TurnEvent =
  | { type: 'RUN_STARTED'; threadId: string; runId: string }
  | { type: 'TOOL_CALL_START'; toolCallId: string; toolCallName: string }
  | { type: 'TOOL_CALL_ARGS'; toolCallId: string; delta: string }
  | { type: 'TOOL_CALL_END'; toolCallId: string }
  | { type: 'TOOL_CALL_RESULT'; messageId: string; toolCallId: string; content: string; role: 'tool' }
  | { type: 'CUSTOM'; name: 'tb.receipt'; value: ReceiptView }
  | { type: 'CUSTOM'; name: 'tb.approval.requested'; value: ApprovalView }
  | { type: 'TEXT_MESSAGE_START'; messageId: string; role: 'assistant' }
  | { type: 'TEXT_MESSAGE_CONTENT'; messageId: string; delta: string }
  | { type: 'TEXT_MESSAGE_END'; messageId: string }
  | { type: 'RUN_FINISHED'; threadId: string; runId: string; result: { question: string | null; planner: Planner | null } }
  | { type: 'RUN_ERROR'; message: string; code: string };
