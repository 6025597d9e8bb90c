import { createStore } from 'zustand/vanilla';
import type { Sent } from '@/lib/api/events';
import { host } from '@/lib/api/host';
import { RequestError } from '@/lib/api/request';
import { usePreferences, type Unsent } from '@/lib/preferences';
import { fromView, newTurn, reduceTurn, type Turn } from './turn-state';

export type Link = 'open' | 'reconnecting' | 'lost';

/** The turns that are being told right now, the state of each line, and what could not be sent. */
export type LiveTurns = {
  turns: Record<string, Turn>;
  links: Record<string, Link>;
  failures: Record<string, RequestError>;
  deliver: (message: Unsent) => Promise<void>;
  follow: (turnId: string) => Promise<void>;
  retryLost: () => void;
  hangUp: () => void;
};

type Options = { onEnd: () => void; pauses?: number[] };

/** How long to wait before each new try to hear a turn again. */
const PAUSES = [0, 500, 1000, 2000, 4000, 8000];

export const createLiveTurns = ({ onEnd, pauses = PAUSES }: Options) => {
  const lastId: Record<string, string> = {};
  let leaving = new AbortController();

  return createStore<LiveTurns>()((set, get) => {
    const link = (turnId: string, state: Link) =>
      set(({ links }) => (links[turnId] === state ? {} : { links: { ...links, [turnId]: state } }));
    const keep = (turn: Turn) => set(({ turns }) => ({ turns: { ...turns, [turn.id]: turn } }));

    function take(turnId: string, sent: Sent) {
      lastId[turnId] = sent.id;
      keep(reduceTurn(get().turns[turnId] ?? newTurn(turnId), sent));
    }

    /** The message is the host's now: it stands in the turn, and this browser need not keep it. */
    function accepted(message: Unsent, turnId: string) {
      const turn = get().turns[turnId] ?? newTurn(turnId);
      const others = turn.messages.filter(({ id }) => id !== message.id);
      keep({ ...turn, messages: [...others, message] });
      usePreferences.getState().release(message.id);
    }

    const ended = (turnId: string) => get().turns[turnId]?.phase !== 'running';

    const told = (turnId: string) => get().links[turnId] === 'open' || get().links[turnId] === 'reconnecting';

    function end(turnId: string) {
      set(({ links }) => ({ links: without(links, turnId) }));
      onEnd();
    }

    function lose(turnId: string, error: RequestError) {
      link(turnId, 'lost');
      set(({ failures }) => ({ failures: { ...failures, [turnId]: error } }));
    }

    /** True when the turn told its end. */
    async function listen(turnId: string, events: AsyncGenerator<Sent>) {
      for await (const sent of events) {
        link(turnId, 'open');
        take(turnId, sent);
        if (ended(turnId)) return true;
      }
      return false;
    }

    async function resume(turnId: string, signal: AbortSignal) {
      for (let attempt = 0; attempt < pauses.length; attempt++) {
        if (attempt > 1) link(turnId, 'reconnecting');
        await pause(pauses[attempt]!, signal);
        if (signal.aborted) return;
        const before = lastId[turnId];
        try {
          if (await listen(turnId, host.follow(turnId, before ?? null, signal))) return end(turnId);
          const view = await host.turn(turnId, signal);
          if (view.state !== 'running') {
            keep(fromView(view));
            return end(turnId);
          }
        } catch (error) {
          if (signal.aborted) return;
          if (error instanceof RequestError && error.kind !== 'offline') return lose(turnId, error);
        }
        // Something arrived: the line works again, so the patience starts anew.
        if (lastId[turnId] !== before) attempt = 0;
        link(turnId, 'reconnecting');
      }
      lose(turnId, new RequestError('offline'));
    }

    return {
      turns: {},
      links: {},
      failures: {},

      async deliver(message) {
        const { signal } = leaving;
        set(({ failures }) => ({ failures: without(failures, message.id) }));
        usePreferences.getState().keep(message);
        let turnId: string | null = null;
        try {
          for await (const sent of host.say(message, signal)) {
            if (sent.event.type === 'RUN_STARTED' && !turnId) {
              turnId = sent.event.runId;
              accepted(message, turnId);
              // A message that joined a running turn: its first stream goes on telling.
              if (told(turnId)) return;
            }
            if (!turnId) continue;
            link(turnId, 'open');
            take(turnId, sent);
            if (ended(turnId)) return end(turnId);
          }
        } catch (error) {
          if (signal.aborted) return;
          if (!turnId) return fail(error);
        }
        if (!turnId) return fail(null);
        await resume(turnId, signal);

        function fail(error: unknown) {
          const known = error instanceof RequestError ? error : new RequestError('offline');
          set(({ failures }) => ({ failures: { ...failures, [message.id]: known } }));
        }
      },

      async follow(turnId) {
        if (told(turnId)) return;
        link(turnId, 'open');
        await resume(turnId, leaving.signal);
      },

      retryLost() {
        const { links, failures, follow, deliver } = get();
        for (const [turnId, state] of Object.entries(links)) if (state === 'lost') void follow(turnId);
        for (const message of usePreferences.getState().unsent)
          if (failures[message.id]?.kind === 'offline') void deliver(message);
      },

      hangUp() {
        leaving.abort();
        leaving = new AbortController();
        set({ links: {} });
      },
    };
  });
};

function pause(milliseconds: number, signal: AbortSignal) {
  return new Promise<void>((resolve) => {
    if (milliseconds === 0) return resolve();
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => (clearTimeout(timer), resolve()), { once: true });
  });
}

function without<T>(all: Record<string, T>, key: string): Record<string, T> {
  const { [key]: _, ...rest } = all;
  return rest;
}
