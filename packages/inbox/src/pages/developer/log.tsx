import type { InfiniteData, UseInfiniteQueryResult } from '@tanstack/react-query'
import type { LucideIcon } from 'lucide-react'
import type { Series } from '../../parts/bars.tsx'
import { Bars, Legend } from '../../parts/bars.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Wide } from '../../parts/tab-head.tsx'
import { number } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'

/** A log as far as one has gone back in it. */
export function Log<Row extends { id: string }>({
  label,
  query,
  columns,
  isFiltered,
  empty,
}: {
  label: string
  query: UseInfiniteQueryResult<InfiniteData<{ data: Row[] }>>
  columns: Column<Row>[]
  isFiltered: boolean
  /** What is said where nothing is in it at all. */
  empty: { icon: LucideIcon; title: string; says: string }
}) {
  const { icon: Icon, title, says } = empty
  return (
    <>
      <Loaded query={query}>
        {({ pages }) => {
          const rows = pages.flatMap(page => page.data)
          if (rows.length === 0)
            return (
              <Empty
                icon={<Icon size={22} aria-hidden="true" />}
                title={isFiltered ? t('developer.filteredEmpty') : title}
                says={isFiltered ? t('developer.filteredEmptySays') : says}
              />
            )
          return (
            <Wide label={label}>
              <Table label={label} columns={columns} rows={rows} keyOf={({ id }) => id} />
            </Wide>
          )
        }}
      </Loaded>
      {query.hasNextPage && (
        <Button className="mt-3" busy={query.isFetchingNextPage} onClick={() => void query.fetchNextPage()}>
          {t('developer.more')}
        </Button>
      )}
    </>
  )
}

/** The last day of a log as a picture, with what its colours are. */
export const LogDay = ({ label, series }: { label: string; series: Series[] }) => (
  <figure className="mb-4 flex flex-col gap-2">
    <Bars label={label} series={series} className="h-14" />
    <figcaption className="flex flex-wrap justify-between gap-2 text-faint text-sm">
      {label}
      <Legend series={series} format={number} />
    </figcaption>
  </figure>
)

/** A filter without what it does not ask for. */
export const withoutEmpty = (filter: object) =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined))
