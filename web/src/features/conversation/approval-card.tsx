import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Arguments } from '@/components/receipt/arguments';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import { host } from '@/lib/api/host';
import type { ApprovalView } from '@/lib/api/types';
import { useFailureWords } from '@/lib/failure-words';
import { useClock } from '@/lib/time';

type Props = { approval: ApprovalView; onAskAgain: () => void };

/** Asks before something leaves: all that would leave stands on it, and silence means no. */
export function ApprovalCard({ approval, onAskAgain }: Props) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const clock = useClock();
  const queries = useQueryClient();
  const expired = useExpired(approval.expiresAt);
  const outcome = useRef<HTMLParagraphElement>(null);
  const decision = useMutation({
    mutationFn: (choice: 'approve' | 'reject') => host.decide(approval, choice),
    networkMode: 'always',
    onSuccess: () => queries.invalidateQueries(),
  });
  useEffect(() => {
    if (decision.isSuccess) outcome.current?.focus();
  }, [decision.isSuccess]);

  const waits = !expired && !decision.isSuccess;
  const chosen = decision.variables === 'approve' ? t('approval.approved') : t('approval.rejected');
  return (
    <article
      aria-label={t('approval.title')}
      className={`space-y-3 rounded-card border px-4 py-3 ${waits ? 'border-alert bg-alert-soft' : 'border-dashed border-line-strong'}`}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className={`font-semibold ${waits ? 'text-alert' : 'text-ink-2'}`}>{t('approval.title')}</span>
        <span className="font-mono text-ink-2">{approval.function}</span>
      </header>
      <p className="font-semibold">
        <PlainText>{approval.text}</PlainText>
      </p>
      <Arguments of={approval.arguments} />
      {waits ? (
        <>
          <div className="flex flex-wrap gap-2">
            <Button look="primary" busy={decision.isPending} onClick={() => decision.mutate('approve')}>
              {t('approval.approve')}
            </Button>
            <Button busy={decision.isPending} onClick={() => decision.mutate('reject')}>
              {t('approval.reject')}
            </Button>
          </div>
          <p className="text-sm text-ink-2">
            {decision.isPending ? t('approval.sending') : t('approval.until', { when: clock.time(approval.expiresAt) })}
          </p>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-x-2 text-sm">
          <p ref={outcome} tabIndex={-1} className="text-ink-2">
            {decision.isSuccess ? chosen : t('approval.expired')}
          </p>
          {!decision.isSuccess && (
            <Button look="link" onClick={onAskAgain}>
              {t('turn.askAgain')}
            </Button>
          )}
        </div>
      )}
      {decision.isError && <Notice what={t('failure.decide')} why={why(decision.error)} kept={t('failure.keptSame')} />}
    </article>
  );
}

function useExpired(at: string) {
  // A card may be told a later end than was thought: what has passed is that moment, not the card.
  const [passed, setPassed] = useState(() => (Date.parse(at) <= Date.now() ? at : null));
  useEffect(() => {
    const left = Math.max(0, Date.parse(at) - Date.now());
    const timer = setTimeout(() => setPassed(at), Math.min(left, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [at]);
  return passed === at;
}
