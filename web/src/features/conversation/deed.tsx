import { ReceiptCard } from '@/components/receipt/receipt-card';
import type { ApprovalView, ReceiptView } from '@/lib/api/types';
import { ApprovalCard } from './approval-card';
import { cardOf } from './card-of';
import { Knotted } from './knotted';
import { TraceLine } from './trace-line';

type Props = {
  receipt: ReceiptView;
  approvals: ApprovalView[];
  onAskAgain: () => void;
  onCorrect?: ((words: string) => void) | undefined;
};

/** One call: a card for what was done or waits, a line for what was only looked at or came to nothing. */
export function Deed({ receipt, approvals, onAskAgain, onCorrect }: Props) {
  const card = cardOf(receipt, approvals);
  if (card) {
    return (
      <Knotted look="knot-alert">
        <ApprovalCard approval={card} onAskAgain={onAskAgain} />
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
