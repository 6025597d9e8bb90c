import { useSyncExternalStore } from 'react';

const minute = () => Math.floor(Date.now() / 60_000) * 60_000;

function onMinute(tick: () => void) {
  const timer = setInterval(tick, 5_000);
  return () => clearInterval(timer);
}

/** The present, to the minute. */
export const useNow = () => useSyncExternalStore(onMinute, minute);
