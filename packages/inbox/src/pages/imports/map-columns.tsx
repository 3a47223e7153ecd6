import { useState } from 'react'
import { useOwnAttributes } from '../../data/attributes.ts'
import {
  type Import,
  type ImportTarget,
  useCancelImport,
  useCheckImport,
  useRunImport,
} from '../../data/imports.ts'
import { useMay } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { ImportCounts, Rejects } from './import-counts.tsx'
import { choicesFor, isTold, keyOf, targetOf } from './targets.ts'

/** What each column means; then the file is tried, which changes nothing, and taken in. */
export function MapColumns({ file, onAgain }: { file: Import; onAgain: () => void }) {
  const isBegun = file.mapping.length > 0
  const [mapping, setMapping] = useState<ImportTarget[]>(
    isBegun ? file.mapping : file.columns.map(({ guess }) => guess),
  )
  const [role, setRole] = useState<'user' | 'lead'>(file.role)
  const [tag, setTag] = useState(file.tag ?? '')
  const [tried, setTried] = useState(isBegun ? JSON.stringify({ mapping, role }) : undefined)
  const [check, run, cancel] = [useCheckImport(), useRunImport(), useCancelImport()]
  const body = { mapping, role, tag: tag.trim() || null }
  const of = { params: { id: file.id }, body }
  const isTrying = file.status === 'checking' || check.isPending
  const isTried = file.status === 'checked' && tried === JSON.stringify({ mapping, role })
  const error = check.error ?? run.error
  return (
    <>
      <p className="text-soft">
        <bdi className="font-medium text-ink">{file.name}</bdi> ·{' '}
        {t('imports.rows', { count: file.row_count })}
      </p>
      <Columns file={file} mapping={mapping} onChange={setMapping} />
      <div className="grid gap-4 md:grid-cols-2">
        {file.model === 'contact' && (
          <Field label={t('imports.role')} hint={t('imports.roleHint')}>
            <Select
              value={role}
              onChange={setRole}
              choices={[
                { value: 'user', label: t('imports.user') },
                { value: 'lead', label: t('imports.lead') },
              ]}
            />
          </Field>
        )}
        <Field label={t('imports.tag')} hint={t('imports.tagHint')}>
          <Input value={tag} onChange={event => setTag(event.target.value)} dir="auto" maxLength={255} />
        </Field>
      </div>
      {!isTold(file, mapping) && (
        <p className="rounded-md bg-warning-soft px-3 py-2 text-warning">
          {t(file.model === 'contact' ? 'imports.needsIdentity' : 'imports.needsCompanyId')}
        </p>
      )}
      {error && (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {reasonOf(error)}
        </p>
      )}
      {(isTrying || isTried) && (
        <section aria-label={t('imports.trial')} className="flex flex-col gap-4">
          <ImportCounts file={file} isTrial />
          {isTried && <Rejects file={file} />}
        </section>
      )}
      <div className="flex flex-wrap gap-2">
        <Button
          look={isTried ? 'plain' : 'primary'}
          busy={isTrying}
          disabled={!isTold(file, mapping)}
          onClick={() => {
            setTried(JSON.stringify({ mapping, role }))
            check.mutate(of)
          }}
        >
          {t('imports.check')}
        </Button>
        {isTried && (
          <Button
            look="primary"
            busy={run.isPending}
            disabled={file.created + file.updated === 0}
            onClick={() => run.mutate(of)}
          >
            {t('imports.run', { count: file.created + file.updated })}
          </Button>
        )}
        {file.status === 'checking' && (
          <Button busy={cancel.isPending} onClick={() => cancel.mutate({ params: { id: file.id } })}>
            {t('imports.stop')}
          </Button>
        )}
        <Button look="quiet" onClick={onAgain}>
          {t('imports.another')}
        </Button>
      </div>
    </>
  )
}

function Columns({
  file,
  mapping,
  onChange,
}: {
  file: Import
  mapping: ImportTarget[]
  onChange: (mapping: ImportTarget[]) => void
}) {
  const attributes = useOwnAttributes(file.model)
  const mayMake = useMay('write_data_attributes')
  const own = attributes.map(({ name, label }) => ({ name, label: label || name }))
  return (
    <ul aria-label={t('imports.columns')} className="rounded-lg border border-line">
      {file.columns.map(({ name, samples }, at) => (
        <li
          // biome-ignore lint/suspicious/noArrayIndexKey: columns may share their names
          key={at}
          className="grid items-center gap-x-4 gap-y-2 border-line px-4 py-3 not-first:border-t md:grid-cols-[1fr_16rem]"
        >
          <div className="min-w-0">
            <p className="truncate font-medium" dir="auto">
              {name || t('imports.unnamed', { number: at + 1 })}
            </p>
            <p className="truncate text-faint text-sm" dir="auto">
              {samples.slice(0, 3).join(' · ') || t('imports.empty')}
            </p>
          </div>
          <Select
            label={t('imports.becomes', { name: name || t('imports.unnamed', { number: at + 1 }) })}
            value={keyOf(mapping[at] ?? { to: 'ignore' })}
            onChange={key => onChange(mapping.with(at, targetOf(file.model, key, name)))}
            choices={choicesFor(file.model, name, own, mayMake && name !== '')}
          />
        </li>
      ))}
    </ul>
  )
}
