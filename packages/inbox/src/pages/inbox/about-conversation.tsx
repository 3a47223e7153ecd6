import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { PRIORITIES, useAct } from '../../data/acts.ts'
import { useConversationAttributes } from '../../data/attributes.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { useWait } from '../../data/waits.ts'
import { AttributeFact } from '../../parts/attribute-fact.tsx'
import { Fact } from '../../parts/fact.tsx'
import { PickedFact } from '../../parts/picked-fact.tsx'
import { PRIORITY_NAMES, PriorityMark } from '../../parts/priority-mark.tsx'
import { SideSection } from '../../parts/side-section.tsx'
import { TagList } from '../../parts/tag-list.tsx'
import { shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import type { Pick } from '../../ui/picker.tsx'
import { useTeammatePicks, useTeamPicks } from './assignee-picker.tsx'

/** Who has it, how pressing it is, what it is filed under. */
export function AboutConversation({ conversation }: { conversation: Conversation }) {
  const { mutate } = useAct(conversation.id)
  const isFixed = !useMay('write_conversations')
  const [open, setOpen] = useState<'tag' | 'priority'>()
  const wait = useWait(conversation)
  const toggle = (which: 'tag' | 'priority') => (isOpen: boolean) => setOpen(isOpen ? which : undefined)
  useActions(
    (isFixed ? [] : (['tag', 'priority'] as const)).map(name => ({
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
          isFixed={isFixed}
          onPick={assign('admin')}
        />
        <PickedFact
          label={t('inbox.team')}
          picks={useTeamPicks()}
          current={String(conversation.team_assignee_id)}
          searchLabel={t('inbox.findTeam')}
          isFixed={isFixed}
          onPick={assign('team')}
        />
        {wait && (
          <Fact label={t('desk.inLine')}>
            {wait.ahead === 0 ? t('desk.inLineFirst') : t('desk.inLineBehind', { count: wait.ahead })}
          </Fact>
        )}
        <PickedFact
          label={t('inbox.priorityLabel')}
          picks={PRIORITIES.map(id => ({
            ...{ id, label: t(PRIORITY_NAMES[id]) },
            icon: <PriorityMark priority={id} />,
          }))}
          current={conversation.priority}
          searchLabel={t('inbox.priority')}
          isFixed={isFixed}
          open={open === 'priority'}
          onOpenChange={toggle('priority')}
          onPick={({ id }) => {
            const priority = PRIORITIES.find(each => each === id)
            if (priority) mutate({ type: 'priority', priority })
          }}
        />
        <Fact label={t('inbox.created')}>{shortDate(conversation.created_at)}</Fact>
        {useConversationAttributes(conversation.custom_attributes).map(({ name, kind, options }) => (
          <AttributeFact
            key={name}
            label={name}
            kind={kind}
            options={options}
            value={conversation.custom_attributes[name]}
            isFixed={isFixed}
            onChange={value => mutate({ type: 'attributes', attributes: { [name]: value } })}
          />
        ))}
      </dl>
      <div className="mt-2">
        <TagList
          tags={conversation.tags.tags}
          isFixed={isFixed}
          onAdd={tag => mutate({ type: 'tag', tag })}
          onRemove={tag => mutate({ type: 'untag', tag })}
          open={open === 'tag'}
          onOpenChange={toggle('tag')}
        />
      </div>
    </SideSection>
  )
}
