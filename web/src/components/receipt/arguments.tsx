import { useTranslation } from 'react-i18next';
import type { Json } from '@/lib/api/types';

/** The arguments of a function as they are, one a line. */
export function Arguments({ of }: { of: Json }) {
  const { t } = useTranslation();
  const given = Object.entries(of).filter(([, value]) => value !== null && value !== undefined);
  if (given.length === 0) return <p className="text-sm text-ink-2">{t('receipt.noArguments')}</p>;
  return (
    <dl className="grid grid-cols-[minmax(4rem,auto)_1fr] gap-x-4 gap-y-1 text-sm">
      {given.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="font-mono text-ink-2">{name}</dt>
          <dd className="whitespace-pre-wrap wrap-anywhere">{typeof value === 'string' ? value : JSON.stringify(value)}</dd>
        </div>
      ))}
    </dl>
  );
}
