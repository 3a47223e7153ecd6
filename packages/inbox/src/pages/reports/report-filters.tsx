import { ChevronDown, X } from 'lucide-react'
import type { ReportSearch } from '../../data/report-search.ts'
import { useChannels } from '../../data/reports.ts'
import { useTags } from '../../data/tags.ts'
import { useAdmins, useTeams } from '../../data/team.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { Select } from '../../ui/select.tsx'
import { channelName } from './channel-name.ts'

type Filter = 'team' | 'teammate' | 'tag' | 'channel'

/** What the figures are narrowed to. */
export function ReportFilters({
  search,
  timezone,
  onSearch,
}: {
  search: ReportSearch
  timezone: string
  onSearch: (search: ReportSearch) => void
}) {
  const choices: Record<Filter, { id: string; label: string }[]> = {
    team: useTeams().map(({ id, name }) => ({ id: String(id), label: name })),
    teammate: useAdmins().map(({ id, name }) => ({ id: String(id), label: name })),
    tag: useTags().map(({ id, name }) => ({ id, label: name })),
    channel: useChannels(timezone).map(id => ({ id, label: channelName(id) })),
  }
  const isNarrowed = FILTERS.some(name => search[name] !== undefined) || search.kind !== undefined
  return (
    <search aria-label={t('reports.filters')} className="flex flex-wrap items-center gap-1.5">
      <div className="w-36">
        <Select
          label={t('reports.kind')}
          value={search.kind ?? 'conversation'}
          onChange={kind => onSearch(kind === 'ticket' ? { ...search, kind } : without(search, 'kind'))}
          choices={[
            { value: 'conversation', label: t('reports.conversations') },
            { value: 'ticket', label: t('reports.tickets') },
          ]}
        />
      </div>
      {FILTERS.map(name => (
        <FilterButton
          key={name}
          name={name}
          choices={choices[name]}
          value={search[name]}
          onChange={value =>
            onSearch(value === undefined ? without(search, name) : { ...search, [name]: value })
          }
        />
      ))}
      {isNarrowed && (
        <Button look="quiet" onClick={() => onSearch(without(search, 'kind', ...FILTERS))}>
          {t('reports.clear')}
        </Button>
      )}
    </search>
  )
}

const FILTERS: Filter[] = ['team', 'teammate', 'tag', 'channel']

const without = (search: ReportSearch, ...names: (keyof ReportSearch)[]): ReportSearch =>
  Object.fromEntries(Object.entries(search).filter(([name]) => !names.some(each => each === name)))

const ANY: Record<Filter, PlainKey> = {
  ...{ team: 'reports.anyTeam', teammate: 'reports.anyTeammate' },
  ...{ tag: 'reports.anyTag', channel: 'reports.anyChannel' },
}

function FilterButton({
  name,
  choices,
  value,
  onChange,
}: {
  name: Filter
  choices: { id: string; label: string }[]
  value: string | undefined
  onChange: (value: string | undefined) => void
}) {
  const chosen = choices.find(({ id }) => id === value)?.label ?? value
  const label = t(`reports.${name}`)
  return (
    <span className="inline-flex max-w-full">
      <Picker
        align="start"
        picks={choices}
        chosen={value === undefined ? [] : [value]}
        onPick={({ id }) => onChange(id === value ? undefined : id)}
        searchLabel={`${t('reports.find')}: ${label}`}
        emptyLabel={t('reports.noneFound')}
        trigger={
          <button
            type="button"
            aria-label={chosen === undefined ? t(ANY[name]) : `${label}: ${chosen}`}
            className={buttonClass(
              'plain',
              'md',
              value === undefined
                ? 'font-normal! text-soft!'
                : 'rounded-e-none border-accent-line! bg-accent-soft!',
            )}
          >
            <span className="max-w-40 truncate">{chosen ?? label}</span>
            {value === undefined && <ChevronDown size={13} aria-hidden="true" className="text-faint" />}
          </button>
        }
      />
      {value !== undefined && (
        <button
          type="button"
          aria-label={t(ANY[name])}
          onClick={() => onChange(undefined)}
          className={buttonClass(
            'plain',
            'md',
            'rounded-s-none border-s-0 border-accent-line! bg-accent-soft! px-1.5!',
          )}
        >
          <X size={13} aria-hidden="true" />
        </button>
      )}
    </span>
  )
}
