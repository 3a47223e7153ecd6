import { Link } from '@tanstack/react-router'
import { Undo2 } from 'lucide-react'
import { useState } from 'react'
import { type Import, useUndoImport } from '../../data/imports.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { number, shortDate } from '../../text/format.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Progress } from './import-counts.tsx'

/** Takes back what an import did, for as long as that goes, and says what was left as it is. */
export function UndoImport({ file }: { file: Import }) {
  const [isAsking, setAsking] = useState(false)
  const undo = useUndoImport()
  const done = file.undone + file.kept
  if (file.status === 'undoing')
    return (
      <Progress
        label={t('imports.undoProgress')}
        says={t('imports.undoPosition', { done: number(done), count: file.changes })}
        share={done / Math.max(1, file.changes)}
      />
    )
  if (file.status === 'undone') return <Undone file={file} />
  if (file.undo_until === null) return null
  return (
    <section
      aria-label={t('imports.undoTitle')}
      className="flex flex-wrap items-center gap-x-6 gap-y-3 rounded-lg border border-line px-4 py-3"
    >
      <div className="min-w-0 flex-1 basis-64">
        <h2 className="font-medium">{t('imports.undoTitle')}</h2>
        <p className="text-soft">{t('imports.undoSays', { until: shortDate(file.undo_until) })}</p>
      </div>
      <Button icon={<Undo2 size={14} aria-hidden="true" />} onClick={() => setAsking(true)}>
        {t('imports.undo')}
      </Button>
      <Confirm
        open={isAsking}
        title={t('imports.undoAsk', { count: file.created + file.updated })}
        says={t('imports.undoAskSays')}
        doLabel={t('imports.undo')}
        busy={undo.isPending}
        onDo={() => undo.mutate({ params: { id: file.id } }, { onSettled: () => setAsking(false) })}
        onClose={() => setAsking(false)}
      />
    </section>
  )
}

const REASONS: Record<Import['kept_objects'][number]['reason'], PlainKey> = {
  changed: 'imports.keptChanged',
  in_use: 'imports.keptInUse',
  refused: 'imports.keptRefused',
}

function Undone({ file }: { file: Import }) {
  return (
    <section aria-label={t('imports.isUndone')} className="flex flex-col gap-3">
      <p className="text-soft">
        {t('imports.undoneCount', { count: file.undone })}
        {file.kept > 0 && ` ${t('imports.keptCount', { count: file.kept })}`}
      </p>
      {file.kept > 0 && (
        <ul
          aria-label={t('imports.keptObjects')}
          className="max-h-80 divide-y divide-line overflow-y-auto rounded-lg border border-line"
        >
          {file.kept_objects.map(({ type, id, name, reason, details }) => (
            <li key={`${type} ${id}`} className="flex flex-wrap gap-x-3 gap-y-0.5 px-4 py-2">
              <Link
                to={type === 'contact' ? '/contacts/$id' : '/companies/$id'}
                params={{ id }}
                dir="auto"
                className="min-w-0 basis-48 truncate font-medium text-accent-strong hover:underline"
              >
                {name ?? id}
              </Link>
              <span className="min-w-0 flex-1 basis-40 break-words text-soft">
                {t(REASONS[reason])}
                {details && ` (${details})`}
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
