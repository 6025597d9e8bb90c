import { ArrowDown } from 'lucide-react';
import { useCallback, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useFailureWords } from '@/lib/failure-words';
import { usePreferences } from '@/lib/preferences';
import { Composer } from './composer';
import { ConversationSkeleton } from './conversation-skeleton';
import { EmptyConversation } from './empty-conversation';
import { useLiveTurns } from './live-turns-provider';
import { Log } from './log';
import { useAnnounceEnds } from './use-announce-ends';
import { useConversation } from './use-conversation';
import { useStayAtEnd } from './use-stay-at-end';

export function ConversationPage() {
  const { t } = useTranslation();
  const why = useFailureWords();
  const { query, turns, unsent } = useConversation();
  const field = useRef<HTMLTextAreaElement>(null);
  const log = useRef<HTMLOListElement>(null);
  // Whatever is told can change the height, so the page is drawn with it.
  const links = useLiveTurns((state) => state.links);
  const failures = useLiveTurns((state) => state.failures);
  const { away, toEnd } = useStayAtEnd(log, turns[0]?.id);
  useAnnounceEnds(turns);

  const write = useCallback((text: string) => {
    usePreferences.getState().setDraft(text);
    field.current?.focus();
  }, []);

  const silent = turns.length === 0 && unsent.length === 0;
  return (
    <div className="mx-auto flex min-h-full w-full max-w-reading flex-1 flex-col px-4">
      <title>{`${t('conversation.title')} · TB Personal OS`}</title>
      <h1 className="sr-only">{t('conversation.title')}</h1>
      {query.isPending && unsent.length === 0 && <ConversationSkeleton />}
      {query.isError && silent && (
        <div className="flex flex-1 items-center py-8">
          <Notice what={t('failure.load')} why={why(query.error)} kept={t('failure.keptSame')}>
            <Button look="link" onClick={() => void query.refetch()}>
              {t('failure.retry')}
            </Button>
          </Notice>
        </div>
      )}
      {query.isSuccess && silent && <EmptyConversation onChoose={write} />}
      {!silent && (
        <>
          {query.hasNextPage && (
            <Button look="link" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()} className="mt-4 self-center">
              {t('conversation.older')}
            </Button>
          )}
          <Log ref={log} {...{ turns, unsent, links, failures }} onAskAgain={write} />
        </>
      )}
      <div className="sticky bottom-(--bar) z-10 bg-bg pb-4 pt-2 md:pb-8">
        {away && (
          <Button onClick={toEnd} className="absolute -top-14 left-1/2 -translate-x-1/2 bg-surface text-sm">
            <ArrowDown aria-hidden className="size-4" />
            {t('conversation.toEnd')}
          </Button>
        )}
        <Composer field={field} onSent={toEnd} />
      </div>
    </div>
  );
}
