import { useQuery } from '@tanstack/react-query';
import { host } from './api/host';

export const meKey = ['me'];

export function useMe() {
  return useQuery({ queryKey: meKey, queryFn: ({ signal }) => host.me(signal), staleTime: 60_000 });
}

/** The zone in which the person lives; until it is known, the browser's. */
export function useZone() {
  return useMe().data?.zone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
}
