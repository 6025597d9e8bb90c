import '@testing-library/jest-dom/vitest';
import { cleanup } from '@testing-library/react';
import { speak, startWords } from '@/i18n';
import { usePreferences } from '@/lib/preferences';

beforeAll(startWords);

beforeEach(async () => {
  vi.stubGlobal('matchMedia', () => ({ matches: true, addEventListener() {}, removeEventListener() {} }));
  // Chromium answers with a promise.
  vi.stubGlobal('scrollTo', () => Promise.resolve());
  vi.stubGlobal('scrollBy', () => Promise.resolve());
  await speak('pt-BR');
});

afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
  vi.useRealTimers();
  usePreferences.setState({ theme: 'system', draft: '', unsent: [] });
  localStorage.clear();
});
