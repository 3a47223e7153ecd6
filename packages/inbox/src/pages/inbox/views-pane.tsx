import { Link } from '@tanstack/react-router'
import {
  AtSign,
  Bookmark,
  CircleUserRound,
  Inbox,
  type LucideIcon,
  Plus,
  Tag,
  UserRoundX,
  Users,
} from 'lucide-react'
import { useCounts, type View } from '../../data/views.ts'
import { number } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { IconButton } from '../../ui/icon-button.tsx'

const ICONS: Record<string, LucideIcon> = {
  ...{ mine: CircleUserRound, mentions: AtSign, unassigned: UserRoundX, all: Inbox },
}
const KIND_ICONS: Record<View['kind'], LucideIcon> = { own: Inbox, kept: Bookmark, team: Users, tag: Tag }

interface Of {
  views: View[]
  current: View
  onNewView: () => void
}

/** The views with how much is open in each. */
export const ViewsPane = (of: Of) => (
  <nav
    aria-label={t('inbox.views')}
    className="flex w-52 shrink-0 flex-col overflow-y-auto border-line border-e bg-paper px-2 py-3 max-xl:hidden"
  >
    <ViewLinks {...of} />
  </nav>
)

/** The links alone, for where they float. */
export function ViewLinks({ views, current, onNewView }: Of) {
  const countOf = useCounts()
  const link = (view: View) => (
    <ViewLink key={view.id} view={view} count={countOf(view)} isCurrent={view.id === current.id} />
  )
  const of = (kind: View['kind']) => views.filter(view => view.kind === kind)
  return (
    <>
      <h2 className="px-2 pb-1.5 font-semibold text-md">{t('app.inbox')}</h2>
      <ul>{of('own').map(link)}</ul>
      <Section title="inbox.views" onNew={onNewView}>
        {of('kept').map(link)}
      </Section>
      <Section title="inbox.teams">{of('team').map(link)}</Section>
      <Section title="people.tags">
        {of('tag')
          .filter(view => countOf(view) > 0 || view.id === current.id)
          .map(link)}
      </Section>
    </>
  )
}

/** Links of a kind. One without any is not there, but for those that can be made here. */
function Section({ title, onNew, children }: { title: PlainKey; onNew?: () => void; children: Element[] }) {
  if (children.length === 0 && !onNew) return null
  return (
    <>
      <div className="flex min-h-7 items-center justify-between ps-2 pt-4 pb-1">
        <h3 className="font-medium text-faint text-sm">{t(title)}</h3>
        {onNew && (
          <IconButton
            size="sm"
            label={t('inbox.newView')}
            icon={<Plus size={14} aria-hidden="true" />}
            onClick={onNew}
          />
        )}
      </div>
      {children.length > 0 && <ul>{children}</ul>}
    </>
  )
}

type Element = ReturnType<typeof ViewLink>

function ViewLink({ view, count, isCurrent }: { view: View; count: number; isCurrent: boolean }) {
  const Icon = ICONS[view.id] ?? KIND_ICONS[view.kind]
  return (
    <li>
      <Link
        to="/inbox/$view/{-$id}"
        params={{ view: view.id, id: undefined }}
        aria-current={isCurrent ? 'page' : undefined}
        className="flex h-8 items-center gap-2 rounded-md px-2 text-soft transition-colors hover:bg-hover aria-[current]:bg-pressed aria-[current]:font-medium aria-[current]:text-ink"
      >
        <Icon size={16} aria-hidden="true" className="shrink-0" />
        <span dir="auto" className="min-w-0 flex-1 truncate">
          {view.name}
        </span>
        {count > 0 && (
          <span className="text-sm">
            <span aria-hidden="true">{number(count)}</span>
            <span className="sr-only">
              {view.id === 'mentions' ? t('inbox.unseenCount', { count }) : t('inbox.openCount', { count })}
            </span>
          </span>
        )}
      </Link>
    </li>
  )
}
