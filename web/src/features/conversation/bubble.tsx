import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainText } from '@/components/ui/plain-text';
import { useClock } from '@/lib/time';

type Props = { text: string; saidAt: string; faint?: boolean; children?: ReactNode };

/** What the person said, and when. */
export function Bubble({ text, saidAt, faint = false, children }: Props) {
  const { t } = useTranslation();
  const clock = useClock();
  return (
    <div className="flex flex-col items-end gap-1 pl-6">
      <div className="flex max-w-full items-end gap-2">
        <time dateTime={saidAt} className="shrink-0 pb-2.5 font-mono text-xs text-ink-2">
          {clock.time(saidAt)}
        </time>
        <div
          className={`min-w-0 rounded-card rounded-br-sm px-4 py-2 ${faint ? 'border border-dashed border-line-strong' : 'bg-primary-soft'}`}
        >
          <span className="sr-only">{t('conversation.you')}: </span>
          <PlainText>{text}</PlainText>
        </div>
      </div>
      {children && <div className="text-sm text-ink-2">{children}</div>}
    </div>
  );
}
