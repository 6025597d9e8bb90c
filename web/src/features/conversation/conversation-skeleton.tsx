import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/components/ui/skeleton';

/** Stands where the log will stand, so that nothing moves when it comes. */
export function ConversationSkeleton() {
  const { t } = useTranslation();
  return (
    <div aria-busy className="flex flex-1 flex-col justify-end gap-8 py-8">
      <span className="sr-only">{t('loading')}</span>
      {[0, 1, 2].map((turn) => (
        <div key={turn} className="space-y-4">
          <Skeleton className="ml-auto h-10 w-1/2" />
          <Skeleton className="ml-8 h-20" />
        </div>
      ))}
    </div>
  );
}
