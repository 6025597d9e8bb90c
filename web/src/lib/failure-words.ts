import { useTranslation } from 'react-i18next';
import { RequestError } from './api/request';

/** The reason of a failure and what to do about it, in words. */
export function useFailureWords() {
  const { t } = useTranslation();
  return (error: unknown) => {
    if (!(error instanceof RequestError)) return t('failure.unknown', { status: 'web' });
    if (error.kind === 'refused') return error.words ?? t('failure.unknown', { status: error.status });
    return t(`failure.${error.kind}`);
  };
}
