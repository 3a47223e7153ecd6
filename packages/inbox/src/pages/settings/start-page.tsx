import { Link } from '@tanstack/react-router'
import { useMe } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { settingsFor } from './places.ts'

/** Everything there is to set, with what it is about. */
export const SettingsStartPage = () => (
  <Page title={t('settings.title')} says={t('settings.says')}>
    {settingsFor(useMe().permissions).map(({ label, places }) => (
      <section key={label} className="border-line border-t py-5">
        <h2 className="font-semibold text-md">{t(label)}</h2>
        <ul className="mt-3 grid gap-2 sm:grid-cols-2">
          {places.map(({ to, label: name, says, icon: Icon }) => (
            <li key={to}>
              <Link
                to={to}
                className="flex h-full gap-3 rounded-lg border border-line bg-raised p-3 shadow-sm transition-colors hover:border-line-strong hover:bg-sunken"
              >
                <span className="flex size-8 shrink-0 items-center justify-center rounded-md bg-accent-soft text-accent-strong">
                  <Icon size={16} aria-hidden="true" />
                </span>
                <span className="min-w-0">
                  <span className="block font-medium">{t(name)}</span>
                  <span className="block text-faint">{t(says)}</span>
                </span>
              </Link>
            </li>
          ))}
        </ul>
      </section>
    ))}
  </Page>
)
