import { messengerTickets } from '@guichet/contract/operations/messenger/tickets.ts'
import { useRef } from 'preact/hooks'
import { call, Refusal } from '../data/api.ts'
import { goToTicket } from '../data/go.ts'
import { keepThread, loadTickets } from '../data/load.ts'
import { change, now, type TicketType } from '../data/store.ts'
import { useStore } from '../data/use-store.ts'
import { Field, type FieldOf } from '../parts/field.tsx'
import { Head } from '../parts/head.tsx'
import { Empty, Loading } from '../parts/states.tsx'
import { useForm } from '../parts/use-form.ts'
import { t } from '../text/t.ts'

/** The form of a type of ticket. */
export function NewTicketPage({ id }: { id: string }) {
  const { ticketTypes } = useStore()
  const type = ticketTypes?.find(each => each.id === id)
  return (
    <>
      <Head title={type?.name ?? t('newTicket')} />
      <div class="scroll padded">
        {type ? <TicketForm type={type} /> : ticketTypes ? <Empty title={t('gone')} /> : <Loading />}
      </div>
    </>
  )
}

function TicketForm({ type }: { type: TicketType }) {
  const fields = type.fields.map(fieldOf)
  // What was not answered is asked again by the same key, and made once; what was refused is written anew.
  const key = useRef(crypto.randomUUID())
  const form = useForm(fields, async attributes => {
    const body = { ticket_type_id: type.id, attributes }
    const ticket = await call(messengerTickets.create, { body, key: key.current }).catch(error => {
      if (error instanceof Refusal && !error.passes) key.current = crypto.randomUUID()
      throw error
    })
    const { contact } = now()
    if (contact?.role === 'visitor') change({ contact: { ...contact, role: 'lead' } })
    keepThread(ticket)
    goToTicket(ticket.id)
    await loadTickets()
  })
  return (
    <form
      class="form"
      noValidate
      aria-label={type.name}
      onSubmit={event => {
        event.preventDefault()
        void form.submit()
      }}
    >
      {type.description && (
        <p class="lead" dir="auto">
          {type.description}
        </p>
      )}
      {fields.map(field => (
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
        {form.isBusy ? t('sending') : t('sendTicket')}
      </button>
    </form>
  )
}

const KINDS: Record<string, FieldOf['kind']> = {
  ...{
    list: 'choice',
    integer: 'number',
    decimal: 'decimal',
    boolean: 'boolean',
    datetime: 'date',
    files: 'files',
  },
}

const fieldOf = ({
  name,
  description,
  data_type,
  multiline,
  ...of
}: TicketType['fields'][number]): FieldOf => ({
  ...{ name, hint: description, required: of.required, many: of.many, options: of.options },
  label:
    name === '_default_title_'
      ? t('ticketTitle')
      : name === '_default_description_'
        ? t('ticketDescription')
        : name,
  kind: KINDS[data_type] ?? (multiline ? 'lines' : 'text'),
})
