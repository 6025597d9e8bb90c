import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import type { RequestError } from '@/lib/api/request';
import { useFailureWords } from '@/lib/failure-words';
import { usePreferences, type Unsent } from '@/lib/preferences';
import { Bubble } from './bubble';
import { useLiveTurns } from './live-turns-provider';

/** A message that has not reached the host: on its way, or kept with the reason. */
export function UnsentMessage({ message, failure }: { message: Unsent; failure: RequestError | undefined }) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const deliver = useLiveTurns((state) => state.deliver);
  const release = usePreferences((state) => state.release);
  if (!failure) return <Bubble text={message.text} saidAt={message.saidAt}>{t('turn.sending')}</Bubble>;
  return (
    <div className="space-y-3">
      <Bubble text={message.text} saidAt={message.saidAt} faint />
      <div className="pl-8">
        <Notice what={t('failure.send')} why={why(failure)} kept={t('failure.kept')}>
          <Button look="link" onClick={() => void deliver(message)}>
            {t('failure.retry')}
          </Button>
          <Button look="link" onClick={() => release(message.id)}>
            {t('failure.discard')}
          </Button>
        </Notice>
      </div>
    </div>
  );
}
