import { CircleDashed, Database, TriangleAlert, UserRound, type LucideIcon } from 'lucide-react';
import type { CardValue } from '@/lib/api/types';

/** All that would leave, value by value, and whose words each is. */
export function CardValues({ of }: { of: CardValue[] }) {
  return (
    <dl className="text-base">
      {of.map(({ argument, label, value, origin, words }) => (
        <div key={argument} className="border-t border-line-strong/40 py-2">
          <dt className="flex flex-wrap items-center justify-between gap-x-4 text-sm text-ink-2">
            <span>{label}</span>
            <Origin origin={origin}>{words}</Origin>
          </dt>
          <dd className="whitespace-pre-wrap wrap-anywhere">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Origin({ origin, children }: { origin: string; children: string }) {
  const foreign = origin.startsWith('untrusted:');
  const Mark = foreign ? TriangleAlert : (marks[origin] ?? CircleDashed);
  return (
    <span className={`inline-flex items-center gap-1.5 wrap-anywhere ${foreign ? 'font-semibold text-alert' : ''}`}>
      <Mark aria-hidden className="size-3.5 shrink-0" />
      {children}
    </span>
  );
}

const marks: Record<string, LucideIcon> = { owner: UserRound, own: Database };
