import { useNavigate, useSearch } from '@tanstack/react-router'
import { Rows3, SquareKanban } from 'lucide-react'
import { useColumns } from '../../data/columns.ts'
import { useContactNames } from '../../data/contacts.ts'
import type { ListSearch } from '../../data/filters.ts'
import { loadTickets, titleOf, useTickets } from '../../data/tickets.ts'
import { ColumnMenu } from '../../parts/column-menu.tsx'
import { ExportButton } from '../../parts/export-button.tsx'
import { isNarrowed, ListFrame, ListStates } from '../../parts/list-frame.tsx'
import { t } from '../../text/t.ts'
import { DataTable } from '../../ui/data-table.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Board } from './board.tsx'
import { USUAL_COLUMNS, useTicketColumns } from './ticket-columns.tsx'
import { useTicketFields } from './use-ticket-fields.ts'

/** What was asked for and is being worked on, as rows or as columns of states. */
export function TicketsPage() {
  const search = useSearch({ from: '/shell/tickets' })
  const navigate = useNavigate()
  const fields = useTicketFields()
  const list = useTickets(search, fields)
  const names = useContactNames(list.rows.flatMap(({ contacts }) => contacts.contacts.map(({ id }) => id)))
  const all = useTicketColumns(names)
  const { shown, toggle } = useColumns('tickets', USUAL_COLUMNS)
  const columns = all.filter(({ key }) => key === 'title' || shown.includes(key))
  const show = (wanted: ListSearch) => void navigate({ to: '/tickets', search: wanted, replace: true })
  return (
    <ListFrame
      title={t('app.tickets')}
      count={list.isPending ? undefined : t('tickets.count', { count: list.total })}
      findLabel={t('tickets.find')}
      fields={fields}
      search={search}
      onSearch={show}
      aside={
        <>
          <IconButton
            label={t(search.board ? 'tickets.asTable' : 'tickets.asBoard')}
            icon={
              search.board ? (
                <Rows3 size={16} aria-hidden="true" />
              ) : (
                <SquareKanban size={16} aria-hidden="true" />
              )
            }
            look="plain"
            onClick={() => show(turned(search))}
          />
          {!search.board && (
            <ColumnMenu columns={all.filter(({ key }) => key !== 'title')} shown={shown} onToggle={toggle} />
          )}
          <ExportButton name="tickets" columns={columns} load={loadTickets(search, fields)} />
        </>
      }
    >
      <ListStates
        list={list}
        isNarrowed={isNarrowed(search)}
        emptyTitle={t('tickets.none')}
        emptySays={t('tickets.noneSays')}
        onClear={() => show(search.board ? { board: true } : {})}
      >
        {search.board ? (
          <Board {...{ search, fields }} names={names} />
        ) : (
          <DataTable
            label={t('app.tickets')}
            columns={columns}
            rows={list.rows}
            total={list.total}
            keyOf={({ id }) => id}
            nameOf={titleOf}
            sort={search.sort ?? '-updated_at'}
            onSort={sort => show({ ...search, sort })}
            onNearEnd={() => list.hasNextPage && !list.isFetchingNextPage && void list.fetchNextPage()}
          />
        )}
      </ListStates>
    </ListFrame>
  )
}

const turned = ({ board, ...search }: ListSearch): ListSearch => (board ? search : { ...search, board: true })
