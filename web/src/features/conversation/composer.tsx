import { ArrowUp } from 'lucide-react';
import { useEffect, type KeyboardEvent, type RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { usePreferences } from '@/lib/preferences';
import { useSay } from './use-say';

type Props = { field: RefObject<HTMLTextAreaElement | null>; onSent: () => void };

export function Composer({ field, onSent }: Props) {
  const { t } = useTranslation();
  const draft = usePreferences((state) => state.draft);
  const setDraft = usePreferences((state) => state.setDraft);
  const say = useSay();

  // On a phone the keyboard would cover the page before it was read.
  useEffect(() => {
    if (matchMedia('(pointer: fine)').matches) field.current?.focus({ preventScroll: true });
  }, [field]);

  function send() {
    const text = draft.trim();
    if (text !== '') {
      say(text);
      setDraft('');
      onSent();
    }
    field.current?.focus();
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
    event.preventDefault();
    send();
  }

  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
      className="flex items-end gap-1 rounded-card border border-line-strong bg-surface p-1 has-[textarea:focus-visible]:outline-3 has-[textarea:focus-visible]:outline-[var(--focus)] has-[textarea:focus-visible]:border-transparent"
    >
      <textarea
        ref={field}
        value={draft}
        rows={Math.min(8, draft.split('\n').length)}
        aria-label={t('composer.label')}
        aria-describedby="composer-hint"
        placeholder={t('composer.placeholder')}
        enterKeyHint="send"
        autoComplete="off"
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={onKeyDown}
        className="field-sizing-content max-h-48 min-h-11 min-w-0 flex-1 resize-none bg-transparent px-3 py-2.5 placeholder:text-ink-2 focus-visible:outline-none"
      />
      <button
        type="submit"
        aria-label={t('composer.send')}
        className="inline-flex size-11 shrink-0 items-center justify-center gap-2 rounded-control bg-primary font-semibold text-on-primary transition-opacity hover:opacity-90 sm:w-auto sm:px-4"
      >
        <ArrowUp aria-hidden className="size-5 sm:hidden" />
        <span className="hidden sm:inline">{t('composer.send')}</span>
      </button>
      <span id="composer-hint" className="sr-only">
        {t('composer.hint')}
      </span>
    </form>
  );
}
