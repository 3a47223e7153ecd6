import type { ReactNode } from 'react'
import { cx } from './cx.ts'

export interface Column<Row> {
  key: string
  label: string
  cell: (row: Row) => ReactNode
  /** Figures stand at the end of their column. */
  figure?: boolean
  /** The head is there for those alone who do not see what stands below it, such as a button. */
  labelHidden?: boolean
  className?: string
}

/** Rows of things of one kind. The first column names the row. */
export const Table = <Row,>({
  label,
  columns,
  rows,
  keyOf,
  onOpen,
}: {
  label: string
  columns: Column<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  onOpen?: (row: Row) => void
}) => (
  <table aria-label={label} className="w-full border-separate border-spacing-0 text-base">
    <thead className="sticky top-0 z-10 bg-surface">
      <tr>
        {columns.map(column => (
          <th
            key={column.key}
            scope="col"
            className={cx(
              'h-9 border-line border-b px-3 font-medium text-faint text-sm whitespace-nowrap',
              column.figure ? 'text-end' : 'text-start',
              column.className,
            )}
          >
            {column.labelHidden ? <span className="sr-only">{column.label}</span> : column.label}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {rows.map(row => (
        <tr
          key={keyOf(row)}
          onClick={() => onOpen?.(row)}
          className={cx('group', onOpen && 'hover:bg-hover')}
        >
          {columns.map((column, at) => {
            const Cell = at === 0 ? 'th' : 'td'
            return (
              <Cell
                key={column.key}
                {...(at === 0 && { scope: 'row' })}
                className={cx(
                  'h-10 max-w-80 truncate border-line border-b px-3 font-normal',
                  at > 0 && 'text-soft',
                  column.figure ? 'text-end' : 'text-start',
                  column.className,
                )}
              >
                {column.cell(row)}
              </Cell>
            )
          })}
        </tr>
      ))}
    </tbody>
  </table>
)
