import { useNavigate, useSearch } from '@tanstack/react-router'
import { type Import, type ImportModel, useImport } from '../../data/imports.ts'
import { useMay } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Failure, Skeleton } from '../../ui/states.tsx'
import { ChooseFile } from './choose-file.tsx'
import { EarlierImports } from './earlier-imports.tsx'
import { ImportResult } from './import-result.tsx'
import { MapColumns } from './map-columns.tsx'

export const ImportContactsPage = () => <ImportPage model="contact" />
export const ImportCompaniesPage = () => <ImportPage model="company" />

/** A file of contacts or companies: chosen, read, tried, and taken in. Its address leads back to it. */
function ImportPage({ model }: { model: ImportModel }) {
  const asked = useSearch({
    from: model === 'contact' ? '/shell/import/contacts' : '/shell/import/companies',
  })
  const id = asked.file?.toString()
  const navigate = useNavigate()
  const { data: file, error } = useImport(id)
  const title = t(model === 'contact' ? 'imports.contacts' : 'imports.companies')
  const show = (file?: string) =>
    navigate({
      to: model === 'contact' ? '/import/contacts' : '/import/companies',
      search: file === undefined ? {} : { file: Number(file) },
    })
  if (!useMay('read_write_users'))
    return (
      <Page title={title}>
        <Failure title={t('app.failed')} says={t('app.errorForbidden')} />
      </Page>
    )
  return (
    <Page title={title} says={t(model === 'contact' ? 'imports.contactsSays' : 'imports.companiesSays')}>
      {id === undefined ? (
        <div className="flex flex-col gap-8">
          <ChooseFile model={model} onUploaded={({ id }) => show(id)} />
          <EarlierImports model={model} />
        </div>
      ) : error ? (
        <Failure title={t('app.failed')} says={reasonOf(error)} />
      ) : file ? (
        <Steps file={file} onAgain={() => show()} />
      ) : (
        <Skeleton className="h-40 w-full" />
      )}
    </Page>
  )
}

const BEFORE = ['uploaded', 'checking', 'checked']

function Steps({ file, onAgain }: { file: Import; onAgain: () => void }) {
  return (
    <div className="flex flex-col gap-6">
      {BEFORE.includes(file.status) ? (
        <MapColumns key={file.id} file={file} onAgain={onAgain} />
      ) : (
        <ImportResult file={file} onAgain={onAgain} />
      )}
    </div>
  )
}
