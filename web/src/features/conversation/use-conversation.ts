import { useInfiniteQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { host } from '@/lib/api/host';
import type { TurnView } from '@/lib/api/types';
import { usePreferences } from '@/lib/preferences';
import { useLiveTurns } from './live-turns-provider';
import { fromView, type Turn } from './turn-state';

/** The conversation: what the host holds, with what is being told right now laid over it. */
export function useConversation() {
  const query = useInfiniteQuery({
    queryKey: ['conversation'],
    queryFn: ({ pageParam, signal }) => host.conversation(pageParam, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => (page.more ? (page.turns[0]?.id ?? null) : null),
  });
  const views = useMemo(() => query.data?.pages.toReversed().flatMap((page) => page.turns) ?? [], [query.data]);
  const live = useLiveTurns((state) => state.turns);
  useListening(views, live);

  const turns = useMemo(() => merge(views, live), [views, live]);
  const messages = usePreferences((state) => state.unsent);
  const known = useMemo(() => new Set(turns.flatMap((turn) => turn.messages.map(({ id }) => id))), [turns]);
  const unsent = useMemo(() => messages.filter(({ id }) => !known.has(id)), [messages, known]);
  return { query, turns, unsent };
}

function merge(views: TurnView[], live: Record<string, Turn>): Turn[] {
  const told = views.map((view) => {
    const now = live[view.id];
    if (!now) return whole(view);
    if (view.state === 'running') return { ...now, messages: union(view, now), startedAt: view.startedAt };
    return now.failure ? { ...whole(view), failure: now.failure } : whole(view);
  });
  const ids = new Set(views.map(({ id }) => id));
  return [...told, ...Object.values(live).filter(({ id }) => !ids.has(id))];
}

const read = new WeakMap<TurnView, Turn>();

/** The same turn for the same view, so that a word more in one does not draw all others again. */
function whole(view: TurnView): Turn {
  const turn = read.get(view) ?? fromView(view);
  read.set(view, turn);
  return turn;
}

/** Messages of the view, and those that joined since it was read. */
function union(view: TurnView, now: Turn) {
  const known = new Set(view.messages.map(({ id }) => id));
  return [...view.messages, ...now.messages.filter(({ id }) => !known.has(id))];
}

/** Listens to turns that run without us: after a reload, or begun in another tab. */
function useListening(views: TurnView[], live: Record<string, Turn>) {
  const follow = useLiveTurns((state) => state.follow);
  useEffect(() => {
    for (const view of views) if (view.state === 'running' && !live[view.id]) void follow(view.id);
  }, [views, live, follow]);
}
