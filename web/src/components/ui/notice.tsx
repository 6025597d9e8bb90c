import { CircleAlert } from 'lucide-react';
import type { ReactNode } from 'react';

type Props = { what: string; why?: string | undefined; kept?: string | undefined; children?: ReactNode };

/** What failed, what was kept, what to do. */
export function Notice({ what, kept, why, children }: Props) {
  return (
    <div role="alert" className="rise flex gap-3 border-l-4 border-alert py-1 pl-3 text-sm">
      <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-alert" />
      <div className="min-w-0 flex-1">
        <p className="font-semibold text-alert">{what}</p>
        {why && <p className="wrap-anywhere">{why}</p>}
        {kept && <p className="text-ink-2">{kept}</p>}
        {children && <div className="-ml-2 mt-1 flex flex-wrap gap-2">{children}</div>}
      </div>
    </div>
  );
}
