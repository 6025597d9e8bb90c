import type { TurnEvent } from './types';

export type Sent<T = TurnEvent> = { id: string; event: T };

/** The host sends a comment every 15 seconds; three missed ones mean that nobody is there any more. */
const SILENCE = 46_000;

/** Reads server-sent events from a response. Ends with the stream; throws when it breaks or falls silent. */
export async function* readEvents<T = TurnEvent>(response: Response, silence = SILENCE): AsyncGenerator<Sent<T>> {
  const reader = response.body!.getReader();
  const decoder = new TextDecoder();
  let rest = '';
  let id = '';
  let data: string[] = [];
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), silence);
      if (done) return;
      rest += decoder.decode(value, { stream: true });
      const lines = rest.split(/\r\n|\n|\r(?!$)/);
      rest = lines.pop()!;
      for (const line of lines) {
        if (line === '') {
          if (data.length > 0) yield { id, event: JSON.parse(data.join('\n')) as T };
          data = [];
        } else if (line.startsWith('data:')) data.push(field(line, 5));
        else if (line.startsWith('id:')) id = field(line, 3);
      }
    }
  } finally {
    reader.cancel().catch(() => {});
  }
}

const field = (line: string, from: number) => line.slice(line[from] === ' ' ? from + 1 : from);

function within<T>(promise: Promise<T>, limit: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('silence')), limit);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
