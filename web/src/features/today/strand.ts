import type { TodayView } from '@/lib/api/types';

export type Strand = { id: string; kind: 'event' | 'task' | 'reminder'; text: string; time: string | null; place: string | null };

type Clock = { time: (moment: string) => string | null; day: (moment: string) => string };

/** Everything of the day on one line: whole days first, then by the hour, then what has no hour. */
export function strands(today: TodayView, clock: Clock): Strand[] {
  // A thing that began before this day has no hour in it.
  const hour = (moment: string | null) => (moment && clock.day(moment) === today.date ? clock.time(moment) : null);
  const events = today.events.map((event) => ({
    id: event.id,
    kind: 'event' as const,
    text: event.title,
    time: hour(event.start),
    place: event.location,
  }));
  const tasks = today.tasks.map((task) => ({
    id: task.id,
    kind: 'task' as const,
    text: task.title,
    time: hour(task.due),
    place: null,
  }));
  const reminders = today.reminders.map((reminder) => ({
    id: reminder.id,
    kind: 'reminder' as const,
    text: reminder.text,
    time: hour(reminder.at),
    place: null,
  }));
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
