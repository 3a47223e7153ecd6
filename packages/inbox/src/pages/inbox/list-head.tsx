import { Link } from '@tanstack/react-router'
import { ChevronDown, PanelLeft, Settings2, SquarePen } from 'lucide-react'
import { lazy, Suspense, useState } from 'react'
import { NEW_CONVERSATION_KEYS } from '../../actions/inbox-keys.ts'
import { NEW } from '../../data/conversation-asked.ts'
import { useMay, useMe } from '../../data/me.ts'
import {
  type KeptView,
  LIST_SORTS,
  LIST_STATES,
  type ListSort,
  type ListState,
  type View,
} from '../../data/views.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Menu, MenuChoice } from '../../ui/menu.tsx'
import { Tooltip } from '../../ui/tooltip.tsx'

const STATE_NAMES = {
  open: 'inbox.stateOpen',
  snoozed: 'inbox.stateSnoozed',
  closed: 'inbox.stateClosed',
} as const satisfies Record<ListState, PlainKey>

export const SORT_NAMES = {
  newest: 'inbox.sortNewest',
  oldest: 'inbox.sortOldest',
  waiting: 'inbox.sortWaiting',
  priority: 'inbox.sortPriority',
} as const satisfies Record<ListSort, PlainKey>

/** What the list shows, and in which order. */
export interface Showing {
  state: ListState
  sort: ListSort
}

/** Which view it is, the way to the others, and how it is shown. */
export const ListHead = ({
  views,
  view,
  showing,
  onShow,
  onNewView,
  onChangeView,
}: {
  views: View[]
  view: View
  showing: Showing
  onShow: (showing: Showing) => void
  onNewView: () => void
  onChangeView: () => void
}) => (
  <div className="flex h-13 shrink-0 items-center gap-2 border-line border-b ps-4 pe-2">
    <div className="-ms-2 xl:hidden">
      <OtherViews views={views} current={view} onNewView={onNewView} />
    </div>
    <h2 dir="auto" className="min-w-0 flex-1 truncate font-semibold text-md">
      {view.name}
    </h2>
    {view.kept && <ChangeView kept={view.kept} onChange={onChangeView} />}
    <Menu
      align="end"
      trigger={
        <Button look="quiet" className="min-w-0 shrink px-2!">
          <span className="sr-only">{t('inbox.which')}: </span>
          <span className="truncate">
            {t(STATE_NAMES[showing.state])} · {t(SORT_NAMES[showing.sort])}
          </span>
          <ChevronDown size={13} aria-hidden="true" className="shrink-0" />
        </Button>
      }
    >
      <MenuChoice
        label={t('inbox.which')}
        value={showing.state}
        choices={LIST_STATES.map(value => ({ value, label: t(STATE_NAMES[value]) }))}
        onChoose={state => onShow({ ...showing, state })}
      />
      <MenuChoice
        label={t('inbox.sort')}
        value={showing.sort}
        choices={LIST_SORTS.map(value => ({ value, label: t(SORT_NAMES[value]) }))}
        onChoose={sort => onShow({ ...showing, sort })}
      />
    </Menu>
    <NewConversationLink view={view} />
  </div>
)

const ViewsPopover = lazy(async () => ({ default: (await import('./views-popover.tsx')).ViewsPopover }))

/** Where there is no room for the views, the way to them, which is loaded when it is gone. */
function OtherViews(of: { views: View[]; current: View; onNewView: () => void }) {
  const [isWanted, setWanted] = useState(false)
  const button = (
    <IconButton
      label={t('inbox.showViews')}
      icon={<PanelLeft size={17} aria-hidden="true" />}
      {...(!isWanted && { onClick: () => setWanted(true) })}
    />
  )
  return isWanted ? (
    <Suspense fallback={button}>
      <ViewsPopover {...of} trigger={button} />
    </Suspense>
  ) : (
    button
  )
}

/** The way to write to a customer first, for those who may. */
function NewConversationLink({ view }: { view: View }) {
  if (!useMay('write_conversations')) return null
  return (
    <Tooltip label={t('inbox.newConversation')} keys={NEW_CONVERSATION_KEYS}>
      <Link
        to="/inbox/$view/{-$id}"
        params={{ view: view.id, id: NEW }}
        aria-label={t('inbox.newConversation')}
        aria-keyshortcuts={NEW_CONVERSATION_KEYS}
        className={buttonClass('quiet', 'md', 'size-8! px-0!')}
      >
        <SquarePen size={16} aria-hidden="true" />
      </Link>
    </Tooltip>
  )
}

/** Only those are offered it who may. */
function ChangeView({ kept, onChange }: { kept: KeptView; onChange: () => void }) {
  const me = useMe()
  const mayManage = useMay('manage_workspace')
  if (kept.admin_id !== me.admin.id && !(kept.is_shared && mayManage)) return null
  return (
    <IconButton
      size="sm"
      label={t('inbox.changeView')}
      icon={<Settings2 size={15} aria-hidden="true" />}
      onClick={onChange}
    />
  )
}
