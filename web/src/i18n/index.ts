import { createInstance } from 'i18next';
import { initReactI18next } from 'react-i18next';
import type { Language } from '@/lib/api/types';
import { ptBR, type Words } from './pt-br';

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: Words };
    returnObjects: true;
  }
}

const remembered = 'tbos.language';

export const words = createInstance();

/** The person's language once the host has told it; before that the last one seen here, else Portuguese. */
export async function startWords() {
  await words.use(initReactI18next).init({
    resources: { 'pt-BR': { translation: ptBR } },
    lng: 'pt-BR',
    fallbackLng: 'pt-BR',
    returnObjects: true,
    // React escapes; a second time would show the entities.
    interpolation: { escapeValue: false },
  });
  await speak(localStorage.getItem(remembered) === 'en' ? 'en' : 'pt-BR');
}

export async function speak(language: Language) {
  if (language === 'en' && !words.hasResourceBundle('en', 'translation')) {
    const { en } = await import('./en');
    words.addResourceBundle('en', 'translation', en);
  }
  if (words.language !== language) await words.changeLanguage(language);
  localStorage.setItem(remembered, language);
  document.documentElement.lang = language;
}
