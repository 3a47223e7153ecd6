import { fieldsOf } from '@guichet/contract/fields.ts'
import type { AttributeKind } from '../data/attributes.ts'
import { dayAndTime } from '../text/format.ts'
import { t } from '../text/t.ts'
import { EditableFact, Fact } from './fact.tsx'
import { PickedFact } from './picked-fact.tsx'

/** The value of an attribute, changed where it stands in the way its kind is written. Null clears it. */
export function AttributeFact({
  label,
  kind,
  value,
  options = [],
  isFixed = false,
  onChange,
}: {
  label: string
  kind: AttributeKind
  value: unknown
  /** Of a list. */
  options?: string[]
  isFixed?: boolean
  onChange: (value: string | number | boolean | null) => void
}) {
  if (kind === 'list' || kind === 'boolean') {
    const picks =
      kind === 'list'
        ? options.map(option => ({ id: option, label: option }))
        : [
            { id: 'true', label: t('people.yes') },
            { id: 'false', label: t('people.no') },
          ]
    return (
      <PickedFact
        label={label}
        picks={[...picks, { id: CLEAR, label: t('inbox.unset') }]}
        current={textOf(value)}
        searchLabel={t('inbox.findValue')}
        isFixed={isFixed}
        onPick={({ id }) => onChange(id === CLEAR ? null : kind === 'boolean' ? id === 'true' : id)}
      />
    )
  }
  if (kind === 'files' || kind === 'relationship') return <Things label={label} value={value} />
  const isTime = kind === 'datetime'
  const at = isTime ? momentOf(value) : undefined
  return (
    <EditableFact
      label={label}
      type={isTime ? 'datetime-local' : kind === 'string' ? 'text' : 'number'}
      value={isTime ? (at === undefined ? '' : localInput(at)) : textOf(value)}
      {...(at !== undefined && { shown: dayAndTime(at) })}
      isFixed={isFixed}
      onChange={written => onChange(writtenValue(kind, written))}
    />
  )
}

const CLEAR = ' clear'

const textOf = (value: unknown): string => (value === null || value === undefined ? '' : String(value))

function writtenValue(kind: AttributeKind, written: string): string | number | null {
  if (written === '') return null
  if (kind === 'datetime') return Math.floor(new Date(written).getTime() / 1000)
  return kind === 'string' ? written : Number(written)
}

/** A time as seconds since the epoch, which some attributes hold as text. */
function momentOf(value: unknown): number | undefined {
  if (typeof value === 'number') return value
  if (typeof value !== 'string' || value === '') return undefined
  const at = /^\d+$/.test(value) ? Number(value) : Date.parse(value) / 1000
  return Number.isNaN(at) ? undefined : at
}

/** A moment as the field of a browser writes it, in the time of the reader. */
export function localInput(at: number): string {
  const day = new Date(at * 1000)
  return new Date(day.getTime() - day.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}

/** Files and other objects, which are looked at here and not changed. */
function Things({ label, value }: { label: string; value: unknown }) {
  const things = listOf(value).map(fieldsOf)
  return (
    <Fact label={label}>
      {things.length === 0 && <span className="text-faint">—</span>}
      {things.map(({ url, name, id, external_id }) =>
        typeof url === 'string' ? (
          <a
            key={url}
            href={url}
            target="_blank"
            rel="noopener noreferrer"
            className="block truncate hover:underline"
          >
            {textOf(name) || url}
          </a>
        ) : (
          <span key={textOf(id)} className="block truncate">
            {textOf(name) || textOf(external_id) || textOf(id)}
          </span>
        ),
      )}
    </Fact>
  )
}

/** Files come as they are, objects in a list of their kind. */
function listOf(value: unknown): unknown[] {
  if (Array.isArray(value)) return value
  const { instances } = fieldsOf(value)
  return Array.isArray(instances) ? instances : []
}
