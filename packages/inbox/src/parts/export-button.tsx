import { Download } from 'lucide-react'
import { useState } from 'react'
import type { LoadPage } from '../data/pages.ts'
import { reasonOf } from '../data/refusal.ts'
import { t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.tsx'

/** A column of a file, as the values of its cells. */
export interface FileColumn<Row> {
  label: string
  text: (row: Row) => string
}

/** Keeps all rows that were asked for, not only those in sight, as a file of comma-separated values. */
export function ExportButton<Row>({
  name,
  columns,
  load,
}: {
  name: string
  columns: FileColumn<Row>[]
  load: LoadPage<Row>
}) {
  const [isBusy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      save(`${name}.csv`, csvOf(columns, await everyRow(load)))
    } catch (error) {
      toast({ title: t('people.exportFailed'), says: reasonOf(error), failed: true })
    }
    setBusy(false)
  }
  return (
    <IconButton
      label={t('people.export')}
      icon={<Download size={16} aria-hidden="true" />}
      look="plain"
      disabled={isBusy}
      aria-busy={isBusy || undefined}
      onClick={() => void run()}
    />
  )
}

async function everyRow<Row>(load: LoadPage<Row>): Promise<Row[]> {
  const rows: Row[] = []
  let cursor: string | null = null
  do {
    const page = await load(cursor)
    rows.push(...page.rows)
    cursor = page.next ?? null
  } while (cursor !== null)
  return rows
}

const csvOf = <Row,>(columns: FileColumn<Row>[], rows: Row[]): string =>
  [columns.map(({ label }) => label), ...rows.map(row => columns.map(({ text }) => text(row)))]
    .map(cells => cells.map(cellOf).join(','))
    .join('\r\n')

/** Spreadsheets run what begins like a formula: an apostrophe makes it text. */
function cellOf(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) && !/^[+-]?[\d\s().-]+$/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}

function save(name: string, text: string): void {
  // The mark at its beginning tells spreadsheets how letters are written.
  const address = URL.createObjectURL(new Blob([`\uFEFF${text}`], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
