import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Arguments } from '@/components/receipt/arguments';
import { FunctionName } from '@/components/receipt/function-name';
import type { ReceiptView } from '@/lib/api/types';

/** What was only looked at: one small line, open to who wants to know. */
export function TraceLine({ receipt }: { receipt: ReceiptView }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const details = useId();
  return (
    <div>
      <p className="flex flex-wrap items-center gap-x-1.5 text-sm text-ink-2">
        {receipt.state === 'done' ? t('receipt.looked') : t(`receipt.state.${receipt.state}`)}
        <FunctionName name={receipt.function} open={open} onToggle={() => setOpen(!open)} controls={details} />
      </p>
      <div id={details} hidden={!open} className="pb-2 pt-1">
        <Arguments of={receipt.arguments} />
      </div>
    </div>
  );
}
