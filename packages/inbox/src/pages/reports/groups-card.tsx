import { GROUPINGS, type Grouping, type ReportSearch } from '../../data/report-search.ts'
import { type ReportGroup, useReportGroups } from '../../data/reports.ts'
import { ChartCard, type FigureColumn } from '../../parts/chart-card.tsx'
import { duration, number, percent } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Select } from '../../ui/select.tsx'
import { Skeleton } from '../../ui/states.tsx'
import { channelName } from './channel-name.ts'

const NONE: Record<Grouping, PlainKey> = {
  ...{ team: 'reports.noTeam', teammate: 'reports.noTeammate' },
  ...{ tag: 'reports.noTag', channel: 'reports.noChannel' },
}

/** The figures by team, teammate, tag or channel; a name narrows the whole report to it. */
export function GroupsCard({
  search,
  timezone,
  name,
  onSearch,
}: {
  search: ReportSearch
  timezone: string
  name: string
  onSearch: (search: ReportSearch) => void
}) {
  const by = search.by ?? 'team'
  const { data } = useReportGroups(search, timezone, by)
  if (!data) return <Skeleton className="h-72 rounded-xl" />
  const all = data.data.reduce((sum, { started }) => sum + started, 0)
  return (
    <ChartCard
      title={t('reports.groups')}
      says={t('reports.groupsSays')}
      name={`${name}-${by}`}
      columns={columns(data.by, all, group =>
        group.id === null ? undefined : () => onSearch({ ...search, [data.by]: group.id ?? '' }),
      )}
      rows={data.data}
      keyOf={({ id }) => id ?? 'none'}
      aside={
        <div className="w-36">
          <Select
            label={t('reports.by')}
            value={by}
            onChange={chosen => onSearch({ ...search, by: chosen })}
            choices={GROUPINGS.map(value => ({ value, label: t(`reports.${value}`) }))}
          />
        </div>
      }
    />
  )
}

function labelOf({ id, name }: ReportGroup, by: Grouping): string {
  if (id === null) return t(NONE[by])
  return by === 'channel' ? channelName(id) : (name ?? t('reports.gone', { id }))
}

function columns(
  by: Grouping,
  all: number,
  narrow: (group: ReportGroup) => (() => void) | undefined,
): FigureColumn<ReportGroup>[] {
  const figure = (
    key: string,
    label: string,
    value: (group: ReportGroup) => number | null,
    format: (value: number) => string = number,
  ): FigureColumn<ReportGroup> => ({
    ...{ key, label, figure: true, text: group => String(value(group) ?? '') },
    cell: group => {
      const measured = value(group)
      return measured === null ? t('reports.none') : format(measured)
    },
  })
  return [
    {
      ...{ key: 'name', label: t(`reports.${by}`), className: 'max-w-56' },
      text: group => labelOf(group, by),
      cell: group => {
        const onClick = narrow(group)
        const label = labelOf(group, by)
        if (!onClick) return <span className="text-faint">{label}</span>
        return (
          <button
            type="button"
            dir="auto"
            onClick={onClick}
            className="-mx-1.5 h-7 max-w-full truncate rounded-sm px-1.5 text-start hover:bg-hover"
          >
            {label}
          </button>
        )
      },
    },
    {
      ...figure('started', t('reports.started'), ({ started }) => started),
      cell: ({ started }) => <Share value={started} of={all} />,
    },
    figure('closed', t('reports.closed'), ({ closed }) => closed),
    figure('reply', t('reports.firstReply'), ({ first_reply }) => first_reply.median, duration),
    figure('resolution', t('reports.resolution'), ({ resolution }) => resolution.median, duration),
    figure('satisfied', t('reports.satisfaction'), ({ ratings }) => ratings.satisfied, percent),
    figure('answered', t('reports.answered'), ({ ratings }) => ratings.answered),
  ]
}

/** A number with its share of all as a bar behind it. */
const Share = ({ value, of }: { value: number; of: number }) => (
  <span className="inline-flex items-center justify-end gap-2">
    <span aria-hidden="true" className="h-1.5 w-16 overflow-hidden rounded-full bg-sunken max-md:hidden">
      <span
        className="block h-full rounded-full bg-accent"
        style={{ width: `${of === 0 ? 0 : (value / of) * 100}%` }}
      />
    </span>
    {number(value)}
  </span>
)
