import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { host } from '@/lib/api/host';
import { useFailureWords } from '@/lib/failure-words';
import type { Turn } from './turn-state';

/** What is being done right now, and the way to stop it. */
export function Running({ turn, reconnecting }: { turn: Turn; reconnecting: boolean }) {
  const { t } = useTranslation();
  const why = useFailureWords();
  const queries = useQueryClient();
  const stop = useMutation({
    mutationFn: () => host.cancel(turn.id),
    networkMode: 'always',
    onSuccess: () => queries.invalidateQueries(),
  });
  const stopping = stop.isPending || stop.isSuccess;
  const call = turn.calls.findLast(({ ended }) => !ended);
  const doing = call ? t('turn.calling', { name: call.function }) : t('turn.running');
  return (
    <div className="space-y-2 text-sm text-ink-2">
      <div className="flex flex-wrap items-center gap-x-3">
        <span>{reconnecting ? t('turn.reconnecting') : doing}</span>
        <Button look="link" busy={stopping} onClick={() => stop.mutate()} className="-my-2">
          {stopping ? t('turn.stopping') : t('turn.stop')}
        </Button>
      </div>
      {stop.isError && <Notice what={t('failure.stop')} why={why(stop.error)} />}
    </div>
  );
}
