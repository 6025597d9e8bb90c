import { useMutation, useQueryClient } from '@tanstack/react-query';
import { TriangleAlert } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { PlainText } from '@/components/ui/plain-text';
import { host } from '@/lib/api/host';
import type { ApprovalView, Decision, Effect } from '@/lib/api/types';
import { useFailureWords } from '@/lib/failure-words';
import { useClock } from '@/lib/time';
import { CardValues } from './card-values';

/** Asks before something leaves: all that would leave stands on it, and silence means no. */
export default function ApprovalCard({ approval }: { approval: ApprovalView }) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const queries = useQueryClient();
  const passed = usePassed(approval.expiresAt);
  const outcome = useRef<HTMLParagraphElement>(null);
  // Also after a failure: another device may have been quicker, and then the card is another.
  const reread = { networkMode: 'always' as const, onSettled: () => queries.invalidateQueries() };
  const decision = useMutation({ mutationFn: (choice: Decision) => host.decide(approval, choice), ...reread });
  const again = useMutation({ mutationFn: () => host.askAgain(approval), ...reread });
  const settled = decision.isSuccess || again.isSuccess;
  useEffect(() => {
    if (settled) outcome.current?.focus();
  }, [settled]);

  const waits = approval.state === 'open' && !passed && !decision.isSuccess;
  const title = t(waits ? 'approval.title' : 'approval.closed');
  const verb = verbs[approval.effect] ?? 'do';
  return (
    <article
      aria-label={title}
      className={`space-y-3 rounded-card border px-4 py-3 ${waits ? 'border-alert bg-alert-soft' : 'border-dashed border-line-strong'}`}
    >
      <header className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
        <span className={`font-semibold ${waits ? 'text-alert' : 'text-ink-2'}`}>{title}</span>
        <span className="font-mono text-ink-2">{approval.function}</span>
      </header>
      <p className="font-semibold">
        <PlainText>{approval.text}</PlainText>
      </p>
      <CardValues of={approval.values} />
      {waits && approval.foreign && (
        <p className="flex items-start gap-2 text-sm font-semibold text-alert">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {t('approval.foreign', { which: approval.foreign })}
        </p>
      )}
      {waits ? (
        <Choices approval={approval} verb={verb} busy={decision.isPending} onChoose={decision.mutate} />
      ) : (
        <div className="flex flex-wrap items-center gap-x-2 text-sm">
          <p ref={outcome} tabIndex={-1} className="text-ink-2">
            {decision.isSuccess
              ? t(`approval.decided.${decision.variables}`)
              : t(again.isSuccess || approval.askedAgain ? 'approval.askedAgain' : `approval.expired.${verb}`)}
          </p>
          {!settled && !approval.askedAgain && (
            <Button look="link" busy={again.isPending} onClick={() => again.mutate()}>
              {t('turn.askAgain')}
            </Button>
          )}
        </div>
      )}
      {decision.isError && <Notice what={t('failure.decide')} why={why(decision.error)} kept={t('failure.keptSame')} />}
      {again.isError && <Notice what={t('failure.askAgain')} why={why(again.error)} kept={t('failure.keptSame')} />}
    </article>
  );
}

type ChoicesProps = { approval: ApprovalView; verb: Verb; busy: boolean; onChoose: (choice: Decision) => void };

/** The buttons say the act. For good only where the host offers it: towards one recipient that the person knows. */
function Choices({ approval, verb, busy, onChoose }: ChoicesProps) {
  const { t } = useTranslation();
  const clock = useClock();
  return (
    <>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" busy={busy} onClick={() => onChoose('approve')}>
          {t(`approval.yes.${verb}`)}
        </Button>
        {approval.always && (
          <Button busy={busy} onClick={() => onChoose('always')} className="py-2 text-left wrap-anywhere">
            {t('approval.always', { recipient: approval.always })}
          </Button>
        )}
        <Button busy={busy} onClick={() => onChoose('reject')}>
          {t(`approval.no.${verb}`)}
        </Button>
      </div>
      <p className="text-sm text-ink-2">
        {busy ? t('approval.sending') : t('approval.until', { when: whenOf(clock, approval.expiresAt) })}
      </p>
    </>
  );
}

/** The hour; with its day where it is not today. */
function whenOf(clock: ReturnType<typeof useClock>, at: string) {
  const hour = clock.time(at);
  return clock.day(at) === clock.today() ? hour : `${clock.shortDay(at)} ${hour}`;
}

type Verb = 'send' | 'erase' | 'do';

const verbs: Partial<Record<Effect, Verb>> = { outward: 'send', erase: 'erase' };

function usePassed(at: string) {
  // A card may be told a later end than was thought: what has passed is that moment, not the card.
  const [passed, setPassed] = useState(() => (Date.parse(at) <= Date.now() ? at : null));
  useEffect(() => {
    const left = Math.max(0, Date.parse(at) - Date.now());
    const timer = setTimeout(() => setPassed(at), Math.min(left, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [at]);
  return passed === at;
}
