import { create } from 'zustand';
import { persist } from 'zustand/middleware';

export type Theme = 'system' | 'light' | 'dark';

/** What this browser alone knows: how it looks, and words that have not reached the host. */
type Preferences = {
  theme: Theme;
  draft: string;
  unsent: Unsent[];
  setTheme: (theme: Theme) => void;
  setDraft: (draft: string) => void;
  keep: (message: Unsent) => void;
  release: (id: string) => void;
};

export type Unsent = { id: string; text: string; saidAt: string };

export const usePreferences = create<Preferences>()(
  persist(
    (set) => ({
      theme: 'system',
      draft: '',
      unsent: [],
      setTheme: (theme) => set({ theme }),
      setDraft: (draft) => set({ draft }),
      keep: (message) => set(({ unsent }) => ({ unsent: [...unsent.filter(({ id }) => id !== message.id), message] })),
      release: (id) => set(({ unsent }) => ({ unsent: unsent.filter((message) => message.id !== id) })),
    }),
    { name: 'tbos.preferences' },
  ),
);
