import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { RequestError } from '@/lib/api/request';
import { useFailureWords } from '@/lib/failure-words';
import { useLiveTurns } from './live-turns-provider';
import type { Turn } from './turn-state';

/** How a turn ended, when it did not simply end well. */
export function End({ turn, onAskAgain }: { turn: Turn; onAskAgain: () => void }) {
  const { t } = useTranslation();
  const acted = turn.receipts.some(({ effect, state }) => effect !== 'read' && state === 'done');
  if (turn.phase === 'done') return null;
  if (turn.phase === 'cancelled')
    return <p className="text-sm text-ink-2">{t(acted ? 'turn.cancelledKept' : 'turn.cancelled')}</p>;
  return (
    <Notice what={t('failure.turn')} why={turn.failure?.words} kept={acted ? t('failure.keptDone') : undefined}>
      {turn.messages.length > 0 && (
        <Button look="link" onClick={onAskAgain}>
          {t('turn.askAgain')}
        </Button>
      )}
    </Notice>
  );
}

/** The line broke and would not come back; the turn itself goes on at the host. */
export function Lost({ turnId, failure }: { turnId: string; failure: RequestError | undefined }) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const follow = useLiveTurns((state) => state.follow);
  return (
    <Notice what={t('failure.lost')} why={why(failure)} kept={t('failure.keptServer')}>
      <Button look="link" onClick={() => void follow(turnId)}>
        {t('failure.retry')}
      </Button>
    </Notice>
  );
}
