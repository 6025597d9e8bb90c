import { useTranslation } from 'react-i18next';
import { ReceiptCard } from '@/components/receipt/receipt-card';
import type { ReceiptView } from '@/lib/api/types';

export function LastActions({ receipts }: { receipts: ReceiptView[] }) {
  const { t } = useTranslation();
  return (
    <section aria-labelledby="actions">
      <h2 id="actions" className="mb-3 text-lg">
        {t('today.actions')}
      </h2>
      {receipts.length === 0 ? (
        <p className="text-ink-2">{t('today.noActions')}</p>
      ) : (
        <ul className="space-y-3">
          {receipts.map((receipt) => (
            <li key={receipt.id}>
              <ReceiptCard receipt={receipt} />
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
