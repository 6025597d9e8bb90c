// What the host in memory makes of a sentence: just enough to show every state of the page.
import { createHash, randomUUID } from 'node:crypto';

export function understand(text, turn, world) {
  const steps = [];
  const act = (name, words, args, more = {}) => steps.push(...call(name, args, receipt(turn, name, words, args, more)));
  if (/desfaz/.test(text)) {
    const last = world.turns.flatMap(({ view }) => view.receipts).findLast(({ undoable }) => undoable);
    if (last) Object.assign(last, { state: 'undone', undoable: false });
    act('actions.undo', last ? `Desfeito: ${last.text}` : 'Nada para desfazer.', {}, { undoable: false });
  } else if (/aluguel.*lembra/s.test(text)) {
    act('tasks.create_task', 'Tarefa: pagar o aluguel · sáb 05/12', { title: 'pagar o aluguel', due: '2026-12-05' });
    act('reminders.set_reminder', 'Lembrete: ligar pra dentista · amanhã, ter 24/11 09:00 (São Paulo)', { text: 'ligar pra dentista', at: '2026-11-24T09:00' });
  } else if (/preciso|protegido/.test(text)) {
    const title = text.replace(/.*preciso\s+/s, '').replace(/\s+amanhã.*/s, '');
    act('tasks.create_task', `Tarefa: ${title} · amanhã, ter 24/11`, { title, due: '2026-11-24' });
  } else if (/quais|lista/.test(text)) {
    act('tasks.list_tasks', 'Tarefas de hoje', { from: '2026-11-23', to: '2026-11-23' }, { effect: 'read', undoable: false });
    say(steps, 'Você tem três tarefas para hoje:\n· revisar o contrato do cliente · 10:00\n· caminhar 30 minutos\n· pagar o aluguel · atrasada desde qui 05/11');
  } else if (/reunião/.test(text)) {
    say(steps, 'Marco a reunião. Para quando?');
    steps.question = 'Para quando?';
  } else if (/e-mail|email/.test(text)) ask(steps, turn, world);
  else if (/html/.test(text)) say(steps, '<img src=x onerror=alert(1)> <script>alert(2)</script> [clique](javascript:alert(3)) e veja https://exemplo.com.br/ajuda?x=1.');
  else if (/demora/.test(text)) {
    act('calendar.find_free_time', 'Horários livres', {}, { effect: 'read', undoable: false });
    steps.push({ wait: 60_000 });
  } else if (/falha/.test(text)) {
    act('tasks.create_task', 'Tarefa: levar o carro na revisão · sex 27/11', { title: 'levar o carro na revisão', due: '2026-11-27' });
    steps.push({ type: 'RUN_ERROR', code: 'unavailable', message: 'O modelo não respondeu a tempo. Peça de novo daqui a pouco.' });
  } else say(steps, 'Isso eu ainda não sei responder sem um modelo. Sei criar tarefas, lembretes, compromissos e notas, e registrar como você dormiu.');
  return steps;
}

function say(steps, text) {
  const messageId = randomUUID();
  steps.push({ type: 'TEXT_MESSAGE_START', messageId, role: 'assistant' });
  for (const delta of text.match(/\S+\s*|\s+/g)) steps.push({ type: 'TEXT_MESSAGE_CONTENT', messageId, delta, wait: 8 });
  steps.push({ type: 'TEXT_MESSAGE_END', messageId });
}

function call(name, args, value) {
  const toolCallId = randomUUID();
  return [
    { type: 'TOOL_CALL_START', toolCallId, toolCallName: name },
    { type: 'TOOL_CALL_ARGS', toolCallId, delta: JSON.stringify(args) },
    { type: 'TOOL_CALL_END', toolCallId },
    { type: 'CUSTOM', name: 'tb.receipt', value },
    { type: 'TOOL_CALL_RESULT', toolCallId, messageId: randomUUID(), content: '{}', role: 'tool' },
  ];
}

function receipt(turn, name, text, args, more) {
  const undoUntil = new Date(Date.now() + 90 * 86_400_000).toISOString();
  return { id: randomUUID(), turnId: turn.view.id, function: name, effect: 'write', state: 'done', text, arguments: args, result: {}, undoable: true, undoUntil, at: new Date().toISOString(), ...more };
}

function ask(steps, turn, world) {
  const args = { to: 'marina@example.com', subject: 'Almoço de quinta', body: 'Oi, Marina!\nConfirmo o almoço de quinta às 12h30.\nAbraço, Thiago' };
  const waiting = receipt(turn, 'gmail.send_email', 'Enviar e-mail para marina@example.com', args, { effect: 'outward', state: 'pending_approval', undoable: false, undoUntil: null });
  const hash = createHash('sha256').update(JSON.stringify(args)).digest('hex');
  const values = [
    { argument: 'to', label: 'para', value: args.to, origin: 'owner', words: 'suas palavras' },
    { argument: 'subject', label: 'assunto', value: args.subject, origin: 'own', words: 'seus dados' },
    { argument: 'body', label: 'texto', value: args.body, origin: 'composed', words: 'composto' },
  ];
  const card = { id: randomUUID(), actionId: waiting.id, function: waiting.function, effect: 'outward', text: waiting.text, arguments: args, values, hash, code: hash.slice(0, 6), expiresAt: new Date(Date.now() + 300_000).toISOString(), state: 'open', foreign: null, always: args.to, askedAgain: false };
  waiting.approval = card;
  waiting.result = { status: 'pending_approval', approvalId: card.id, hash: card.hash };
  world.approvals.set(card.id, { ...card, receipt: waiting });
  steps.push(...call(waiting.function, args, waiting), { type: 'CUSTOM', name: 'tb.approval.requested', value: card });
}
