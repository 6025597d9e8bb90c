import { useEffect } from 'react';
import { usePreferences } from './preferences';

/** Keeps the page's colours with the choice and, when the choice is the system's, with the system. */
export function useTheme() {
  const theme = usePreferences((state) => state.theme);
  useEffect(() => {
    const system = matchMedia('(prefers-color-scheme: dark)');
    const apply = () => {
      const dark = theme === 'dark' || (theme === 'system' && system.matches);
      document.documentElement.dataset.theme = dark ? 'dark' : 'light';
    };
    apply();
    system.addEventListener('change', apply);
    return () => system.removeEventListener('change', apply);
  }, [theme]);
}
