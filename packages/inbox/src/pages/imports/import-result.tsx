import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { type Import, useCancelImport } from '../../data/imports.ts'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { ImportCounts, Rejects } from './import-counts.tsx'

const TITLES = {
  running: 'imports.isRunning',
  done: 'imports.isDone',
  cancelled: 'imports.isCancelled',
  failed: 'imports.isFailed',
} as const

/** How taking in a file goes, and what it came to. */
export function ImportResult({ file, onAgain }: { file: Import; onAgain: () => void }) {
  const cancel = useCancelImport()
  const { status } = file
  const client = useQueryClient()
  // Lists that were seen before do not have what came in.
  useEffect(() => {
    if (status !== 'running') void client.invalidateQueries()
  }, [status, client])
  const title = status in TITLES ? TITLES[status as keyof typeof TITLES] : undefined
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
      {status === 'running' && <p className="text-faint">{t('imports.goOn')}</p>}
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
    </>
  )
}
