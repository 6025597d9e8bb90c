import { useLiveTurns } from './live-turns-provider';

/** Says something: kept here first, then handed to the host. */
export function useSay() {
  const deliver = useLiveTurns((state) => state.deliver);
  return (text: string) => {
    void deliver({ id: crypto.randomUUID(), text, saidAt: new Date().toISOString() });
  };
}
