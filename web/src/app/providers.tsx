import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { LiveTurnsProvider } from '@/features/conversation/live-turns-provider';
import { RequestError } from '@/lib/api/request';

type Props = { children: ReactNode; pauses?: number[] };

export function Providers({ children, pauses }: Props) {
  const [queries] = useState(makeQueries);
  return (
    <QueryClientProvider client={queries}>
      <LiveTurnsProvider {...(pauses ? { pauses } : {})}>{children}</LiveTurnsProvider>
    </QueryClientProvider>
  );
}

const makeQueries = () =>
  new QueryClient({
    defaultOptions: {
      queries: {
        // The host is often on this very machine, where "offline" says nothing.
        networkMode: 'always',
        // A host that restarts is back in a second; a refusal stays one.
        retry: (count, error) => count < 1 && error instanceof RequestError && error.kind === 'offline',
        retryDelay: 800,
      },
    },
  });
