import { useState } from 'preact/hooks'
import { Refusal } from '../data/api.ts'
import { t } from '../text/t.ts'
import { type FieldOf, faultOf, type Value } from './field.tsx'

/** What is filled in of some fields, what is wrong with it, and sending it. What was refused stays as it was written. */
export function useForm(fields: FieldOf[], send: (values: Record<string, unknown>) => Promise<void>) {
  const [values, setValues] = useState<Record<string, Value>>({})
  const [faults, setFaults] = useState<Record<string, string>>({})
  const [failure, setFailure] = useState('')
  const [isBusy, setBusy] = useState(false)
  const set = (name: string, value: Value) => {
    setValues(before => ({ ...before, [name]: value }))
    setFaults(({ [name]: _, ...others }) => others)
  }
  const submit = async () => {
    const wrong = fields.flatMap(field => {
      const fault = faultOf(field, values[field.name])
      return fault === undefined ? [] : [[field.name, fault] as const]
    })
    setFaults(Object.fromEntries(wrong))
    setFailure('')
    if (wrong.length > 0 || isBusy) return
    setBusy(true)
    try {
      await send(Object.fromEntries(fields.flatMap(({ name, kind }) => filled(name, kind, values[name]))))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      setFailure(error.passes ? t('notReached') : error.message)
    } finally {
      setBusy(false)
    }
  }
  return { values, faults, failure, isBusy, set, submit }
}

/** What was filled in, as requests carry it; nothing of what was left empty. A yes or no is one in any case. */
function filled(name: string, kind: FieldOf['kind'], value: Value): [string, unknown][] {
  if (kind === 'boolean') return [[name, value === true]]
  if (value === undefined || value === '' || (Array.isArray(value) && value.length === 0)) return []
  if (kind === 'number' || kind === 'decimal') return [[name, Number(value)]]
  return [[name, typeof value === 'string' ? value.trim() : value]]
}
