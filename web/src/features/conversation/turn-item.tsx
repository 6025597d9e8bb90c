import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { PlainText } from '@/components/ui/plain-text';
import type { RequestError } from '@/lib/api/request';
import { Bubble } from './bubble';
import { Deed } from './deed';
import { Knotted } from './knotted';
import type { Link } from './live-turns';
import { Cancelled, Failed, Lost } from './turn-end';
import { Running } from './turn-running';
import type { Turn } from './turn-state';
import { useSay } from './use-say';

type Props = {
  turn: Turn;
  latest: boolean;
  link: Link | undefined;
  failure: RequestError | undefined;
  onAskAgain: (text: string) => void;
};

/** One turn: what was said, and on the thread what came of it. */
export const TurnItem = memo(function TurnItem({ turn, latest, link, failure, onAskAgain }: Props) {
  const { t } = useTranslation();
  const { before, question, after } = spoken(turn);
  const say = useSay();
  // A correction is of what was done last.
  const lastDeed = turn.phase === 'running' ? undefined : turn.receipts.findLast(({ effect }) => effect !== 'read');
  const askAgain = () => onAskAgain(turn.messages.map((message) => message.text).join('\n'));
  return (
    <div className="space-y-4">
      {turn.messages.map((message) => (
        <Bubble key={message.id} text={message.text} saidAt={message.saidAt} />
      ))}
      <div className="space-y-3">
        <span className="sr-only">{t('conversation.assistant')}:</span>
        {turn.receipts.map((receipt) => (
          <Deed
            key={receipt.id}
            receipt={receipt}
            onCorrect={latest && receipt === lastDeed ? say : undefined}
          />
        ))}
        <Said>{before}</Said>
        {question && (
          <Knotted look={latest ? 'knot-now' : ''} place="line">
            <p className="font-semibold">
              <span className="sr-only">{t('turn.question')}: </span>
              <PlainText>{question}</PlainText>
            </p>
          </Knotted>
        )}
        <Said>{after}</Said>
        {turn.phase === 'running' && link !== 'lost' && (
          <Knotted look="knot-now breathe" place="line">
            <Running turn={turn} reconnecting={link === 'reconnecting'} />
          </Knotted>
        )}
        {turn.phase === 'running' && link === 'lost' && <Lost turnId={turn.id} failure={failure} />}
        {turn.phase === 'cancelled' && <Cancelled turn={turn} />}
        {turn.phase === 'failed' && <Failed turn={turn} onAskAgain={askAgain} />}
      </div>
    </div>
  );
});

function Said({ children }: { children: string }) {
  if (children === '') return null;
  return (
    <div className="pl-8">
      <PlainText>{children}</PlainText>
    </div>
  );
}

/** The question usually stands in the text; it is shown once, where it is seen. */
function spoken(turn: Turn) {
  const text = turn.text.map(({ content }) => content).join('\n\n');
  const { question } = turn;
  const at = question ? text.lastIndexOf(question) : -1;
  if (!question || at < 0) return { before: text, question, after: '' };
  return { before: text.slice(0, at).trimEnd(), question, after: text.slice(at + question.length).trim() };
}
