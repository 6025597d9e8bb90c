// A host in memory that speaks the wire format, to work on the page alone: node journeys/mock-host.mjs [--port N]
import { randomUUID } from 'node:crypto';
import { createReadStream, existsSync, statSync } from 'node:fs';
import { createServer } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { fileURLToPath } from 'node:url';
import { understand } from './mock-planner.mjs';

const dist = fileURLToPath(new URL('../dist/', import.meta.url));
const types = { '.html': 'text/html; charset=utf-8', '.js': 'text/javascript', '.css': 'text/css', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.woff': 'font/woff' };
export const policy =
  "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; font-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'";

export async function startMockHost({ port = 0, pace = 40 } = {}) {
  const world = { conversationId: randomUUID(), turns: [], approvals: new Map(), me: { name: 'Thiago', language: 'pt-BR', zone: 'America/Sao_Paulo', planner: 'offline' } };
  const code = randomUUID();
  const cookie = `tbos=${randomUUID()}`;

  const server = createServer(async (request, response) => {
    const url = new URL(request.url, 'http://host');
    response.setHeader('Content-Security-Policy', policy);
    response.setHeader('X-Content-Type-Options', 'nosniff');
    if (url.pathname === `/api/v1/auth/link/${code}`) {
      response.writeHead(302, { Location: '/', 'Set-Cookie': `${cookie}; HttpOnly; SameSite=Strict; Path=/` });
      return response.end();
    }
    if (!request.headers.cookie?.includes(cookie)) return problem(response, 401, 'denied', 'Sem acesso.');
    const body = request.method === 'POST' ? await read(request) : null;
    const route = routes.find(([method, path]) => method === request.method && path.test(url.pathname));
    if (route) return route[2]({ request, response, body, url, world, pace, id: url.pathname.match(route[1])[1] });
    if (/^\/(api|plugins)\//.test(url.pathname)) return problem(response, 404, 'not_found', 'Não existe.');
    file(response, url.pathname);
  });
  await new Promise((resolve) => server.listen(port, '127.0.0.1', resolve));
  const origin = `http://127.0.0.1:${server.address().port}`;
  return { origin, link: `${origin}/api/v1/auth/link/${code}`, world, stop: () => (server.closeAllConnections(), server.close()) };
}

const routes = [
  ['GET', /^\/api\/v1\/me$/, ({ response, world }) => json(response, world.me)],
  ['GET', /^\/api\/v1\/today$/, ({ response, world }) => json(response, today(world))],
  ['GET', /^\/api\/v1\/conversation$/, ({ response, url, world }) => json(response, page(world, url.searchParams))],
  ['POST', /^\/api\/v1\/turns$/, say],
  ['GET', /^\/api\/v1\/turns\/([^/]+)$/, ({ response, world, id }) => json(response, find(world, id).view)],
  ['GET', /^\/api\/v1\/turns\/([^/]+)\/events$/, ({ request, response, world, id }) => stream(response, find(world, id), Number(request.headers['last-event-id'] ?? 0))],
  ['POST', /^\/api\/v1\/turns\/([^/]+)\/cancel$/, ({ response, world, id }) => (find(world, id).cancel(), json(response, {}))],
  ['GET', /^\/api\/v1\/approvals\/changes$/, ({ response }) => (response.writeHead(200, { 'Content-Type': 'text/event-stream' }), response.write(':\n\n'))],
  ['POST', /^\/api\/v1\/approvals\/([^/]+)\/decision$/, decide],
  ['POST', /^\/api\/v1\/approvals\/([^/]+)\/again$/, askAgain],
  ['POST', /^\/plugins\/tasks\/list_tasks$/, ({ response, world, body }) => json(response, { result: { tasks: open(world, body.text), more: false } })],
  ['POST', /^\/plugins\/actions\/undo$/, undo],
  ['POST', /^\/plugins\/assistant\/set_language$/, ({ response, world, body }) => ((world.me.language = body.language), json(response, {}))],
];

function say({ response, body, world, pace }) {
  const known = world.turns.find((turn) => turn.view.messages.some((message) => message.id === body.id));
  if (known) return stream(response, known, 0);
  const turn = begin(world, [{ id: body.id, text: body.text, saidAt: body.saidAt ?? new Date().toISOString() }]);
  void tell(turn, understand(body.text, turn, world), pace);
  stream(response, turn, 0, /corta/.test(body.text) ? 3 : Infinity);
}

function begin(world, messages) {
  const turn = { events: [], watchers: new Set(), cancelled: false };
  turn.view = { id: randomUUID(), conversationId: world.conversationId, state: 'running', planner: 'offline', messages, text: '', reply: '', question: null, receipts: [], startedAt: new Date().toISOString(), endedAt: null };
  turn.stopped = new Promise((resolve) => (turn.cancel = () => resolve((turn.cancelled = true))));
  world.turns.push(turn);
  return turn;
}

async function tell(turn, steps, pace) {
  const emit = (event) => {
    record(turn, event);
    turn.events.push({ id: turn.events.length + 1, event });
    for (const watcher of turn.watchers) watcher();
  };
  emit({ type: 'RUN_STARTED', threadId: turn.view.conversationId, runId: turn.view.id });
  for (const step of steps) {
    await Promise.race([turn.stopped, new Promise((resolve) => setTimeout(resolve, step.wait ?? pace).unref())]);
    if (turn.cancelled) break;
    if (step.type) emit(step);
  }
  turn.view.endedAt = new Date().toISOString();
  if (turn.cancelled) emit({ type: 'TEXT_MESSAGE_START', messageId: 'stopped', role: 'assistant' });
  if (turn.cancelled) emit({ type: 'TEXT_MESSAGE_CONTENT', messageId: 'stopped', delta: 'Parei aqui, como você pediu.' });
  if (turn.view.state === 'running') emit({ type: 'RUN_FINISHED', threadId: turn.view.conversationId, runId: turn.view.id, result: { question: steps.question ?? null, planner: 'offline' } });
}

function record({ view, cancelled }, event) {
  if (event.name === 'tb.receipt') view.receipts = [...view.receipts.filter(({ id }) => id !== event.value.id), event.value];
  if (event.type === 'TEXT_MESSAGE_CONTENT') view.text += event.delta;
  if (event.type === 'RUN_FINISHED') Object.assign(view, { state: cancelled ? 'cancelled' : 'done', question: event.result.question });
  if (event.type === 'RUN_ERROR') view.state = 'failed';
}

function stream(response, turn, after, breakAt = Infinity) {
  response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
  let sent = after;
  const write = () => {
    for (const { id, event } of turn.events.slice(sent)) {
      if (id > breakAt) return leave(() => response.destroy());
      response.write(`id: ${id}\ndata: ${JSON.stringify(event)}\n\n`);
      sent = id;
      if (event.type === 'RUN_FINISHED' || event.type === 'RUN_ERROR') return leave(() => response.end());
    }
  };
  const beat = setInterval(() => response.write(':\n\n'), 15_000);
  const leave = (end) => (turn.watchers.delete(write), clearInterval(beat), end());
  response.on('close', () => leave(() => {}));
  turn.watchers.add(write);
  write();
}

function decide({ response, body, world, id, pace }) {
  const card = world.approvals.get(id);
  if (!card || card.hash !== body.hash) return problem(response, 409, 'conflict', 'Este pedido mudou. Veja o novo antes de decidir.');
  card.state = body.decision === 'reject' ? 'rejected' : 'approved';
  card.receipt.state = body.decision === 'reject' ? 'refused' : 'done';
  const turn = begin(world, []);
  const text = body.decision === 'reject' ? 'Certo, não enviei.' : 'Enviei.';
  void tell(turn, [{ type: 'TEXT_MESSAGE_START', messageId: 'm', role: 'assistant' }, { type: 'TEXT_MESSAGE_CONTENT', messageId: 'm', delta: text }, { type: 'TEXT_MESSAGE_END', messageId: 'm' }], pace);
  json(response, { turnId: turn.view.id });
}

function askAgain({ response, world, id }) {
  const old = world.approvals.get(id);
  Object.assign(old, { state: 'expired', askedAgain: true });
  old.receipt.state = 'refused';
  const receipt = { ...old.receipt, id: randomUUID(), state: 'pending_approval' };
  const card = { ...old, id: randomUUID(), actionId: receipt.id, state: 'open', askedAgain: false, expiresAt: new Date(Date.now() + 300_000).toISOString(), receipt };
  receipt.approval = { ...card, receipt: undefined };
  world.approvals.set(card.id, card);
  world.turns.find((turn) => turn.view.receipts.includes(old.receipt)).view.receipts.push(receipt);
  json(response, receipt.approval);
}

function undo({ response, body, world }) {
  const receipt = world.turns.flatMap((turn) => turn.view.receipts).find(({ id }) => id === body.action);
  if (!receipt) return problem(response, 404, 'not_found', 'Não há nada para desfazer.');
  if (/protegido/.test(receipt.text)) return problem(response, 409, 'conflict', 'A tarefa mudou depois disso. Mostro as duas versões em vez de desfazer.');
  Object.assign(receipt, { state: 'undone', undoable: false });
  json(response, { ...receipt, id: randomUUID(), function: 'actions.undo', state: 'done' });
}

const open = (world, text) =>
  world.turns
    .flatMap((turn) => turn.view.receipts)
    .filter((receipt) => receipt.function === 'tasks.create_task' && receipt.state === 'done' && receipt.text.includes(text));

function today(world) {
  const day = new Date().toLocaleDateString('sv-SE', { timeZone: world.me.zone });
  const receipts = world.turns.flatMap((turn) => turn.view.receipts).filter(({ effect }) => effect !== 'read');
  const task = (id, title, due) => ({ id, title, due, priority: 'medium', done: false, overdue: due < day, notes: null });
  return {
    date: day,
    words: 'hoje',
    zone: world.me.zone,
    events: [
      { id: 'e0', title: 'Feriado municipal', start: day, end: day, location: null, with: [] },
      { id: 'e1', title: 'Daily do time', start: `${day}T09:00`, end: `${day}T09:15`, location: null, with: [] },
      { id: 'e2', title: 'Dentista', start: `${day}T16:00`, end: `${day}T17:00`, location: 'Rua Augusta, 1200', with: [] },
    ],
    tasks: [task('t1', 'Revisar contrato do cliente', `${day}T10:00`), task('t2', 'Caminhar 30 minutos', day)],
    overdue: [task('t3', 'Pagar o aluguel', '2026-11-05')],
    reminders: [{ id: 'r1', text: 'Ligar para a Marina', due: `${day}T12:00`, repeat: null, done: false, isDue: false }],
    checkIn: null,
    lastActions: receipts.slice(-5).toReversed(),
  };
}

function page(world, query) {
  const views = world.turns.map((turn) => turn.view);
  const before = query.get('before');
  const end = before ? views.findIndex(({ id }) => id === before) : views.length;
  const start = Math.max(0, end - Number(query.get('limit') ?? 50));
  return { conversationId: world.conversationId, turns: views.slice(start, end), more: start > 0 };
}

const find = (world, id) => world.turns.find((turn) => turn.view.id === id);

function json(response, value, status = 200, type = 'application/json') {
  response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(value));
}

const problem = (response, status, code, detail) => json(response, { status, code, detail }, status, 'application/problem+json');

async function read(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return JSON.parse(Buffer.concat(chunks).toString() || '{}');
}

function file(response, path) {
  const wanted = join(dist, normalize(path));
  const found = wanted.startsWith(dist) && existsSync(wanted) && statSync(wanted).isFile() ? wanted : join(dist, 'index.html');
  response.writeHead(200, { 'Content-Type': types[extname(found)] ?? 'application/octet-stream' });
  createReadStream(found).pipe(response);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const port = Number(process.argv[process.argv.indexOf('--port') + 1]) || 5080;
  console.log((await startMockHost({ port })).link);
}
