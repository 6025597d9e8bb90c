import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Languages, Monitor, Moon, Sun } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { speak } from '@/i18n';
import { host } from '@/lib/api/host';
import type { Language } from '@/lib/api/types';
import { useFailureWords } from '@/lib/failure-words';
import { meKey, useMe } from '@/lib/me';
import { usePreferences, type Theme } from '@/lib/preferences';

const themes: Record<Theme, { next: Theme; icon: typeof Sun }> = {
  system: { next: 'light', icon: Monitor },
  light: { next: 'dark', icon: Sun },
  dark: { next: 'system', icon: Moon },
};

const control =
  'inline-flex min-h-11 min-w-11 items-center justify-center gap-3 rounded-control text-sm text-ink-2 hover:text-ink md:justify-start md:px-3';

/** What can be set without a page for it. */
export function Settings() {
  const { t } = useTranslation();
  const planner = useMe().data?.planner;
  return (
    <div className="flex items-center md:mt-auto md:flex-col md:items-stretch">
      <LanguageSwitch />
      <ThemeSwitch />
      <p className="hidden min-h-5 px-3 pt-2 text-sm text-ink-2 md:block">{planner && t(`planner.${planner}`)}</p>
    </div>
  );
}

function ThemeSwitch() {
  const { t } = useTranslation();
  const theme = usePreferences((state) => state.theme);
  const setTheme = usePreferences((state) => state.setTheme);
  const { next, icon: Icon } = themes[theme];
  const label = t('theme.label', { name: t(`theme.${theme}`) });
  return (
    <button type="button" aria-label={label} onClick={() => setTheme(next)} className={control}>
      <Icon aria-hidden className="size-5" />
      <span aria-hidden className="hidden md:inline">
        {label}
      </span>
    </button>
  );
}

/** Answers at once, and says so and goes back when the host would not. */
function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  const why = useFailureWords();
  const queries = useQueryClient();
  const change = useMutation({
    mutationFn: (language: Language) => host.setLanguage(language),
    networkMode: 'always',
    onMutate: async (language) => {
      const before = i18n.language as Language;
      await speak(language);
      return before;
    },
    onError: (_error, _language, before) => before && speak(before),
    onSettled: () => queries.invalidateQueries({ queryKey: meKey }),
  });
  const other: Language = i18n.language === 'en' ? 'pt-BR' : 'en';
  return (
    <>
      {change.isError && (
        <p role="alert" className="px-3 text-sm text-alert">
          {t('language.failed', { why: why(change.error) })}
        </p>
      )}
      <button type="button" lang={other} onClick={() => change.mutate(other)} className={control}>
        <Languages aria-hidden className="hidden size-5 md:block" />
        {t('language.switch')}
      </button>
    </>
  );
}
