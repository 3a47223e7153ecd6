import { Link } from '@tanstack/react-router'
import { type Import, type ImportModel, useImports } from '../../data/imports.ts'
import { inWords } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge, type Tone } from '../../ui/badge.tsx'

const STATES: Record<Import['status'], [PlainKey, Tone]> = {
  uploaded: ['imports.isUploaded', 'neutral'],
  checking: ['imports.isChecking', 'accent'],
  checked: ['imports.isChecked', 'neutral'],
  running: ['imports.isRunning', 'accent'],
  done: ['imports.isDone', 'info'],
  cancelled: ['imports.isCancelled', 'neutral'],
  failed: ['imports.isFailed', 'danger'],
  undoing: ['imports.isUndoing', 'accent'],
  undone: ['imports.isUndone', 'neutral'],
}

/** Files that were uploaded before: to go on with, to look at, and to take back. */
export function EarlierImports({ model }: { model: ImportModel }) {
  const files = useImports().filter(file => file.model === model)
  if (files.length === 0) return null
  return (
    <section aria-label={t('imports.earlier')} className="flex flex-col gap-3">
      <h2 className="font-semibold text-md">{t('imports.earlier')}</h2>
      <ul className="divide-y divide-line rounded-lg border border-line">
        {files.map(file => (
          <li key={file.id}>
            <Link
              to={model === 'contact' ? '/import/contacts' : '/import/companies'}
              search={{ file: Number(file.id) }}
              className="flex flex-wrap items-center gap-x-3 gap-y-1 px-4 py-3 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 basis-48 truncate font-medium" dir="auto">
                {file.name}
              </span>
              <span className="text-soft text-sm tabular-nums">
                {t('imports.rows', { count: file.row_count })}
              </span>
              <span className="text-faint text-sm">{inWords(file.created_at)}</span>
              <Badge tone={STATES[file.status][1]}>{t(STATES[file.status][0])}</Badge>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  )
}
