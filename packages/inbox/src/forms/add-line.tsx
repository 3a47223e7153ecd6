import { Plus } from 'lucide-react'
import { type ReactNode, useRef, useState } from 'react'
import { reasonOf } from '../data/refusal.ts'
import { t } from '../text/t.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Input } from '../ui/input.tsx'

/** Adds something by its name, in the place where it will stand; the next one can be typed at once. */
export function AddLine({
  label,
  placeholder,
  maxLength = 255,
  before,
  after,
  onAdd,
}: {
  label: string
  placeholder?: string
  maxLength?: number
  /** Further fields, before the name and behind it. */
  before?: ReactNode
  after?: ReactNode
  onAdd: (name: string) => Promise<unknown>
}) {
  const [name, setName] = useState('')
  const [error, setError] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const add = async () => {
    if (name.trim() === '') return
    setBusy(true)
    try {
      await onAdd(name.trim())
      setName('')
      setError(undefined)
    } catch (refusal) {
      setError(reasonOf(refusal))
    }
    setBusy(false)
    input.current?.focus()
  }
  return (
    <form
      aria-label={label}
      noValidate
      className="flex flex-wrap items-start gap-2"
      onSubmit={event => {
        event.preventDefault()
        void add()
      }}
    >
      {before}
      <Field label={label} labelHidden error={error} className="min-w-44 flex-1">
        <Input
          ref={input}
          dir="auto"
          value={name}
          maxLength={maxLength}
          placeholder={placeholder ?? label}
          autoComplete="off"
          onChange={event => setName(event.target.value)}
        />
      </Field>
      {after}
      <Button
        type="submit"
        busy={isBusy}
        icon={<Plus size={15} aria-hidden="true" />}
        aria-label={`${t('settings.add')}: ${label}`}
      >
        {t('settings.add')}
      </Button>
    </form>
  )
}
