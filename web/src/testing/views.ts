import type { ApprovalView, ReceiptView, TodayView, TurnEvent, TurnView } from '@/lib/api/types';

export const receipt = (change: Partial<ReceiptView> = {}): ReceiptView => ({
  id: 'r1',
  turnId: 't1',
  function: 'tasks.create_task',
  effect: 'write',
  state: 'done',
  text: 'Tarefa: comprar pão · amanhã, ter 24/11',
  arguments: { title: 'comprar pão', due: '2026-11-24' },
  result: {},
  undoable: true,
  undoUntil: '2999-01-01T00:00:00Z',
  at: '2026-11-23T12:00:00Z',
  ...change,
});

export const receiptEvent = (change: Partial<ReceiptView> = {}): TurnEvent => ({
  type: 'CUSTOM',
  name: 'tb.receipt',
  value: receipt(change),
});

export const approval = (change: Partial<ApprovalView> = {}): ApprovalView => ({
  id: 'a1',
  actionId: 'r1',
  function: 'gmail.send_email',
  effect: 'outward',
  text: 'Enviar e-mail para marina@example.com',
  arguments: { to: 'marina@example.com', body: 'Confirmo.' },
  values: [
    { argument: 'to', label: 'para', value: 'marina@example.com', origin: 'owner', words: 'suas palavras' },
    { argument: 'body', label: 'texto', value: 'Confirmo.', origin: 'composed', words: 'composto' },
  ],
  hash: 'h1',
  code: 'h1',
  expiresAt: '2999-01-01T12:00:00Z',
  state: 'open',
  foreign: null,
  always: null,
  askedAgain: false,
  ...change,
});

export const turn = (change: Partial<TurnView> = {}): TurnView => ({
  id: 't1',
  conversationId: 'c1',
  state: 'done',
  planner: 'offline',
  messages: [{ id: 'm-1', text: 'preciso comprar pão amanhã', saidAt: new Date().toISOString() }],
  text: '',
  reply: '',
  question: null,
  receipts: [],
  startedAt: new Date().toISOString(),
  endedAt: null,
  ...change,
});

export const today = (change: Partial<TodayView> = {}): TodayView => ({
  date: '2026-11-23',
  words: 'segunda-feira, 23 de novembro',
  zone: 'America/Sao_Paulo',
  events: [],
  tasks: [],
  overdue: [],
  reminders: [],
  checkIn: null,
  lastActions: [],
  ...change,
});
