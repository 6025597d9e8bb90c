import { useQuery } from '@tanstack/react-query';
import { useLayoutEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { host } from '@/lib/api/host';
import type { TodayView } from '@/lib/api/types';
import { useFailureWords } from '@/lib/failure-words';
import { useMe } from '@/lib/me';
import { useNow } from '@/lib/now';
import { useClock } from '@/lib/time';
import { DayThread } from './day-thread';
import { LastActions } from './last-actions';
import { Overdue } from './overdue';
import { TodaySkeleton } from './today-skeleton';

export default function TodayPage() {
  useLayoutEffect(() => {
    window.scrollTo({ top: 0 });
  }, []);
  const { t } = useTranslation();
  const why = useFailureWords();
  const query = useQuery({ queryKey: ['today'], queryFn: ({ signal }) => host.today(signal) });
  return (
    <div className="mx-auto w-full max-w-page px-4 py-8 md:px-8 lg:px-15 lg:py-10">
      <title>{`${t('today.title')} · TB Personal OS`}</title>
      <Greeting />
      {query.isPending && <TodaySkeleton />}
      {query.isError && !query.data && (
        <Notice what={t('failure.loadToday')} why={why(query.error)} kept={t('failure.keptSame')}>
          <Button look="link" onClick={() => void query.refetch()}>
            {t('failure.retry')}
          </Button>
        </Notice>
      )}
      {query.data && <Day today={query.data} />}
    </div>
  );
}

function Greeting() {
  const { t } = useTranslation();
  const clock = useClock();
  const name = useMe().data?.name;
  const now = useNow();
  const hour = clock.hour(now);
  const greeting = t(hour >= 18 || hour < 4 ? 'today.evening' : hour >= 12 ? 'today.afternoon' : 'today.morning');
  const day = clock.dayWords(clock.today(now));
  return (
    <header className="mb-10">
      <p className="text-sm text-ink-2 first-letter:uppercase">{day}</p>
      <h1 className="text-3xl/11 lg:text-4xl/11">{name ? t('today.greeting', { greeting, name }) : greeting}</h1>
    </header>
  );
}

function Day({ today }: { today: TodayView }) {
  const { t } = useTranslation();
  const clock = useClock();
  const now = clock.time(new Date(useNow()).toISOString())!;
  const free = today.events.length + today.tasks.length + today.reminders.length === 0;
  return (
    <div className="grid gap-x-16 gap-y-10 lg:grid-cols-[1fr_22rem]">
      <section aria-labelledby="thread">
        <h2 id="thread" className="mb-2 text-lg">
          {t('today.thread')}
        </h2>
        {free && (
          <p className="py-1">
            {t('today.free')}{' '}
            <Link to="/" className="inline-flex min-h-11 items-center font-semibold text-primary underline underline-offset-4">
              {t('today.freeAction')}
            </Link>
          </p>
        )}
        <DayThread today={today} now={now} />
      </section>
      <div className="space-y-10">
        {today.overdue.length > 0 && <Overdue tasks={today.overdue} />}
        <LastActions receipts={today.lastActions} />
      </div>
    </div>
  );
}
