import { readEvents } from './events';

const stream = (...chunks: (string | Uint8Array)[]) =>
  new Response(
    new ReadableStream<Uint8Array>({
      start(out) {
        for (const chunk of chunks) out.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
        out.close();
      },
    }),
  );

const texts = async (response: Response) => {
  const all = [];
  for await (const { id, event } of readEvents(response)) all.push([id, (event as unknown as { delta: string }).delta]);
  return all;
};

describe('the reader of server-sent events', () => {
  it('ReadsEventsOverAnyCutOfTheBytes', async () => {
    const bytes = new TextEncoder().encode('id: 7\ndata: {"delta":"amanhã"}\n\nid: 8\ndata: {"delta":"às 9"}\n\n');
    for (let cut = 1; cut < bytes.length; cut++) {
      expect(await texts(stream(bytes.slice(0, cut), bytes.slice(cut)))).toEqual([
        ['7', 'amanhã'],
        ['8', 'às 9'],
      ]);
    }
  });

  it('TakesCarriageReturnsCommentsAndDataOverLines', async () => {
    expect(await texts(stream(': alive\r\n\r\nid:1\r\nevent: x\r\ndata: {"delta":\r', '\ndata: "a"}\r\n\r\n'))).toEqual([['1', 'a']]);
  });

  it('LeavesOutAnEventThatWasNotFinished', async () => {
    expect(await texts(stream('id: 1\ndata: {"delta":"a"}\n\nid: 2\ndata: {"del'))).toEqual([['1', 'a']]);
  });

  it('GivesUpWhenTheHostFallsSilent', async () => {
    const silent = new Response(new ReadableStream());
    await expect(readEvents(silent, 5).next()).rejects.toThrow('silence');
  });
});
