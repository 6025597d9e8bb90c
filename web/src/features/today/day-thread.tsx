import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import type { TodayView } from '@/lib/api/types';
import { useClock } from '@/lib/time';
import { placeOfNow, strands, type Strand } from './strand';

/** The thread of the day: appointments are full knots, things to do are open ones, the yellow one is now. */
export function DayThread({ today, now }: { today: TodayView; now: string }) {
  const clock = useClock();
  const all = strands(today, clock);
  const place = placeOfNow(all, now);
  return (
    <ol className="thread py-2">
      {all.map((strand, index) => (
        <Fragment key={strand.id}>
          {index === place && <Now time={now} />}
          <Knot strand={strand} />
        </Fragment>
      ))}
      {place >= all.length && <Now time={now} />}
    </ol>
  );
}

function Knot({ strand }: { strand: Strand }) {
  const { t } = useTranslation();
  const clock = useClock();
  const unhurried = strand.kind === 'event' ? t('today.allDay') : t('today.anyTime');
  return (
    <li className="relative flex gap-4 py-2.5 pl-7">
      <span aria-hidden className={`knot left-0 top-4 ${strand.kind === 'event' ? 'knot-done' : ''}`} />
      <span className="w-18 shrink-0 font-mono text-sm/6 text-ink-2">
        {strand.time ?? (strand.day ? clock.shortDay(strand.day) : unhurried)}
      </span>
      <span className="min-w-0 wrap-anywhere">
        <span className="sr-only">{t(`today.${strand.kind}`)}: </span>
        {strand.text}
        {strand.place && <span className="block text-sm text-ink-2">{strand.place}</span>}
      </span>
    </li>
  );
}

function Now({ time }: { time: string }) {
  const { t } = useTranslation();
  return (
    <li className="relative flex gap-4 py-1.5 pl-7 text-sm text-now-text">
      <span aria-hidden className="knot knot-now left-0 top-2.5" />
      <span className="w-18 shrink-0 font-mono">{time}</span>
      <span className="font-semibold">{t('today.now')}</span>
    </li>
  );
}
