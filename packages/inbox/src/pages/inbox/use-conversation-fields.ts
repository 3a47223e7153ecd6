import { PRIORITIES } from '../../data/acts.ts'
import { type AttributeKind, useConversationAttributes } from '../../data/attributes.ts'
import type { FilterField } from '../../data/filters.ts'
import { useTags } from '../../data/tags.ts'
import { useAdmins, useTeams } from '../../data/team.ts'
import { PRIORITY_NAMES } from '../../parts/priority-mark.tsx'
import { t } from '../../text/t.ts'

const KINDS: Record<AttributeKind, FilterField['kind'] | undefined> = {
  ...{ string: 'text', integer: 'number', decimal: 'number', boolean: 'boolean', datetime: 'date' },
  ...{ list: 'choice', files: undefined, relationship: undefined },
}

/** Everything a view of conversations can be made of. */
export function useConversationFields(): FilterField[] {
  const named = ({ id, name }: { id: string; name: string }) => ({ value: id, label: name })
  const admins = useAdmins().map(named)
  const teams = useTeams().map(named)
  const tags = useTags().map(named)
  const attributes = useConversationAttributes({})
  return [
    {
      ...{ name: 'admin_assignee_id', label: t('inbox.assignee'), kind: 'choice', numeric: true },
      choices: [{ value: '0', label: t('inbox.unassigned') }, ...admins],
    },
    {
      ...{ name: 'team_assignee_id', label: t('inbox.team'), kind: 'choice', numeric: true },
      choices: [{ value: '0', label: t('inbox.noTeam') }, ...teams],
    },
    ...(tags.length > 0
      ? [{ name: 'tag_ids', label: t('desk.tag'), kind: 'choice' as const, choices: tags }]
      : []),
    {
      ...{ name: 'priority', label: t('inbox.priorityLabel'), kind: 'choice' },
      choices: PRIORITIES.map(value => ({ value, label: t(PRIORITY_NAMES[value]) })),
    },
    { name: 'read', label: t('desk.isRead'), kind: 'boolean' },
    { name: 'waiting_since', label: t('desk.waitingSince'), kind: 'date' },
    { name: 'created_at', label: t('inbox.created'), kind: 'date' },
    { name: 'updated_at', label: t('tickets.updated'), kind: 'date' },
    { name: 'source.author.name', label: t('desk.customerName'), kind: 'text' },
    { name: 'source.author.email', label: t('desk.customerEmail'), kind: 'text' },
    { name: 'source.body', label: t('desk.firstMessage'), kind: 'text' },
    ...attributes.flatMap(({ name, kind, options }): FilterField[] => {
      const filter = KINDS[kind]
      if (!filter) return []
      const choices = options.map(value => ({ value, label: value }))
      return [
        {
          ...{ name: `custom_attributes.${name}`, label: name, kind: filter },
          ...(filter === 'choice' && { choices }),
        },
      ]
    }),
  ]
}
