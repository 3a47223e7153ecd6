import { type ReactNode, useState } from 'react'
import { useColumns } from '../data/columns.ts'
import type { FilterField, ListSearch } from '../data/filters.ts'
import { useMay } from '../data/me.ts'
import type { LoadPage, Pages } from '../data/pages.ts'
import { t } from '../text/t.ts'
import { type DataColumn, DataTable } from '../ui/data-table.tsx'
import { ChosenBar } from './chosen-bar.tsx'
import { ColumnMenu } from './column-menu.tsx'
import type { FileColumn } from './csv.ts'
import { ExportButton } from './export-button.tsx'
import { ImportLink } from './import-link.tsx'
import { isNarrowed, ListFrame, ListStates } from './list-frame.tsx'

/** Contacts or companies: narrowed, sorted, in columns one chooses, tagged many at once, taken in and kept as files. */
export function PeopleList<Row extends { id: string }>({
  kind,
  title,
  count,
  findLabel,
  emptyTitle,
  emptySays,
  fields,
  search,
  onSearch,
  list,
  load,
  columns: all,
  usual,
  nameOf,
  saved,
  aside,
  notice,
}: {
  kind: 'contacts' | 'companies'
  title: string
  /** How many there are, in words. */
  count: (total: number) => string
  findLabel: string
  emptyTitle: string
  emptySays: string
  fields: readonly FilterField[]
  search: ListSearch
  onSearch: (wanted: ListSearch) => void
  list: Pages<Row>
  load: LoadPage<Row>
  columns: (DataColumn<Row> & FileColumn<Row>)[]
  /** The columns that show until somebody chooses others; the name always does. */
  usual: readonly string[]
  nameOf: (row: Row) => string
  /** What can be done with a filter that is set. */
  saved?: ReactNode
  /** Before what all such lists have at the end of the row of controls. */
  aside?: ReactNode
  /** Above the list: what has to be known of it. */
  notice?: ReactNode
}) {
  const { shown, toggle } = useColumns(kind, usual)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set())
  const mayTag = useMay('write_tags')
  const columns = all.filter(({ key }) => key === 'name' || shown.includes(key))
  const show = (wanted: ListSearch) => {
    setChosen(new Set())
    onSearch(wanted)
  }
  return (
    <ListFrame
      title={title}
      count={list.isPending ? undefined : count(list.total)}
      findLabel={findLabel}
      fields={fields}
      search={search}
      onSearch={show}
      saved={saved}
      aside={
        <>
          {aside}
          <ColumnMenu columns={all.filter(({ key }) => key !== 'name')} shown={shown} onToggle={toggle} />
          <ImportLink to={`/import/${kind}`} />
          <ExportButton name={kind} columns={columns} load={load} />
        </>
      }
    >
      {notice}
      <ChosenBar
        ids={[...chosen]}
        kind={kind === 'contacts' ? 'users' : 'companies'}
        onDone={() => setChosen(new Set())}
      />
      <ListStates
        list={list}
        isNarrowed={isNarrowed(search)}
        emptyTitle={emptyTitle}
        emptySays={emptySays}
        onClear={() => show(search.archived ? { archived: true } : {})}
      >
        <DataTable
          label={title}
          columns={columns}
          rows={list.rows}
          total={list.total}
          keyOf={({ id }) => id}
          nameOf={nameOf}
          sort={search.sort ?? '-created_at'}
          onSort={sort => show({ ...search, sort })}
          onNearEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
          choosing={
            mayTag
              ? {
                  ...{ chosen, onChoose: setChosen, allLabel: t('people.chooseAll') },
                  labelOf: name => t('people.choose', { name }),
                }
              : undefined
          }
        />
      </ListStates>
    </ListFrame>
  )
}
