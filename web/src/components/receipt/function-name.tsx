import { ChevronDown } from 'lucide-react';
import { useTranslation } from 'react-i18next';

type Props = { name: string; open: boolean; onToggle: () => void; controls: string };

/** The function in mono; pressing it shows what it was called with. */
export function FunctionName({ name, open, onToggle, controls }: Props) {
  const { t } = useTranslation();
  return (
    <button
      type="button"
      aria-expanded={open}
      aria-controls={controls}
      aria-label={t('receipt.details', { name })}
      onClick={onToggle}
      className="-my-2 inline-flex min-h-11 items-center gap-1 rounded-control font-mono text-sm text-ink-2 hover:text-ink"
    >
      {name}
      <ChevronDown aria-hidden className={`size-3.5 transition-transform ${open ? 'rotate-180' : ''}`} />
    </button>
  );
}
