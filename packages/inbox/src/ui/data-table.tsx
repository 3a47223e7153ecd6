import { useVirtualizer } from '@tanstack/react-virtual'
import { ArrowDown, ArrowUp } from 'lucide-react'
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react'
import { cx } from './cx.ts'

export interface DataColumn<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** In pixels. */
  width: number
  /** Figures stand at the end of their column. */
  figure?: boolean
  /** What the list is sorted by when the head is pressed. */
  sort?: string
}

/** What is chosen among the rows, and how to choose. */
export interface Choosing {
  chosen: ReadonlySet<string>
  onChoose: (ids: ReadonlySet<string>) => void
  allLabel: string
  labelOf: (name: string) => string
}

const ROW = 44

/** Very many rows, of which only those in sight are drawn. The first column names the row. Arrows go from row to row. */
export function DataTable<Row>({
  label,
  columns,
  rows,
  total,
  keyOf,
  nameOf,
  sort,
  onSort,
  choosing,
  onNearEnd,
}: {
  label: string
  columns: DataColumn<Row>[]
  rows: Row[]
  total: number
  keyOf: (row: Row) => string
  nameOf: (row: Row) => string
  sort?: string
  onSort?: (sort: string) => void
  choosing?: Choosing | undefined
  onNearEnd?: () => void
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const body = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
  })
  const inSight = body.getVirtualItems()
  const last = inSight.at(-1)?.index ?? 0
  useEffect(() => {
    if (last >= rows.length - 15) onNearEnd?.()
  }, [last, rows.length, onNearEnd])
  const before = inSight[0]?.start ?? 0
  const after = body.getTotalSize() - (inSight.at(-1)?.end ?? 0)
  const width = columns.reduce((sum, column) => sum + column.width, choosing ? 40 : 0)
  const span = columns.length + (choosing ? 1 : 0)
  return (
    <div ref={scroller} className="min-h-0 flex-1 overflow-auto overscroll-contain">
      <table
        aria-label={label}
        aria-rowcount={total + 1}
        onKeyDown={moveFocus}
        style={{ minWidth: width }}
        className="w-full table-fixed border-separate border-spacing-0"
      >
        <colgroup>
          {choosing && <col style={{ width: 40 }} />}
          {columns.map(column => (
            <col key={column.key} style={{ width: column.width }} />
          ))}
        </colgroup>
        <thead>
          <tr aria-rowindex={1}>
            {choosing && (
              <th scope="col" className={cx(headClass, 'ps-4 pe-0')}>
                <ChooseAll choosing={choosing} ids={rows.map(keyOf)} />
              </th>
            )}
            {columns.map(column => (
              <Head key={column.key} column={column} {...{ sort, onSort }} />
            ))}
          </tr>
        </thead>
        <Gap height={before} span={span} />
        <tbody>
          {inSight.map(({ index }) => {
            const row = rows[index]
            return (
              row !== undefined && (
                <Line
                  key={keyOf(row)}
                  id={keyOf(row)}
                  name={nameOf(row)}
                  index={index}
                  {...{ row, columns, choosing }}
                />
              )
            )
          })}
        </tbody>
        <Gap height={after} span={span} />
      </table>
    </div>
  )
}

const headClass =
  'sticky top-0 z-10 h-9 truncate border-line border-b bg-surface px-3 text-start font-medium text-faint text-sm'

function Head<Row>({
  column,
  sort = '',
  onSort,
}: {
  column: DataColumn<Row>
  sort?: string | undefined
  onSort?: ((sort: string) => void) | undefined
}) {
  const by = column.sort
  const isUp = by !== undefined && sort === by
  const isDown = by !== undefined && sort === `-${by}`
  return (
    <th
      scope="col"
      aria-sort={isUp ? 'ascending' : isDown ? 'descending' : undefined}
      className={cx(headClass, column.figure && 'text-end')}
    >
      {by !== undefined && onSort ? (
        <button
          type="button"
          onClick={() => onSort(isDown ? by : `-${by}`)}
          className="-mx-1.5 inline-flex h-6.5 max-w-full items-center gap-1 rounded-sm px-1.5 hover:bg-hover hover:text-ink"
        >
          <span className="truncate">{column.label}</span>
          {isUp && <ArrowUp size={12} aria-hidden="true" />}
          {isDown && <ArrowDown size={12} aria-hidden="true" />}
        </button>
      ) : (
        column.label
      )}
    </th>
  )
}

function Line<Row>({
  row,
  id,
  name,
  index,
  columns,
  choosing,
}: {
  row: Row
  id: string
  name: string
  index: number
  columns: DataColumn<Row>[]
  choosing: Choosing | undefined
}) {
  const isChosen = choosing?.chosen.has(id) ?? false
  const toggle = () => choosing?.onChoose(new Set(toggled(choosing.chosen, id)))
  return (
    <tr aria-rowindex={index + 2} className={cx('group', isChosen ? 'bg-accent-soft' : 'hover:bg-hover')}>
      {choosing && (
        <td style={{ height: ROW }} className="border-line border-b ps-4">
          <input
            type="checkbox"
            aria-label={choosing.labelOf(name)}
            checked={isChosen}
            onChange={toggle}
            className={checkClass}
          />
        </td>
      )}
      {columns.map((column, at) => {
        const Cell = at === 0 ? 'th' : 'td'
        return (
          <Cell
            key={column.key}
            {...(at === 0 && { scope: 'row' })}
            style={{ height: ROW }}
            className={cx(
              'truncate border-line border-b px-3 text-start font-normal',
              at > 0 && 'text-soft',
              column.figure && 'text-end',
            )}
          >
            {column.cell(row)}
          </Cell>
        )
      })}
    </tr>
  )
}

const checkClass = 'block size-4 accent-accent'

const toggled = (chosen: ReadonlySet<string>, id: string): string[] =>
  chosen.has(id) ? [...chosen].filter(each => each !== id) : [...chosen, id]

function ChooseAll({ choosing, ids }: { choosing: Choosing; ids: string[] }) {
  const isAll = ids.length > 0 && ids.every(id => choosing.chosen.has(id))
  return (
    <input
      type="checkbox"
      aria-label={choosing.allLabel}
      checked={isAll}
      ref={input => {
        if (input) input.indeterminate = !isAll && choosing.chosen.size > 0
      }}
      onChange={() => choosing.onChoose(new Set(isAll ? [] : ids))}
      className={checkClass}
    />
  )
}

/** The room of the rows that are out of sight. */
const Gap = ({ height, span }: { height: number; span: number }) =>
  height > 0 && (
    <tbody aria-hidden="true">
      <tr>
        <td colSpan={span} style={{ height, padding: 0 }} />
      </tr>
    </tbody>
  )

/** The arrows go to the same place of the row above or below. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>): void {
  const by = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
  const row = event.target instanceof Element ? event.target.closest('tbody tr') : null
  if (by === 0 || !row) return
  const next = by > 0 ? row.nextElementSibling : row.previousElementSibling
  const isInput = event.target instanceof HTMLInputElement
  const place = next?.querySelector<HTMLElement>(isInput ? 'input' : 'a')
  if (!place) return
  event.preventDefault()
  place.focus()
}
