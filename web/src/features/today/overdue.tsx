import { useTranslation } from 'react-i18next';
import type { TaskView } from '@/lib/api/types';
import { useClock } from '@/lib/time';

export function Overdue({ tasks }: { tasks: TaskView[] }) {
  const { t } = useTranslation();
  const clock = useClock();
  return (
    <section aria-labelledby="overdue">
      <h2 id="overdue" className="mb-2 text-lg">
        {t('today.overdue')}
      </h2>
      <ul className="divide-y divide-line border-y border-line">
        {tasks.map((task) => (
          <li key={task.id} className="flex items-baseline justify-between gap-4 py-2.5">
            <span className="min-w-0 wrap-anywhere">{task.title}</span>
            {task.due && <span className="shrink-0 text-sm text-alert">{clock.shortDay(task.due)}</span>}
          </li>
        ))}
      </ul>
    </section>
  );
}
