import { useId, useRef, useState } from 'preact/hooks'
import { t } from '../text/t.ts'
import { Chips } from './chips.tsx'
import { LARGEST, readFile, type SentFile } from './files.ts'

/** Something to fill in. */
export interface FieldOf {
  name: string
  label: string
  hint?: string
  kind: 'text' | 'lines' | 'email' | 'phone' | 'number' | 'decimal' | 'boolean' | 'date' | 'choice' | 'files'
  options: { id: string; label: string }[]
  required: boolean
  /** Of files: whether it takes more than one. */
  many?: boolean
}

export type Value = string | boolean | SentFile[] | undefined

interface Filling {
  field: FieldOf
  value: Value
  /** What is wrong with it. */
  fault: string | undefined
  onChange: (value: Value) => void
}

/** A label, a control of its kind, and what is wrong with what was filled in. */
export function Field({ field, value, fault, onChange }: Filling) {
  const id = useId()
  const { label, hint, kind, required } = field
  const described = fault ? `${id}fault` : hint ? `${id}hint` : undefined
  const about = { id, 'aria-invalid': fault !== undefined, 'aria-describedby': described, required }
  if (kind === 'boolean')
    return (
      <label class="field yes">
        <input
          {...about}
          type="checkbox"
          checked={value === true}
          onChange={event => onChange(event.currentTarget.checked)}
        />
        <span dir="auto">{label}</span>
      </label>
    )
  return (
    <div class="field">
      <label for={id} dir="auto">
        {label}
        {!required && <small> {t('optional')}</small>}
      </label>
      {hint && (
        <small id={`${id}hint`} dir="auto">
          {hint}
        </small>
      )}
      {kind === 'files' ? (
        <Files {...{ about, field, value, onChange }} />
      ) : kind === 'choice' ? (
        <select
          {...about}
          value={String(value ?? '')}
          onChange={event => onChange(event.currentTarget.value)}
        >
          <option value="">{t('choose')}</option>
          {field.options.map(option => (
            <option key={option.id} value={option.id}>
              {option.label}
            </option>
          ))}
        </select>
      ) : kind === 'lines' ? (
        <textarea
          {...about}
          dir="auto"
          rows={4}
          value={String(value ?? '')}
          onInput={event => onChange(event.currentTarget.value)}
        />
      ) : (
        <input
          {...about}
          {...TYPES[kind]}
          dir="auto"
          value={String(value ?? '')}
          onInput={event => onChange(event.currentTarget.value)}
        />
      )}
      {fault && (
        <p id={`${id}fault`} class="complaint">
          {fault}
        </p>
      )}
    </div>
  )
}

const TYPES = {
  text: { type: 'text' },
  email: { type: 'email', autoComplete: 'email' },
  phone: { type: 'tel', autoComplete: 'tel' },
  number: { type: 'number', step: 1 },
  decimal: { type: 'number', step: 'any' },
  date: { type: 'date' },
} as const

function Files({ about, field, value, onChange }: Omit<Filling, 'fault'> & { about: object }) {
  const [fault, setFault] = useState('')
  const picker = useRef<HTMLInputElement>(null)
  const files = Array.isArray(value) ? value : []
  const add = async (picked: File[]) => {
    const large = picked.find(({ size }) => size > LARGEST)
    setFault(large ? t('tooLarge', { name: large.name }) : '')
    const read = await Promise.all(picked.filter(({ size }) => size <= LARGEST).map(readFile))
    onChange(field.many ? [...files, ...read].slice(0, 10) : read.slice(0, 1))
  }
  return (
    <>
      <input
        {...about}
        ref={picker}
        type="file"
        multiple={field.many ?? false}
        onChange={({ currentTarget }) => {
          void add([...(currentTarget.files ?? [])])
          // The list below tells what goes along, and the same file can be chosen again.
          currentTarget.value = ''
        }}
      />
      <Chips files={files} onRemove={onChange} onEmpty={() => picker.current?.focus()} />
      <p class="complaint">{fault}</p>
    </>
  )
}

/** What is wrong with what was filled in, before the server is asked; nothing where it may be right. */
export function faultOf({ kind, required }: FieldOf, value: Value): string | undefined {
  const isEmpty = value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
  if (isEmpty) return required && kind !== 'boolean' ? t('isRequired') : undefined
  const text = String(value).trim()
  if (required && typeof value === 'string' && text === '') return t('isRequired')
  if (kind === 'email' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text)) return t('emailBad')
  if (kind === 'phone' && !/^[+\d][\d\s().\-/]{4,30}$/.test(text)) return t('phoneBad')
  if (kind === 'number' && !/^-?\d{1,15}$/.test(text)) return t('numberBad')
  if (kind === 'decimal' && !Number.isFinite(Number(text))) return t('numberBad')
  return undefined
}
