import { useEffect, useRef } from 'react';
import { announce } from '@/lib/announce';
import type { Turn } from './turn-state';

/** Tells a screen reader, once, what a turn that just ended did and said. */
export function useAnnounceEnds(turns: Turn[]) {
  const running = useRef(new Set<string>());
  useEffect(() => {
    for (const turn of turns) {
      if (turn.phase === 'running') running.current.add(turn.id);
      else if (running.current.delete(turn.id)) announce(summary(turn));
    }
  }, [turns]);
}

function summary(turn: Turn) {
  const done = turn.receipts.filter(({ effect }) => effect !== 'read').map(({ text }) => text);
  const said = turn.text.map(({ content }) => content);
  const asked = turn.question && !said.join(' ').includes(turn.question) ? [turn.question] : [];
  return [...done, ...said, ...asked].join('. ');
}
