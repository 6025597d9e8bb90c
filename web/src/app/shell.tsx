import { useEffect, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { speak } from '@/i18n';
import { useAnnouncement } from '@/lib/announce';
import { useCardChanges } from '@/lib/card-changes';
import { useMe } from '@/lib/me';
import { useTheme } from '@/lib/theme';
import { Navigation } from './navigation';
import { Settings } from './settings';

/** The house around every page: side bar at the desk, bottom bar on the phone. */
export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  const language = useMe().data?.language;
  const announcement = useAnnouncement((state) => state.words);
  useTheme();
  useCardChanges();
  useEffect(() => {
    if (language) void speak(language);
  }, [language]);

  return (
    <div className="flex min-h-dvh flex-col [--bar:calc(3.5rem+env(safe-area-inset-bottom))] md:flex-row md:[--bar:0px]">
      <a
        href="#content"
        className="fixed left-2 top-2 z-30 -translate-y-20 rounded-control bg-surface px-4 py-2.5 text-primary focus:translate-y-0"
      >
        {t('skip')}
      </a>
      <header className="flex items-center justify-between gap-2 px-4 pt-2 md:sticky md:top-0 md:h-dvh md:w-54 md:shrink-0 md:flex-col md:items-stretch md:justify-start md:gap-8 md:border-r md:border-line md:bg-sunken md:pb-4 md:pt-4">
        <Brand />
        <Navigation />
        <Settings />
      </header>
      <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col pb-(--bar)">
        {children}
      </main>
      <output className="sr-only">{announcement}</output>
    </div>
  );
}

function Brand() {
  return (
    <p className="font-display text-lg font-semibold text-ink-2">
      <span className="text-ink">TB</span> Personal OS
    </p>
  );
}
