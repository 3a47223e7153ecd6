import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { PRIORITIES, useAct } from '../../data/acts.ts'
import type { Conversation } from '../../data/conversations.ts'
import { EditableFact, Fact } from '../../parts/fact.tsx'
import { PRIORITY_NAMES, PriorityMark } from '../../parts/priority-mark.tsx'
import { SideSection } from '../../parts/side-section.tsx'
import { TagList } from '../../parts/tag-list.tsx'
import { shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { type Pick, Picker } from '../../ui/picker.tsx'
import { useTeammatePicks, useTeamPicks } from './assignee-picker.tsx'

/** Who has it, how pressing it is, what it is filed under. */
export function AboutConversation({ conversation }: { conversation: Conversation }) {
  const { mutate } = useAct(conversation.id)
  const [open, setOpen] = useState<'tag' | 'priority'>()
  const toggle = (which: 'tag' | 'priority') => (isOpen: boolean) => setOpen(isOpen ? which : undefined)
  useActions(
    (['tag', 'priority'] as const).map(name => ({
      ...{ id: `inbox-${name}`, label: t(INBOX_KEYS[name].label), keys: INBOX_KEYS[name].keys },
      ...{ group: 'here', run: () => setOpen(name) },
    })),
  )
  const assign = (type: 'admin' | 'team') => (pick: Pick) =>
    mutate({ type: 'assign', to: { type, id: pick.id } })
  return (
    <SideSection title={t('inbox.conversation')}>
      <dl>
        <PickedFact
          label={t('inbox.assignee')}
          picks={useTeammatePicks()}
          current={String(conversation.admin_assignee_id)}
          searchLabel={t('inbox.findTeammate')}
          onPick={assign('admin')}
        />
        <PickedFact
          label={t('inbox.team')}
          picks={useTeamPicks()}
          current={String(conversation.team_assignee_id)}
          searchLabel={t('inbox.findTeam')}
          onPick={assign('team')}
        />
        <PickedFact
          label={t('inbox.priorityLabel')}
          picks={PRIORITIES.map(id => ({
            ...{ id, label: t(PRIORITY_NAMES[id]) },
            icon: <PriorityMark priority={id} />,
          }))}
          current={conversation.priority}
          searchLabel={t('inbox.priority')}
          open={open === 'priority'}
          onOpenChange={toggle('priority')}
          onPick={({ id }) => {
            const priority = PRIORITIES.find(each => each === id)
            if (priority) mutate({ type: 'priority', priority })
          }}
        />
        <Fact label={t('inbox.created')}>{shortDate(conversation.created_at)}</Fact>
        {Object.entries(conversation.custom_attributes).map(([name, value]) => (
          <EditableFact
            key={name}
            label={name}
            value={value === null || value === undefined ? '' : String(value)}
            onChange={written => mutate({ type: 'attributes', attributes: { [name]: written } })}
          />
        ))}
      </dl>
      <div className="mt-2">
        <TagList
          tags={conversation.tags.tags}
          onAdd={tag => mutate({ type: 'tag', tag })}
          onRemove={tag => mutate({ type: 'untag', tag })}
          open={open === 'tag'}
          onOpenChange={toggle('tag')}
        />
      </div>
    </SideSection>
  )
}

function PickedFact({
  label,
  picks,
  current,
  ...picker
}: {
  label: string
  picks: Pick[]
  current: string
  searchLabel: string
  onPick: (pick: Pick) => void
  open?: boolean
  onOpenChange?: (open: boolean) => void
}) {
  const chosen = picks.find(({ id }) => id === current)
  return (
    <Fact label={label}>
      <Picker
        {...picker}
        align="start"
        picks={picks}
        chosen={[current]}
        emptyLabel={t('inbox.noneFound')}
        trigger={
          <button
            type="button"
            aria-label={`${label}: ${chosen?.label ?? t('inbox.unset')}`}
            className="-ms-1.5 flex h-7 w-full items-center gap-2 rounded-sm px-1.5 text-start hover:bg-hover"
          >
            {chosen?.icon}
            <span className="truncate">{chosen?.label ?? '—'}</span>
          </button>
        }
      />
    </Fact>
  )
}
