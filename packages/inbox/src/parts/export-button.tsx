import { Download } from 'lucide-react'
import { useState } from 'react'
import type { LoadPage } from '../data/pages.ts'
import { reasonOf } from '../data/refusal.ts'
import { t } from '../text/t.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { toast } from '../ui/toast.tsx'
import { csvOf, type FileColumn, saveCsv } from './csv.ts'

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
      saveCsv(`${name}.csv`, csvOf(columns, await everyRow(load)))
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
