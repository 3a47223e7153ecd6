import { VERSIONS } from '@guichet/contract/version.ts'
import { Activity } from 'lucide-react'
import { useState } from 'react'
import { useApps } from '../../data/apps.ts'
import { type LoggedRequest, type RequestFilter, useRequestCounts, useRequests } from '../../data/requests.ts'
import { TabHead } from '../../parts/tab-head.tsx'
import { fullTime, number, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import type { Column } from '../../ui/table.tsx'
import { Log, LogDay, withoutEmpty } from './log.tsx'

/** What programs asked of the API, as it comes. */
export function RequestsTab() {
  const [filter, setFilter] = useState<RequestFilter>({})
  const requests = useRequests(filter)
  return (
    <>
      <TabHead says={t('developer.requestsSays')} />
      <LastDay />
      <Filters filter={filter} onChange={setFilter} />
      <Log
        label={t('developer.requests')}
        query={requests}
        columns={columns()}
        isFiltered={Object.keys(filter).length > 0}
        empty={{
          icon: Activity,
          title: t('developer.requestsEmpty'),
          says: t('developer.requestsEmptySays'),
        }}
      />
    </>
  )
}

const columns = (): Column<LoggedRequest>[] => [
  {
    key: 'path',
    label: t('developer.path'),
    cell: ({ method, path, request_id }) => (
      <span className="font-mono text-sm" title={`${t('developer.requestId')}: ${request_id}`}>
        <span className="font-semibold">{method}</span> {path}
      </span>
    ),
  },
  {
    key: 'status',
    label: t('developer.status'),
    cell: ({ status, error_code }) => (
      <Badge tone={status < 400 ? 'accent' : status < 500 ? 'warning' : 'danger'}>
        {status}
        {error_code && ` · ${error_code}`}
      </Badge>
    ),
  },
  { key: 'version', label: t('developer.version'), cell: ({ version }) => version },
  { key: 'app', label: t('developer.app'), cell: ({ app_name }) => app_name },
  {
    key: 'client',
    label: t('developer.client'),
    className: 'max-w-48',
    cell: ({ client }) => <span title={client ?? ''}>{client ?? '—'}</span>,
  },
  {
    key: 'duration',
    label: t('developer.duration'),
    figure: true,
    cell: ({ duration_ms }) => t('developer.ms', { ms: number(Math.round(duration_ms * 10) / 10) }),
  },
  {
    key: 'when',
    label: t('developer.when'),
    figure: true,
    cell: ({ at_ms }) => (
      <time title={fullTime(at_ms / 1000)} dateTime={new Date(at_ms).toISOString()}>
        {shortAgo(at_ms / 1000)}
      </time>
    ),
  },
]

const ANY = 'any'
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const

type Loose = { [K in keyof RequestFilter]: RequestFilter[K] | undefined }

function Filters({ filter, onChange }: { filter: RequestFilter; onChange: (filter: RequestFilter) => void }) {
  const apps = useApps().data?.data ?? []
  const narrow = (of: Loose) => onChange(withoutEmpty({ ...filter, ...of }))
  const orAny = <V extends string>(value: V | typeof ANY) => (value === ANY ? undefined : value)
  return (
    <search className="mb-3 grid grid-cols-2 gap-2 md:grid-cols-5">
      <Select
        label={t('developer.status')}
        value={filter.status ?? ANY}
        onChange={value => narrow({ status: orAny(value) })}
        choices={[
          { value: ANY, label: t('developer.anyStatus') },
          { value: 'succeeded', label: t('developer.succeeded') },
          { value: 'refused', label: t('developer.refused') },
          { value: 'failed', label: t('developer.serverFailed') },
        ]}
      />
      <Select
        label={t('developer.method')}
        value={filter.method ?? ANY}
        onChange={value => narrow({ method: orAny(value) })}
        choices={[
          { value: ANY, label: t('developer.anyMethod') },
          ...METHODS.map(value => ({ value, label: value })),
        ]}
      />
      <Select
        label={t('developer.app')}
        value={filter.app_id ?? ANY}
        onChange={value => narrow({ app_id: orAny(value) })}
        choices={[
          { value: ANY, label: t('developer.anyApp') },
          ...apps.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <Select
        label={t('developer.version')}
        value={filter.version ?? ANY}
        onChange={value => narrow({ version: orAny(value) })}
        choices={[
          { value: ANY, label: t('developer.anyVersion') },
          ...VERSIONS.toReversed().map(value => ({ value, label: value })),
        ]}
      />
      <Input
        aria-label={t('developer.path')}
        placeholder={t('developer.pathHint')}
        defaultValue=""
        className="max-md:col-span-2"
        onChange={event => narrow({ path: event.target.value.trim() || undefined })}
      />
    </search>
  )
}

function LastDay() {
  const counts = useRequestCounts().data?.data ?? []
  const of = (name: 'succeeded' | 'refused' | 'failed') => counts.map(count => count[name])
  const series = [
    { label: t('developer.succeeded'), fill: 'fill-accent', mark: 'bg-accent', values: of('succeeded') },
    { label: t('developer.refused'), fill: 'fill-warning', mark: 'bg-warning', values: of('refused') },
    { label: t('developer.serverFailed'), fill: 'fill-danger', mark: 'bg-danger', values: of('failed') },
  ]
  return <LogDay label={t('developer.requestsDay')} series={series} />
}
