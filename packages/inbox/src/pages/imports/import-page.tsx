import { useState } from 'react'
import { type Import, type ImportModel, useImport } from '../../data/imports.ts'
import { useMay } from '../../data/me.ts'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Failure } from '../../ui/states.tsx'
import { ChooseFile } from './choose-file.tsx'
import { ImportResult } from './import-result.tsx'
import { MapColumns } from './map-columns.tsx'

export const ImportContactsPage = () => <ImportPage model="contact" />
export const ImportCompaniesPage = () => <ImportPage model="company" />

/** A file of contacts or companies: chosen, read, tried, and taken in. */
function ImportPage({ model }: { model: ImportModel }) {
  const [uploaded, setUploaded] = useState<Import>()
  const { data: file = uploaded } = useImport(uploaded?.id)
  const title = t(model === 'contact' ? 'imports.contacts' : 'imports.companies')
  if (!useMay('read_write_users'))
    return (
      <Page title={title}>
        <Failure title={t('app.failed')} says={t('app.errorForbidden')} />
      </Page>
    )
  return (
    <Page title={title} says={t(model === 'contact' ? 'imports.contactsSays' : 'imports.companiesSays')}>
      {file ? (
        <Steps file={file} onAgain={() => setUploaded(undefined)} />
      ) : (
        <ChooseFile model={model} onUploaded={setUploaded} />
      )}
    </Page>
  )
}

function Steps({ file, onAgain }: { file: Import; onAgain: () => void }) {
  const isTaken = ['running', 'done', 'cancelled', 'failed'].includes(file.status)
  return (
    <div className="flex flex-col gap-6">
      {isTaken ? (
        <ImportResult file={file} onAgain={onAgain} />
      ) : (
        <MapColumns key={file.id} file={file} onAgain={onAgain} />
      )}
    </div>
  )
}
