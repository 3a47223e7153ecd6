import { Link } from '@tanstack/react-router'
import { CircleUserRound, Inbox, type LucideIcon, UserRoundX, Users } from 'lucide-react'
import { useCounts, type View } from '../../data/views.ts'
import { number } from '../../text/format.ts'
import { t } from '../../text/t.ts'

const ICONS: Record<string, LucideIcon> = { mine: CircleUserRound, unassigned: UserRoundX, all: Inbox }

/** The views with how much is open in each. */
export const ViewsPane = ({ views, current }: { views: View[]; current: View }) => (
  <nav
    aria-label={t('inbox.views')}
    className="flex w-52 shrink-0 flex-col overflow-y-auto border-line border-e bg-paper px-2 py-3 max-xl:hidden"
  >
    <ViewLinks views={views} current={current} />
  </nav>
)

/** The links alone, for where they float. */
export function ViewLinks({ views, current }: { views: View[]; current: View }) {
  const countOf = useCounts()
  const teams = views.filter(({ kind }) => kind === 'team')
  const link = (view: View) => (
    <ViewLink key={view.id} view={view} count={countOf(view)} isCurrent={view.id === current.id} />
  )
  return (
    <>
      <h2 className="px-2 pb-1.5 font-semibold text-md">{t('app.inbox')}</h2>
      <ul>{views.filter(({ kind }) => kind === 'own').map(link)}</ul>
      {teams.length > 0 && (
        <>
          <h3 className="px-2 pt-4 pb-1 font-medium text-faint text-sm">{t('inbox.teams')}</h3>
          <ul>{teams.map(link)}</ul>
        </>
      )}
    </>
  )
}

function ViewLink({ view, count, isCurrent }: { view: View; count: number; isCurrent: boolean }) {
  const Icon = ICONS[view.id] ?? Users
  return (
    <li>
      <Link
        to="/inbox/$view/{-$id}"
        params={{ view: view.id, id: undefined }}
        aria-current={isCurrent ? 'page' : undefined}
        className="flex h-8 items-center gap-2 rounded-md px-2 text-soft transition-colors hover:bg-hover aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-ink"
      >
        <Icon size={16} aria-hidden="true" className="shrink-0" />
        <span className="min-w-0 flex-1 truncate">{view.name}</span>
        {count > 0 && (
          <span className="text-sm">
            <span aria-hidden="true">{number(count)}</span>
            <span className="sr-only">{t('inbox.openCount', { count })}</span>
          </span>
        )}
      </Link>
    </li>
  )
}
