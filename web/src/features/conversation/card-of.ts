import type { ApprovalView, ReceiptView } from '@/lib/api/types';

/** The card to show in place of a call: while it waits, and after it expired unanswered. */
export function cardOf({ state, approval }: ReceiptView): ApprovalView | null {
  if (!approval) return null;
  return state === 'pending_approval' || (state === 'refused' && approval.state === 'expired') ? approval : null;
}
