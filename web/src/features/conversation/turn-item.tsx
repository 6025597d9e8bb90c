import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ReceiptCard } from '@/components/receipt/receipt-card';
import { PlainText } from '@/components/ui/plain-text';
import type { RequestError } from '@/lib/api/request';
import type { ReceiptView } from '@/lib/api/types';
import { ApprovalCard } from './approval-card';
import { Bubble } from './bubble';
import { TraceLine } from './trace-line';
import type { Link } from './live-turns';
import type { Turn } from './turn-state';
import { End, Lost } from './turn-end';
import { Running } from './turn-running';

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
  const askAgain = () => onAskAgain(turn.messages.map((message) => message.text).join('\n'));
  const waiting = turn.approvals.filter(({ actionId }) => isOpen(turn.receipts.find(({ id }) => id === actionId)));
  const onCard = new Set(waiting.map(({ actionId }) => actionId));
  return (
    <div className="space-y-4">
      {turn.messages.map((message) => (
        <Bubble key={message.id} text={message.text} saidAt={message.saidAt} />
      ))}
      <div className="space-y-3">
        <span className="sr-only">{t('conversation.assistant')}:</span>
        {turn.receipts
          .filter((receipt) => !onCard.has(receipt.id))
          .map((receipt) =>
            receipt.effect === 'read' ? (
              <Knotted key={receipt.id} small>
                <TraceLine receipt={receipt} />
              </Knotted>
            ) : (
              <Knotted key={receipt.id} look={knot(receipt)}>
                <ReceiptCard receipt={receipt} />
              </Knotted>
            ),
          )}
        {waiting.map((approval) => (
          <Knotted key={approval.id} look="knot-alert">
            <ApprovalCard approval={approval} onAskAgain={askAgain} />
          </Knotted>
        ))}
        <Said>{before}</Said>
        {question && (
          <Knotted look={latest ? 'knot-now' : ''} line>
            <p className="font-semibold">
              <span className="sr-only">{t('turn.question')}: </span>
              <PlainText>{question}</PlainText>
            </p>
          </Knotted>
        )}
        <Said>{after}</Said>
        {turn.phase === 'running' && link !== 'lost' && (
          <Knotted look="knot-now breathe" line>
            <Running turn={turn} reconnecting={link === 'reconnecting'} />
          </Knotted>
        )}
        <div className="pl-8 empty:hidden">
          {turn.phase === 'running' && link === 'lost' && <Lost turnId={turn.id} failure={failure} />}
          {turn.phase !== 'running' && <End turn={turn} onAskAgain={askAgain} />}
        </div>
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

type KnottedProps = { look?: string; small?: boolean; line?: boolean; children: ReactNode };

function Knotted({ look = '', small = false, line = false, children }: KnottedProps) {
  const place = small ? 'left-0 top-2 scale-75' : line ? 'top-1.5' : 'top-5';
  return (
    <div className="rise relative pl-8">
      <span aria-hidden className={`knot left-0 ${place} ${look}`} />
      {children}
    </div>
  );
}

const knot = ({ state }: ReceiptView) =>
  ({ done: 'knot-done', pending_approval: 'knot-alert', in_flight: 'knot-now', planned: '', failed: '', refused: '', unknown: '', undone: '' })[
    state
  ];

const isOpen = (receipt: ReceiptView | undefined) => !receipt || receipt.state === 'pending_approval';

/** The question usually stands in the text; it is shown once, where it is seen. */
function spoken(turn: Turn) {
  const text = turn.text.map(({ content }) => content).join('\n\n');
  const { question } = turn;
  const at = question ? text.lastIndexOf(question) : -1;
  if (!question || at < 0) return { before: text, question, after: '' };
  return { before: text.slice(0, at).trimEnd(), question, after: text.slice(at + question.length).trim() };
}
