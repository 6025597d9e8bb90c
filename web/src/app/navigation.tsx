import { CalendarDays, MessageCircle } from 'lucide-react';
import { useTranslation } from 'react-i18next';
import { NavLink } from 'react-router';

const pages = [
  { to: '/today', icon: CalendarDays, name: 'pages.today' },
  { to: '/', icon: MessageCircle, name: 'pages.conversation' },
] as const;

export function Navigation() {
  const { t } = useTranslation();
  return (
    <nav
      aria-label={t('pages.label')}
      className="fixed inset-x-0 bottom-0 z-20 flex border-t border-line bg-surface pb-[env(safe-area-inset-bottom)] md:static md:flex-col md:gap-1 md:border-0 md:bg-transparent md:p-0"
    >
      {pages.map(({ to, icon: Icon, name }) => (
        <NavLink
          key={to}
          to={to}
          end
          className="flex min-h-14 flex-1 flex-col items-center justify-center gap-0.5 text-sm text-ink-2 transition-colors hover:text-ink aria-[current=page]:font-semibold aria-[current=page]:text-primary md:min-h-11 md:flex-none md:flex-row md:justify-start md:gap-3 md:rounded-control md:px-3 md:aria-[current=page]:bg-surface"
        >
          <Icon aria-hidden className="size-5" />
          {t(name)}
        </NavLink>
      ))}
    </nav>
  );
}
