import type { ApprovalView, ReceiptView } from '@/lib/api/types';

const IN_CONVERSATION = 5 * 60_000;

/** The card for which a call waits: as it was told, or from what the call returned. */
export function cardOf(receipt: ReceiptView, told: ApprovalView[]): ApprovalView | null {
  if (receipt.state !== 'pending_approval') return null;
  const card = told.find(({ actionId }) => actionId === receipt.id);
  if (card) return card;
  const { approvalId, hash } = receipt.result ?? {};
  if (typeof approvalId !== 'string' || typeof hash !== 'string') return null;
  return {
    id: approvalId,
    actionId: receipt.id,
    function: receipt.function,
    text: receipt.text,
    arguments: receipt.arguments,
    hash,
    expiresAt: new Date(Date.parse(receipt.at) + IN_CONVERSATION).toISOString(),
    state: 'open',
  };
}
