import { ChartColumn, Download, Table2 } from 'lucide-react'
import { type ReactNode, useId, useState } from 'react'
import { t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Scrolls } from '../ui/scrolls.tsx'
import { type Column, Table } from '../ui/table.tsx'
import { csvOf, type FileColumn, saveCsv } from './csv.ts'

/** A column of the figures behind a picture: shown in a table, kept in a file. */
export type FigureColumn<Row> = Column<Row> & FileColumn<Row>

/** A picture of figures: what it shows, the same figures as a table, and as a file to keep. */
export function ChartCard<Row>({
  title,
  says,
  name,
  columns,
  rows,
  keyOf,
  aside,
  children,
}: {
  title: string
  says: string
  /** What the file is called. */
  name: string
  columns: FigureColumn<Row>[]
  rows: Row[]
  keyOf: (row: Row) => string
  aside?: ReactNode
  /** The picture; without one the table is all there is. */
  children?: ReactNode
}) {
  const id = useId()
  const [isTable, setTable] = useState(false)
  const showsTable = isTable || children === undefined
  return (
    <section aria-labelledby={id} className="flex min-w-0 flex-col rounded-xl border border-line bg-surface">
      <div className="flex flex-wrap items-start gap-x-4 gap-y-2 px-4 pt-3.5 pb-3">
        <div className="min-w-0 flex-1 basis-48">
          <h2 id={id} className="font-semibold text-md">
            {title}
          </h2>
          <p className="text-faint text-sm">{says}</p>
        </div>
        <div className="flex items-center gap-1">
          {aside}
          {children !== undefined && (
            <IconButton
              label={isTable ? t('reports.asPicture') : t('reports.asTable')}
              icon={
                isTable ? (
                  <ChartColumn size={16} aria-hidden="true" />
                ) : (
                  <Table2 size={16} aria-hidden="true" />
                )
              }
              aria-describedby={id}
              onClick={() => setTable(!isTable)}
            />
          )}
          <IconButton
            label={t('reports.download')}
            icon={<Download size={16} aria-hidden="true" />}
            aria-describedby={id}
            onClick={() => saveCsv(`${name}.csv`, csvOf(columns, rows))}
          />
        </div>
      </div>
      {showsTable ? (
        <Scrolls className="relative max-h-96 overflow-auto rounded-b-xl border-line border-t -outline-offset-2">
          <Table label={title} columns={columns} rows={rows} keyOf={keyOf} />
        </Scrolls>
      ) : (
        children
      )}
    </section>
  )
}
