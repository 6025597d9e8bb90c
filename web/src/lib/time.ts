import { useTranslation } from 'react-i18next';
import { useZone } from './me';

const clocks = new Map<string, ReturnType<typeof clockIn>>();

const FLOATING = /^(\d{4}-\d{2}-\d{2})(?:T(\d{2}:\d{2}))?$/;

const noon = (day: string) => new Date(`${day}T12:00Z`);

/** A clock in the person's zone and language. Wall times are shown as they are; instants are carried over. */
export function clockIn(zone: string, language: string) {
  // Days are written dd/MM in both languages.
  const locale = language === 'en' ? 'en-GB' : language;
  const part = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: zone, hourCycle: 'h23', ...options });
  const iso = new Intl.DateTimeFormat('sv-SE', { timeZone: zone, dateStyle: 'short' });
  const time = part({ hour: '2-digit', minute: '2-digit' });
  const dayOf = (moment: string) => FLOATING.exec(moment)?.[1] ?? iso.format(new Date(moment));
  const words = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });
  const short = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', weekday: 'short', day: '2-digit', month: '2-digit' });
  const full = part({ day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' });
  return {
    today: (now = Date.now()) => iso.format(now),
    day: dayOf,
    /** `09:00`, or null for a whole day. */
    time: (moment: string) => {
      const floating = FLOATING.exec(moment);
      return floating ? (floating[2] ?? null) : time.format(new Date(moment));
    },
    dayWords: (moment: string) => words.format(noon(dayOf(moment))),
    shortDay: (moment: string) => short.format(noon(dayOf(moment))).replaceAll(/[.,]/g, ''),
    full: (instant: string) => full.format(new Date(instant)),
    hour: (now = Date.now()) => Number(part({ hour: '2-digit' }).format(now)),
  };
}

export function useClock() {
  const { language } = useTranslation().i18n;
  const zone = useZone();
  const key = `${zone} ${language}`;
  // Formatters are dear to make and there is one on every receipt.
  if (!clocks.has(key)) clocks.set(key, clockIn(zone, language));
  return clocks.get(key)!;
}
