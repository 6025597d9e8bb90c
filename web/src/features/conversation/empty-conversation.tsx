import { useTranslation } from 'react-i18next';

/** One sentence, and words to start from. Choosing one writes it; sending stays the person's act. */
export function EmptyConversation({ onChoose }: { onChoose: (example: string) => void }) {
  const { t } = useTranslation();
  return (
    <div className="flex flex-1 flex-col justify-center py-8">
      <div className="thread">
        <div className="relative pb-6 pl-8">
          <span aria-hidden className="knot knot-now left-0 top-3.5" />
          <p className="max-w-md font-display text-3xl/10 font-semibold tracking-tight text-balance">{t('conversation.empty')}</p>
        </div>
        <ul aria-label={t('conversation.examples')} className="space-y-1">
          {t('conversation.example').map((example) => (
            <li key={example} className="relative pl-5">
              <span aria-hidden className="knot left-0 top-4" />
              <button
                type="button"
                onClick={() => onChoose(example)}
                className="min-h-11 rounded-control px-3 py-2.5 text-left text-primary hover:bg-sunken"
              >
                {example}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
