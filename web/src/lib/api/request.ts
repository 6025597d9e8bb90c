/** What went wrong, told apart by what the person can do about it. */
export class RequestError extends Error {
  readonly kind: 'offline' | 'signed_out' | 'refused';
  readonly status: number;
  readonly code: string | null;
  /** The host's own words for the person, if it had any. */
  readonly words: string | null;

  constructor(kind: RequestError['kind'], status = 0, code: string | null = null, words: string | null = null) {
    super(words ?? kind);
    this.name = 'RequestError';
    this.kind = kind;
    this.status = status;
    this.code = code;
    this.words = words;
  }
}

export async function send(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(path, { credentials: 'same-origin', cache: 'no-store', ...init });
  } catch (error) {
    if (init.signal?.aborted) throw error;
    throw new RequestError('offline');
  }
  if (!response.ok) throw await refusal(response);
  return response;
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  const response = await send(path, signal ? { signal } : {});
  return (await response.json()) as T;
}

export function post(path: string, body: unknown, headers: Record<string, string> = {}, signal?: AbortSignal) {
  return send(path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body),
    ...(signal ? { signal } : {}),
  });
}

async function refusal(response: Response): Promise<RequestError> {
  if (response.status === 401) return new RequestError('signed_out', 401);
  const problem = (await response.json().catch(() => ({}))) as { code?: string; detail?: string; title?: string };
  return new RequestError('refused', response.status, problem.code ?? null, problem.detail ?? problem.title ?? null);
}
