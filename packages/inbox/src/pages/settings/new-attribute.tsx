import { useState } from 'react'
import { Form } from '../../forms/form.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'

/** What an attribute is made of, whatever it is of. */
export interface NewAttributeInput<Kind extends string> {
  name: string
  description: string
  kind: Kind
  options: string[]
}

/** Defines an attribute in the place where it will stand. */
export function NewAttribute<Kind extends string>({
  kinds,
  listKind,
  error,
  isBusy,
  onAdd,
}: {
  kinds: readonly { value: Kind; label: string }[]
  /** The kind that has options. */
  listKind: Kind
  error: string | undefined
  isBusy: boolean
  onAdd: (input: NewAttributeInput<Kind>) => Promise<unknown>
}) {
  const [kind, setKind] = useState<Kind>(kinds[0]?.value ?? listKind)
  const [round, setRound] = useState(0)
  return (
    <div className="mt-4 rounded-lg border border-line bg-sunken p-4">
      <Form
        key={round}
        label={t('organising.newAttribute')}
        names={['name', 'description', 'options']}
        error={error}
        onSubmit={({ name, description, options }) =>
          void onAdd({ name, description, kind, options: linesOf(options) }).then(
            () => setRound(before => before + 1),
            () => undefined,
          )
        }
      >
        <div className="flex flex-wrap items-start gap-3">
          <Field label={t('organising.newAttribute')} className="min-w-44 flex-1">
            <Input
              name="name"
              dir="auto"
              autoComplete="off"
              maxLength={190}
              placeholder={t('organising.attributeExample')}
              required
            />
          </Field>
          <Field label={t('organising.kind')} className="w-40">
            <Select value={kind} onChange={setKind} choices={kinds} />
          </Field>
        </div>
        {kind === listKind && (
          <Field label={t('organising.options')} hint={t('organising.optionsHint')}>
            <Textarea name="options" dir="auto" rows={3} />
          </Field>
        )}
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t('organising.description')} className="min-w-44 flex-1">
            <Input name="description" dir="auto" autoComplete="off" maxLength={500} />
          </Field>
          <Button type="submit" busy={isBusy}>
            {t('settings.add')}
          </Button>
        </div>
      </Form>
    </div>
  )
}

/** What is written one a line. */
export const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map(line => line.trim())
    .filter(Boolean)
