import { useTranslation } from 'react-i18next';
import { Skeleton } from '@/components/ui/skeleton';

export function TodaySkeleton() {
  const { t } = useTranslation();
  return (
    <div aria-busy className="grid gap-x-16 gap-y-10 lg:grid-cols-[1fr_22rem]">
      <span className="sr-only">{t('loading')}</span>
      <div className="space-y-5">
        <Skeleton className="h-6 w-32" />
        {[0, 1, 2, 3, 4].map((line) => (
          <Skeleton key={line} className="h-6" />
        ))}
      </div>
      <div className="space-y-4">
        <Skeleton className="h-6 w-32" />
        <Skeleton className="h-20" />
        <Skeleton className="h-20" />
      </div>
    </div>
  );
}
