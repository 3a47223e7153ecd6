import { Check, Clock, RotateCcw, Tag, UserRound, X } from 'lucide-react'
import { type ReactNode, useState } from 'react'
import { type BulkAct, useBulk } from '../../data/bulk.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useCreateTag, useTags } from '../../data/tags.ts'
import { fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { useTeammatePicks, useTeamPicks } from './assignee-picker.tsx'
import { SnoozeMenu } from './snooze-menu.tsx'
import type { Chosen } from './use-chosen.ts'

/** What can be done with all that are chosen at once. */
export function BulkBar({
  chosen,
  conversations,
  isAll,
}: {
  chosen: Chosen
  /** Those that are chosen, as they are now. */
  conversations: Conversation[]
  isAll: boolean
}) {
  const { run, progress } = useBulk()
  const [isSnoozing, setSnoozing] = useState(false)
  const act = (what: BulkAct, title: (count: number) => string) => {
    void run(conversations, what, title).then(chosen.clear)
  }
  const count = conversations.length
  return (
    <section
      aria-label={t('desk.chosen', { count })}
      className="flex h-11 shrink-0 items-center gap-0.5 border-line border-b bg-accent-soft ps-4 pe-2"
    >
      <Checkbox
        label={t('desk.chooseAll')}
        labelHidden
        checked={isAll}
        onChange={() => (isAll ? chosen.clear() : chosen.all())}
      />
      <span role="status" className="min-w-0 flex-1 truncate ps-2 font-medium">
        {progress
          ? t('desk.progress', { done: progress.done, of: progress.of })
          : t('desk.chosen', { count })}
      </span>
      {progress === undefined && (
        <>
          <AssignMany onAct={act} />
          <TagMany onAct={act} />
          <SnoozeMenu
            open={isSnoozing}
            onOpenChange={setSnoozing}
            onSnooze={until =>
              act({ type: 'snooze', snoozed_until: until }, of =>
                t('desk.snoozedMany', { count: of, time: fullTime(until) }),
              )
            }
          >
            <IconButton size="sm" label={t('inbox.snooze')} icon={<Clock size={15} aria-hidden="true" />} />
          </SnoozeMenu>
          {conversations.some(({ state }) => state !== 'closed') ? (
            <IconButton
              size="sm"
              label={t('desk.closeMany')}
              icon={<Check size={16} aria-hidden="true" />}
              onClick={() => act({ type: 'close' }, of => t('desk.closedMany', { count: of }))}
            />
          ) : (
            <IconButton
              size="sm"
              label={t('desk.openMany')}
              icon={<RotateCcw size={15} aria-hidden="true" />}
              onClick={() => act({ type: 'open' }, of => t('desk.openedMany', { count: of }))}
            />
          )}
          <IconButton
            size="sm"
            label={t('people.chooseNone')}
            icon={<X size={15} aria-hidden="true" />}
            onClick={chosen.clear}
          />
        </>
      )}
    </section>
  )
}

type OnAct = (act: BulkAct, title: (count: number) => string) => void

function AssignMany({ onAct }: { onAct: OnAct }) {
  const admins = useTeammatePicks().map(pick => ({ ...pick, id: `admin-${pick.id}` }))
  const teams = useTeamPicks().map(pick => ({ ...pick, id: `team-${pick.id}` }))
  return (
    <Picker
      picks={[...admins, ...teams]}
      chosen={[]}
      searchLabel={t('desk.findAssignee')}
      emptyLabel={t('inbox.noneFound')}
      onPick={({ id, label }) => {
        const [type, key = ''] = id.split('-')
        onAct({ type: 'assign', assignee: { type: type === 'team' ? 'team' : 'admin', id: key } }, count =>
          t('desk.assignedMany', { count, name: label }),
        )
      }}
      trigger={bulkButton(t('inbox.assign'), <UserRound size={15} aria-hidden="true" />)}
    />
  )
}

function TagMany({ onAct }: { onAct: OnAct }) {
  const create = useCreateTag()
  const put = ({ id, name }: { id: string; name: string }) =>
    onAct({ type: 'tag', tag_id: id }, count => t('people.tagged', { count, name }))
  return (
    <Picker
      picks={useTags().map(({ id, name }) => ({ id, label: name }))}
      chosen={[]}
      searchLabel={t('inbox.findTag')}
      emptyLabel={t('inbox.noneFound')}
      onPick={({ id, label }) => put({ id, name: label })}
      onCreate={{
        label: name => t('inbox.createTag', { name }),
        run: name => create.mutate(name, { onSuccess: put }),
      }}
      trigger={bulkButton(t('inbox.tag'), <Tag size={15} aria-hidden="true" />)}
    />
  )
}

const bulkButton = (label: string, icon: ReactNode) => (
  <button
    type="button"
    aria-label={label}
    title={label}
    className={buttonClass('quiet', 'md', 'size-6.5! px-0!')}
  >
    {icon}
  </button>
)
