import { lazy, Suspense } from 'react';
import { ReceiptCard } from '@/components/receipt/receipt-card';
import { Skeleton } from '@/components/ui/skeleton';
import type { ReceiptView } from '@/lib/api/types';
import { cardOf } from './card-of';
import { Knotted } from './knotted';
import { TraceLine } from './trace-line';

// Few visits have a card, and none begins with the focus on one.
const ApprovalCard = lazy(() => import('./approval-card'));

type Props = {
  receipt: ReceiptView;
  onCorrect?: ((words: string) => void) | undefined;
};

/** One call: a card for what was done or waits, a line for what was only looked at or came to nothing. */
export function Deed({ receipt, onCorrect }: Props) {
  const card = cardOf(receipt);
  if (card) {
    return (
      <Knotted look={card.state === 'open' ? 'knot-alert' : ''}>
        <Suspense fallback={<Skeleton className="h-80" />}>
          <ApprovalCard approval={card} />
        </Suspense>
      </Knotted>
    );
  }
  // Of what failed the assistant speaks itself.
  if (receipt.effect === 'read' || receipt.state === 'failed' || receipt.text === '') {
    return (
      <Knotted place="small">
        <TraceLine receipt={receipt} />
      </Knotted>
    );
  }
  return (
    <Knotted look={looks[receipt.state]}>
      <ReceiptCard receipt={receipt} onCorrect={onCorrect} />
    </Knotted>
  );
}

const looks: Record<ReceiptView['state'], string> = {
  done: 'knot-done',
  pending_approval: 'knot-alert',
  in_flight: 'knot-now breathe',
  planned: '',
  failed: '',
  refused: '',
  unknown: 'knot-alert',
  undone: '',
};
