import { type ReactNode, useState } from 'react'
import { t } from '../text/t.ts'

/** Something that is known: what it is, and its value. */
export const Fact = ({ label, children }: { label: string; children: ReactNode }) => (
  <div className="flex min-h-7 items-center gap-2">
    <dt className="w-28 shrink-0 truncate text-faint" title={label}>
      {label}
    </dt>
    <dd className="min-w-0 flex-1">{children}</dd>
  </div>
)

/** A fact that is changed where it stands: press, type, Enter; Escape leaves it as it was. */
export function EditableFact({
  label,
  value,
  shown = value,
  type = 'text',
  isFixed = false,
  onChange,
}: {
  label: string
  value: string
  /** How the value reads, where that is not how it is typed. */
  shown?: string
  type?: 'text' | 'email' | 'tel' | 'number' | 'date' | 'datetime-local'
  /** For those who may only read it. */
  isFixed?: boolean
  onChange: (value: string) => void
}) {
  const [isEditing, setEditing] = useState(false)
  const finish = (written: string) => {
    setEditing(false)
    if (written.trim() !== value) onChange(written.trim())
  }
  if (isFixed)
    return (
      <Fact label={label}>
        <span dir="auto" className="block truncate">
          {shown || <span className="text-faint">—</span>}
        </span>
      </Fact>
    )
  return (
    <Fact label={label}>
      {isEditing ? (
        <input
          aria-label={label}
          type={type}
          defaultValue={value}
          // biome-ignore lint/a11y/noAutofocus: it takes the place of the button that was pressed
          autoFocus
          onFocus={event => event.target.select()}
          onBlur={event => finish(event.target.value)}
          onKeyDown={event => {
            if (event.key === 'Enter') finish(event.currentTarget.value)
            if (event.key === 'Escape') setEditing(false)
          }}
          className="h-7 w-full rounded-sm border border-focus bg-surface px-1.5 outline-none"
        />
      ) : (
        <button
          type="button"
          aria-label={t('inbox.edit', { label, value: shown || t('inbox.unset') })}
          onClick={() => setEditing(true)}
          className="-ms-1.5 flex h-7 w-full items-center rounded-sm px-1.5 text-start hover:bg-hover"
        >
          <span dir="auto" className="truncate">
            {shown || <span className="text-faint">—</span>}
          </span>
        </button>
      )}
    </Fact>
  )
}
