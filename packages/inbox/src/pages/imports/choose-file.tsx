import { FileSpreadsheet } from 'lucide-react'
import { useId, useState } from 'react'
import { type Import, type ImportModel, useUpload } from '../../data/imports.ts'
import { reasonOf } from '../../data/refusal.ts'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'

/** Takes a file that is chosen, or dropped. */
export function ChooseFile({
  model,
  onUploaded,
}: {
  model: ImportModel
  onUploaded: (file: Import) => void
}) {
  const upload = useUpload()
  const [isOver, setOver] = useState(false)
  const id = useId()
  const take = (file: File | undefined) => file && upload.mutate({ file, model }, { onSuccess: onUploaded })
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be chosen too
    <div
      onDragOver={event => {
        event.preventDefault()
        setOver(true)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={event => {
        event.preventDefault()
        setOver(false)
        take(event.dataTransfer.files[0])
      }}
      className={cx(
        'flex flex-col items-center gap-3 rounded-xl border-2 border-line-strong border-dashed px-6 py-14 text-center transition-colors',
        isOver && 'border-accent bg-accent-soft',
      )}
    >
      <FileSpreadsheet size={28} aria-hidden="true" className="text-faint" />
      <p className="font-medium text-md">{t('imports.drop')}</p>
      <p className="max-w-md text-faint">{t('imports.dropSays')}</p>
      <input
        id={id}
        type="file"
        accept=".csv,.tsv,.txt,text/csv"
        disabled={upload.isPending}
        onChange={event => take(event.target.files?.[0])}
        className="peer sr-only"
      />
      <label
        htmlFor={id}
        className={buttonClass(
          'primary',
          'md',
          'cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-focus peer-disabled:opacity-50',
        )}
      >
        {t(upload.isPending ? 'imports.uploading' : 'imports.choose')}
      </label>
      {upload.isPending && (
        <div className="flex w-full max-w-md items-center gap-3">
          <progress
            aria-label={t('imports.uploading')}
            // All has gone out: the server counts its rows.
            {...(upload.sent < 1 && { value: upload.sent })}
            className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full accent-accent"
          />
          <Button size="sm" onClick={upload.stop}>
            {t('imports.stop')}
          </Button>
        </div>
      )}
      {upload.error && (
        <p role="alert" className="text-danger">
          {reasonOf(upload.error)}
        </p>
      )}
    </div>
  )
}
