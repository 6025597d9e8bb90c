import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useState, type ReactNode } from 'react';
import { useStore } from 'zustand';
import { usePreferences } from '@/lib/preferences';
import { createLiveTurns, type LiveTurns } from './live-turns';

const Context = createContext<ReturnType<typeof createLiveTurns> | null>(null);

type Props = { children: ReactNode; pauses?: number[] };

/** Stands above the pages, so that an answer goes on while another page is open. */
export function LiveTurnsProvider({ children, pauses }: Props) {
  const queries = useQueryClient();
  const [turns] = useState(() =>
    createLiveTurns({ onEnd: () => void queries.invalidateQueries(), ...(pauses ? { pauses } : {}) }),
  );

  useEffect(() => {
    const { deliver, hangUp, retryLost } = turns.getState();
    // What an earlier visit could not hand over goes with the id that it had.
    for (const message of usePreferences.getState().unsent) void deliver(message);
    // A host that was only switched off for a while tells nobody: coming back to the page is the sign to try.
    for (const sign of ['online', 'focus']) window.addEventListener(sign, retryLost);
    return () => {
      for (const sign of ['online', 'focus']) window.removeEventListener(sign, retryLost);
      hangUp();
    };
  }, [turns]);

  return <Context value={turns}>{children}</Context>;
}

export function useLiveTurns<T>(select: (state: LiveTurns) => T): T {
  return useStore(useContext(Context)!, select);
}
