import type { Ref } from 'react';
import { useTranslation } from 'react-i18next';
import { useNow } from '@/lib/now';
import type { Unsent } from '@/lib/preferences';
import { useClock } from '@/lib/time';
import type { LiveTurns } from './live-turns';
import { TurnItem } from './turn-item';
import type { Turn } from './turn-state';
import { UnsentMessage } from './unsent-message';

type Props = {
  ref: Ref<HTMLOListElement>;
  turns: Turn[];
  unsent: Unsent[];
  links: LiveTurns['links'];
  failures: LiveTurns['failures'];
  onAskAgain: (text: string) => void;
};

/** All that was said, on one thread, day by day. */
export function Log({ ref, turns, unsent, links, failures, onAskAgain }: Props) {
  const { t } = useTranslation();
  const dayOf = useDays();
  return (
    <ol ref={ref} aria-label={t('conversation.thread')} className="thread flex-1 space-y-8 py-8">
      {turns.map((turn, index) => {
        const day = dayOf(turn);
        return (
          <li key={turn.id} data-turn={turn.id}>
            {day !== (index > 0 ? dayOf(turns[index - 1]!) : null) && <Day words={day} />}
            <TurnItem
              turn={turn}
              latest={index === turns.length - 1 && unsent.length === 0}
              link={links[turn.id]}
              failure={failures[turn.id]}
              onAskAgain={onAskAgain}
            />
          </li>
        );
      })}
      {unsent.map((message) => (
        <li key={message.id}>
          <UnsentMessage message={message} failure={failures[message.id]} />
        </li>
      ))}
    </ol>
  );
}

function Day({ words }: { words: string }) {
  return (
    <h2 className="relative mb-6 pl-8 font-sans text-sm font-normal tracking-normal text-ink-2">
      <span aria-hidden className="absolute left-0 top-[9px] h-0.5 w-3 bg-line-strong" />
      {words}
    </h2>
  );
}

function useDays() {
  const { t } = useTranslation();
  const clock = useClock();
  const now = useNow();
  const today = clock.today(now);
  const yesterday = clock.today(now - 86_400_000);
  return (turn: Turn) => {
    const said = turn.messages[0]?.saidAt ?? turn.startedAt;
    const day = said ? clock.day(said) : today;
    const words = clock.shortDay(day);
    if (day === today) return `${t('conversation.today')}, ${words}`;
    return day === yesterday ? `${t('conversation.yesterday')}, ${words}` : words;
  };
}
