import { useEffect, useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { ReceiptView } from '@/lib/api/types';
import { useFailureWords } from '@/lib/failure-words';
import { useNow } from '@/lib/now';
import { useClock } from '@/lib/time';
import { Arguments } from './arguments';
import { FunctionName } from './function-name';
import { useUndo } from './use-undo';

const alarming = new Set<ReceiptView['state']>(['failed', 'unknown', 'refused']);

type Props = { receipt: ReceiptView; onCorrect?: ((words: string) => void) | undefined };

/** What was done, in words, with the way back, and the other reading of an hour or a day that leaves two open. */
export function ReceiptCard({ receipt, onCorrect }: Props) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const now = useNow();
  const undo = useUndo(receipt);
  const [open, setOpen] = useState(false);
  const details = useId();
  const words = useRef<HTMLParagraphElement>(null);
  // To take back a taking-back is to do it again: the button says the act.
  const verb = receipt.function === 'actions.undo' ? 'redo' : 'undo';
  const state = undo.isSuccess ? 'undone' : receipt.state;
  const undoable =
    receipt.undoable && state === 'done' && (!receipt.undoUntil || Date.parse(receipt.undoUntil) > now);

  // The button that was pressed is gone now: keep the keyboard where the person was.
  useEffect(() => {
    if (undo.isSuccess) words.current?.focus();
  }, [undo.isSuccess]);

  return (
    <article className="rounded-card border border-dashed border-line-strong px-4 pb-2.5 pt-3">
      <div className="flex items-start justify-between gap-x-3">
        <div className="min-w-0 flex-1 py-0.5">
          <p
            ref={words}
            tabIndex={-1}
            className={`whitespace-pre-wrap wrap-anywhere ${state === 'undone' ? 'text-ink-2 line-through decoration-1' : ''}`}
          >
            {receipt.text}
          </p>
          <div className="flex flex-wrap items-center gap-x-3">
            <FunctionName name={receipt.function} open={open} onToggle={() => setOpen(!open)} controls={details} />
            <span
              className={
                state === 'done' ? 'sr-only' : `text-sm font-semibold ${alarming.has(state) ? 'text-alert' : 'text-ink-2'}`
              }
            >
              {t(`receipt.state.${state}`)}
            </span>
            {onCorrect && receipt.other && state === 'done' && (
              <Button look="link" onClick={() => onCorrect(receipt.other!)} className="-ml-2 text-sm">
                {receipt.other}
              </Button>
            )}
          </div>
        </div>
        {undoable && (
          <Button
            look="link"
            busy={undo.isPending}
            onClick={() => undo.mutate()}
            aria-label={t(`receipt.${verb}Of`, { text: receipt.text })}
            className="-my-1.5 -mr-2 shrink-0 text-sm"
          >
            {undo.isPending ? t('receipt.undoing') : t(`receipt.${verb}`)}
          </Button>
        )}
      </div>
      <div id={details} hidden={!open} className="mt-2 space-y-2 border-t border-line pt-3">
        <Arguments of={receipt.arguments} />
        <Moments receipt={receipt} undoable={undoable} />
      </div>
      {undo.isError && (
        <div className="mt-2">
          <Notice what={t('failure.undo')} why={why(undo.error)} kept={t('failure.keptSame')} />
        </div>
      )}
    </article>
  );
}

function Moments({ receipt, undoable }: { receipt: ReceiptView; undoable: boolean }) {
  const { t } = useTranslation();
  const clock = useClock();
  return (
    <p className="text-sm text-ink-2">
      {t('receipt.at', { when: clock.full(receipt.at) })}
      {undoable && receipt.undoUntil && ` · ${t('receipt.undoUntil', { when: clock.full(receipt.undoUntil) })}`}
    </p>
  );
}
