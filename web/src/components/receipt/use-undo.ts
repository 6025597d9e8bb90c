import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '@/lib/announce';
import { host } from '@/lib/api/host';
import type { ReceiptView } from '@/lib/api/types';

/** Takes a receipt back. The key stays the same over retries, so that a lost answer is not a second undo. */
export function useUndo(receipt: ReceiptView) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [key] = useState(() => crypto.randomUUID());
  return useMutation({
    mutationFn: () => host.undo(receipt.id, key),
    // A tab that the browser believes to be offline may still reach its own machine.
    networkMode: 'always',
    onSuccess: async () => {
      announce(t('receipt.undoneNow', { text: receipt.text }));
      await queries.invalidateQueries();
    },
  });
}
