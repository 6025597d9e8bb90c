import type { MeView, TurnView } from '@/lib/api/types';
import { today } from './views';

type Asked = { method: string; path: string; body: Record<string, unknown>; headers: Headers };
type Answer = (asked: Asked) => Response | Promise<Response>;

/** Stands where fetch stands. What a test does not say is answered as by a host with nothing in it. */
export function fakeHost(turns: TurnView[] = []) {
  const answers = new Map<string, Answer[]>();
  const me: MeView = { name: 'Thiago', language: 'pt-BR', zone: 'America/Sao_Paulo', planner: 'offline' };
  const host = {
    me,
    turns,
    today: today(),
    asked: [] as Asked[],
    /** Answers in turn, then goes on with the last. */
    on: (route: string, ...next: Answer[]) => (answers.set(route, next), host),
    to: (route: string) => host.asked.filter(({ method, path }) => `${method} ${path.split('?')[0]}` === route),
  };

  const usual: Record<string, Answer> = {
    'GET /api/v1/me': () => Response.json(host.me),
    'GET /api/v1/today': () => Response.json(host.today),
    'GET /api/v1/conversation': () => Response.json({ conversationId: 'c1', turns: host.turns, more: false }),
  };

  vi.stubGlobal('fetch', async (path: string, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    const body = init.body ? (JSON.parse(init.body as string) as Asked['body']) : {};
    const asked = { method, path, body, headers: new Headers(init.headers) };
    host.asked.push(asked);
    const route = `${method} ${path.split('?')[0]}`;
    const queue = answers.get(route) ?? [];
    const answer = (queue.length > 1 ? queue.shift() : queue[0]) ?? usual[route];
    return answer ? answer(asked) : new Response(null, { status: 404 });
  });
  return host;
}

export const problem = (status: number, code: string, detail: string): Answer => () =>
  Response.json({ status, code, detail }, { status, headers: { 'Content-Type': 'application/problem+json' } });

export const offline: Answer = () => Promise.reject(new TypeError('Failed to fetch'));
