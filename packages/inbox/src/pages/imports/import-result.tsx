import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Import, useCancelImport } from '../../data/imports.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ImportCounts, Rejects } from './import-counts.tsx'
import { UndoImport } from './undo-import.tsx'

const TITLES: Partial<Record<Import['status'], PlainKey>> = {
  running: 'imports.isRunning',
  done: 'imports.isDone',
  cancelled: 'imports.isCancelled',
  failed: 'imports.isFailed',
  undoing: 'imports.isUndoing',
  undone: 'imports.isUndone',
}

/** How taking in a file goes, what it came to, and how it is taken back. */
export function ImportResult({ file, onAgain }: { file: Import; onAgain: () => void }) {
  const cancel = useCancelImport()
  const { status } = file
  const client = useQueryClient()
  const isUnderWay = status === 'running' || status === 'undoing'
  // Lists that were seen before do not have what came in.
  useEffect(() => {
    if (!isUnderWay) void client.invalidateQueries()
  }, [isUnderWay, client])
  const title = TITLES[status]
  return (
    <>
      <p className="font-medium text-md" role="status">
        {title && t(title)} <bdi className="text-soft">{file.name}</bdi>
      </p>
      {file.fault && (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {file.fault}
        </p>
      )}
      <ImportCounts file={file} />
      {isUnderWay && <p className="text-faint">{t('imports.goOn')}</p>}
      {status !== 'running' && <Rejects file={file} />}
      {file.tag && status === 'done' && <p className="text-soft">{t('imports.tagged', { tag: file.tag })}</p>}
      <div className="flex flex-wrap gap-2">
        {status === 'running' ? (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ params: { id: file.id } })}>
            {t('imports.stop')}
          </Button>
        ) : (
          <>
            <Link
              to={file.model === 'contact' ? '/contacts' : '/companies'}
              className={buttonClass('primary')}
            >
              {t(file.model === 'contact' ? 'imports.seeContacts' : 'imports.seeCompanies')}
            </Link>
            <Button look="quiet" onClick={onAgain}>
              {t('imports.another')}
            </Button>
          </>
        )}
      </div>
      <UndoImport file={file} />
    </>
  )
}
