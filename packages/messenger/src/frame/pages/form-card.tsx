import { messengerConversations } from '@guichet/contract/operations/messenger/conversations.ts'
import { useContext } from 'preact/hooks'
import { call } from '../data/api.ts'
import { keepThread } from '../data/load.ts'
import { change, now, type Part } from '../data/store.ts'
import { Page } from '../parts/close.ts'
import { Field, type FieldOf } from '../parts/field.tsx'
import { useForm } from '../parts/use-form.ts'
import { type TextKey, t } from '../text/t.ts'

type Form = NonNullable<Part['form']>

/** What a message asks to be filled in. */
export function FormCard({ id, partId, form: { fields } }: { id: string; partId: string; form: Form }) {
  const { emailLeft } = useContext(Page)
  const asked = fields.map(fieldOf)
  const form = useForm(asked, async values => {
    keepThread(await call(messengerConversations.fill, { params: { id, part_id: partId }, body: { values } }))
    const { contact } = now()
    const email = values['email']
    if (contact && typeof email === 'string') {
      change({ contact: { ...contact, email } })
      emailLeft()
    }
  })
  return (
    <form
      class="card form"
      noValidate
      aria-label={t('fillIn')}
      onSubmit={event => {
        event.preventDefault()
        void form.submit()
      }}
    >
      {asked.map(field => (
        <Field
          key={field.name}
          field={field}
          value={form.values[field.name]}
          fault={form.faults[field.name]}
          onChange={value => form.set(field.name, value)}
        />
      ))}
      <p class="complaint" role="alert">
        {form.failure}
      </p>
      <button type="submit" class="primary" disabled={form.isBusy}>
        {form.isBusy ? t('sending') : t('submit')}
      </button>
    </form>
  )
}

const OWN: Record<string, TextKey> = { name: 'name', email: 'email', phone: 'phone' }

const fieldOf = ({ name, label, kind, options }: Form['fields'][number]): FieldOf => ({
  ...{ name, kind: kind === 'number' ? 'decimal' : kind, required: true },
  label: OWN[name] ? t(OWN[name]) : label,
  options: options.map(option => ({ id: option, label: option })),
})
