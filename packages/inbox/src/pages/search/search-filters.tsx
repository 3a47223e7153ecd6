import type { MessagesAsked } from '../../data/message-search.ts'
import { useTags } from '../../data/tags.ts'
import { useAdmins, useTeams } from '../../data/team.ts'
import { t } from '../../text/t.ts'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'

const ANY = ''

interface Named {
  id: string
  name: string
}

/** What a search is narrowed by. */
export function SearchFilters({
  asked,
  onAsk,
}: {
  asked: MessagesAsked
  onAsk: (asked: MessagesAsked) => void
}) {
  const admins = useAdmins()
  const named = (all: Named[]) => all.map(({ id, name }) => ({ value: id, label: name }))
  /** An address says nothing of what is not asked for. */
  const put = (name: keyof MessagesAsked, value: string) => {
    const { [name]: _, ...others } = asked
    onAsk(value === ANY ? others : { ...others, [name]: value })
  }
  const choice = (
    name: 'state' | 'by' | 'author' | 'admin' | 'team' | 'tag',
    label: string,
    choices: { value: string; label: string }[],
  ) => (
    <div className="w-[calc(50%-4px)] sm:w-36">
      <Select
        label={label}
        value={asked[name] ?? ANY}
        onChange={value => put(name, value)}
        choices={[{ value: ANY, label }, ...choices]}
      />
    </div>
  )
  const day = (name: 'from' | 'to', label: string) => (
    <span className="flex items-center gap-1.5 text-faint text-sm max-sm:w-full">
      <span aria-hidden="true" className="max-sm:w-9">
        {label}
      </span>
      <Input
        type="date"
        aria-label={label}
        value={asked[name] ?? ''}
        onChange={event => put(name, event.target.value)}
        className="sm:w-36"
      />
    </span>
  )
  return (
    <fieldset aria-label={t('people.filters')} className="flex flex-wrap items-center gap-2">
      {choice('by', t('desk.writtenBy'), [
        { value: 'customers', label: t('desk.byCustomers') },
        { value: 'team', label: t('desk.byTeam') },
        { value: 'notes', label: t('desk.byNotes') },
      ])}
      {choice('author', t('desk.author'), named(admins))}
      {choice('state', t('desk.anyState'), [
        { value: 'open', label: t('inbox.stateOpen') },
        { value: 'snoozed', label: t('inbox.stateSnoozed') },
        { value: 'closed', label: t('inbox.stateClosed') },
      ])}
      {choice('admin', t('desk.assignedTo'), [
        { value: '0', label: t('inbox.unassigned') },
        ...named(admins),
      ])}
      {choice('team', t('inbox.team'), [{ value: '0', label: t('inbox.noTeam') }, ...named(useTeams())])}
      {choice('tag', t('desk.tag'), named(useTags()))}
      <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
        {day('from', t('desk.from'))}
        {day('to', t('desk.to'))}
      </div>
    </fieldset>
  )
}
