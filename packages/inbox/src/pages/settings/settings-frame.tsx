import { Link, Outlet, useLocation } from '@tanstack/react-router'
import { ChevronLeft } from 'lucide-react'
import { useMe } from '../../data/me.ts'
import { t } from '../../text/t.ts'
import { settingsFor } from './places.ts'

/** The frame around every page of settings: where one can go, beside where one is. A phone has the list on a page of its own. */
export function SettingsFrame() {
  const { permissions, two_factor_setup_required } = useMe()
  const isStart = useLocation({ select: ({ pathname }) => pathname.replace(/\/$/, '') === '/settings' })
  if (two_factor_setup_required) return <Outlet />
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <nav
        aria-label={t('settings.title')}
        className="w-58 shrink-0 overflow-y-auto border-line border-e bg-paper px-2.5 py-4 max-lg:hidden"
      >
        <p className="px-2 font-semibold text-lg tracking-tight">{t('settings.title')}</p>
        {settingsFor(permissions).map(({ label, places }) => (
          <div key={label} className="mt-4">
            <p className="px-2 pb-1 font-medium text-faint text-sm">{t(label)}</p>
            <ul>
              {places.map(({ to, label: name, icon: Icon }) => (
                <li key={to}>
                  <Link
                    to={to}
                    className="flex h-8 items-center gap-2.5 rounded-md px-2 text-soft transition-colors hover:bg-hover hover:text-ink"
                    activeProps={{ className: 'bg-pressed font-medium text-ink!' }}
                  >
                    <Icon size={15} aria-hidden="true" className="shrink-0" />
                    <span className="truncate">{t(name)}</span>
                  </Link>
                </li>
              ))}
            </ul>
          </div>
        ))}
      </nav>
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        {!isStart && (
          <nav aria-label={t('settings.title')} className="shrink-0 border-line border-b bg-paper lg:hidden">
            <Link to="/settings" className="flex h-10 items-center gap-1 px-3 text-soft">
              <ChevronLeft size={16} aria-hidden="true" className="rtl:rotate-180" />
              {t('settings.title')}
            </Link>
          </nav>
        )}
        <Outlet />
      </div>
    </div>
  )
}
