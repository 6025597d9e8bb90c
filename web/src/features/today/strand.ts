import type { TodayView } from '@/lib/api/types';

export type Strand = { id: string; kind: 'event' | 'task' | 'reminder'; text: string; time: string | null; day: string | null; place: string | null };

type Clock = { time: (moment: string) => string | null; day: (moment: string) => string };

/** Everything of the day on one line: whole days first, then by the hour, then what has no hour. */
export function strands(today: TodayView, clock: Clock): Strand[] {
  // What began or was due on another day has no hour in this one, but a day of its own.
  const when = (moment: string | null) => {
    if (!moment) return { time: null, day: null };
    const day = clock.day(moment);
    return day === today.date ? { time: clock.time(moment), day: null } : { time: null, day };
  };
  const events = today.events.map(({ id, title, start, location }) => ({
    id,
    kind: 'event' as const,
    text: title,
    place: location,
    time: when(start).time,
    day: null,
  }));
  const tasks = today.tasks.map(({ id, title, due }) => ({ id, kind: 'task' as const, text: title, place: null, ...when(due) }));
  const reminders = today.reminders.map(({ id, text, due }) => ({ id, kind: 'reminder' as const, text, place: null, ...when(due) }));
  const all: Strand[] = [...events, ...tasks, ...reminders];
  return [
    ...all.filter(({ kind, time }) => kind === 'event' && !time),
    ...all.filter(({ time }) => time).toSorted((a, b) => a.time!.localeCompare(b.time!)),
    ...all.filter(({ kind, time }) => kind !== 'event' && !time),
  ];
}

/** Before which strand the present moment hangs. */
export function placeOfNow(all: Strand[], now: string) {
  const later = all.findIndex(({ time }) => time !== null && time > now);
  if (later >= 0) return later;
  const lastTimed = all.findLastIndex(({ time }) => time !== null);
  return lastTimed >= 0 ? lastTimed + 1 : all.filter(({ kind }) => kind === 'event').length;
}
