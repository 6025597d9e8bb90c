import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { RequestError } from '@/lib/api/request';
import { useFailureWords } from '@/lib/failure-words';
import { useLiveTurns } from './live-turns-provider';
import type { Turn } from './turn-state';

const acted = (turn: Turn) => turn.receipts.some(({ effect, state }) => effect !== 'read' && state === 'done');

/** Stopped by the person; the host usually says so itself. */
export function Cancelled({ turn }: { turn: Turn }) {
  const { t } = useTranslation();
  if (turn.text.length > 0) return null;
  return <p className="pl-8 text-sm text-ink-2">{t(acted(turn) ? 'turn.cancelledKept' : 'turn.cancelled')}</p>;
}

export function Failed({ turn, onAskAgain }: { turn: Turn; onAskAgain: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="pl-8">
      <Notice what={t('failure.turn')} why={turn.failure?.words} kept={acted(turn) ? t('failure.keptDone') : undefined}>
        {turn.messages.length > 0 && (
          <Button look="link" onClick={onAskAgain}>
            {t('turn.askAgain')}
          </Button>
        )}
      </Notice>
    </div>
  );
}

/** The line broke and would not come back; the turn itself goes on at the host. */
export function Lost({ turnId, failure }: { turnId: string; failure: RequestError | undefined }) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const follow = useLiveTurns((state) => state.follow);
  return (
    <div className="pl-8">
      <Notice what={t('failure.lost')} why={why(failure)} kept={t('failure.keptServer')}>
        <Button look="link" onClick={() => void follow(turnId)}>
          {t('failure.retry')}
        </Button>
      </Notice>
    </div>
  );
}
