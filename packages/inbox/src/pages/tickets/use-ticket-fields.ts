import type { FilterField } from '../../data/filters.ts'
import { useAdmins, useTeams } from '../../data/team.ts'
import { TICKET_CATEGORIES, useTicketTypes } from '../../data/tickets.ts'
import { t } from '../../text/t.ts'

const CATEGORY_NAMES = {
  submitted: 'tickets.submitted',
  in_progress: 'tickets.inProgress',
  waiting_on_customer: 'tickets.waiting',
  resolved: 'tickets.resolved',
} as const

/** Everything tickets can be filtered by. */
export function useTicketFields(): FilterField[] {
  const types = useTicketTypes().map(({ id, name }) => ({ value: id, label: name }))
  const admins = useAdmins().map(({ id, name }) => ({ value: id, label: name }))
  const teams = useTeams().map(({ id, name }) => ({ value: id, label: name }))
  const states = TICKET_CATEGORIES.map(value => ({ value, label: t(CATEGORY_NAMES[value]) }))
  const choice = (
    name: string,
    label: string,
    choices: { value: string; label: string }[],
    numeric = false,
  ) => ({
    ...{ name, label, choices, numeric },
    kind: 'choice' as const,
  })
  return [
    ...(types.length > 0 ? [choice('ticket_type_id', t('tickets.type'), types, true)] : []),
    choice('state', t('tickets.state'), states),
    choice(
      'admin_assignee_id',
      t('inbox.assignee'),
      [{ value: '0', label: t('inbox.unassigned') }, ...admins],
      true,
    ),
    choice('team_assignee_id', t('inbox.team'), [{ value: '0', label: t('inbox.noTeam') }, ...teams], true),
    { name: 'open', label: t('tickets.open'), kind: 'boolean' },
    { name: 'title', label: t('tickets.title'), kind: 'text' },
    { name: 'created_at', label: t('people.created'), kind: 'date' },
    { name: 'updated_at', label: t('tickets.updated'), kind: 'date' },
  ]
}
