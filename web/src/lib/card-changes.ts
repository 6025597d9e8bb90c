import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { host } from '@/lib/api/host';
import { RequestError } from '@/lib/api/request';

const FIRST_PAUSE = 1000;
const LONGEST_PAUSE = 30_000;

/** A card that is decided on another device closes here too. A page that nobody looks at does not listen; when it is looked at it reads anew. */
export function useCardChanges() {
  const queries = useQueryClient();
  useEffect(() => {
    const again = () => void queries.invalidateQueries();
    let listening: AbortController | null = null;
    const follow = () => {
      const visible = document.visibilityState === 'visible';
      if (visible && !listening) {
        listening = new AbortController();
        void listen(again, listening.signal);
      } else if (!visible) {
        listening?.abort();
        listening = null;
      }
    };
    const back = () => {
      follow();
      if (listening) again();
    };
    follow();
    document.addEventListener('visibilitychange', back);
    return () => {
      document.removeEventListener('visibilitychange', back);
      listening?.abort();
    };
  }, [queries]);
}

async function listen(changed: () => void, signal: AbortSignal) {
  for (let pause = FIRST_PAUSE; !signal.aborted; pause = Math.min(2 * pause, LONGEST_PAUSE)) {
    try {
      for await (const _ of host.cardChanges(signal)) {
        pause = FIRST_PAUSE;
        changed();
      }
    } catch (error) {
      // A refusal stays one; a line that broke is taken up again.
      if (error instanceof RequestError && error.kind !== 'offline') return;
    }
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}
