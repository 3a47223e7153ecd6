import { useState } from 'react'
import type { Conversation } from '../../data/conversations.ts'
import { reasonOf } from '../../data/refusal.ts'
import {
  attributesOf,
  optionsOf,
  type TicketAttribute,
  type TypeOfTickets,
  useMakeTicket,
} from '../../data/ticket-acts.ts'
import { useTicketTypes } from '../../data/tickets.ts'
import { Form } from '../../forms/form.tsx'
import { plainOf } from '../../parts/plain.ts'
import { type PlainKey, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.tsx'
import { attributeKind, attributeLabel } from './ticket-attribute.ts'

const SAYS = {
  Customer: 'desk.customerSays',
  'Back-office': 'desk.backOfficeSays',
  Tracker: 'desk.trackerSays',
} as const satisfies Record<TypeOfTickets['category'], PlainKey>

/** Which kind of ticket it becomes, and what has to be known of it from the start. */
export function ConvertDialog({
  conversation,
  onClose,
}: {
  conversation: Conversation
  onClose: () => void
}) {
  const types = useTicketTypes()
  const [typeId, setTypeId] = useState<string>()
  const make = useMakeTicket(conversation)
  const type = types.find(({ id }) => id === typeId) ?? types[0]
  if (!type) return null
  const asked = attributesOf(type).filter(isAsked)
  const submit = (written: Record<string, string>) => {
    const attributes = Object.fromEntries(
      asked.flatMap(attribute => {
        const value = writtenValue(attribute, written[attribute.name] ?? '')
        return value === undefined ? [] : [[attribute.name, value]]
      }),
    )
    make.mutate(
      { type, attributes },
      {
        onSuccess: ticket => {
          toast({ title: t('desk.made', { number: ticket.ticket_id }) })
          onClose()
        },
      },
    )
  }
  return (
    <Dialog open onClose={onClose} title={t('inbox.convert')} closeLabel={t('app.close')}>
      <Form
        label={t('inbox.convert')}
        names={asked.map(({ name }) => name)}
        error={make.error ? reasonOf(make.error) : undefined}
        onSubmit={submit}
      >
        <Field label={t('tickets.type')} hint={t(SAYS[type.category])}>
          <Select
            value={type.id}
            onChange={setTypeId}
            choices={types.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Field>
        {asked.map(attribute => (
          <AttributeField key={attribute.id} attribute={attribute} conversation={conversation} />
        ))}
        <Button type="submit" look="primary" busy={make.isPending} className="self-end">
          {t('desk.make')}
        </Button>
      </Form>
    </Dialog>
  )
}

/** Files are attached in the conversation itself. */
const isAsked = ({ visible_on_create, required_to_create, data_type }: TicketAttribute): boolean =>
  (visible_on_create || required_to_create) && data_type !== 'files'

function AttributeField({
  attribute,
  conversation,
}: {
  attribute: TicketAttribute
  conversation: Conversation
}) {
  const { name, data_type, required_to_create: required } = attribute
  const [value, setValue] = useState('')
  const kind = attributeKind(attribute)
  const label = attributeLabel(attribute)
  if (kind === 'list' || kind === 'boolean') {
    const choices =
      kind === 'list'
        ? optionsOf(attribute).map(option => ({ value: option, label: option }))
        : [
            { value: 'true', label: t('people.yes') },
            { value: 'false', label: t('people.no') },
          ]
    return (
      <Field label={label}>
        <Select value={value} onChange={setValue} choices={[{ value: '', label: '—' }, ...choices]} />
        <input type="hidden" name={name} value={value} />
      </Field>
    )
  }
  if (name === '_default_description_')
    return (
      <Field label={label}>
        <Textarea name={name} rows={3} />
      </Field>
    )
  return (
    <Field label={label}>
      <Input
        name={name}
        required={required}
        type={data_type === 'datetime' ? 'datetime-local' : kind === 'string' ? 'text' : 'number'}
        defaultValue={name === '_default_title_' ? titleFrom(conversation) : ''}
        autoComplete="off"
      />
    </Field>
  )
}

/** What the conversation is called, or how it begins. */
const titleFrom = ({ title, source }: Conversation): string =>
  (title || plainOf(source.subject) || plainOf(source.body)).slice(0, 80)

/** A value as the API takes it; nothing where nothing was written. */
function writtenValue(attribute: TicketAttribute, written: string): string | number | boolean | undefined {
  if (written.trim() === '') return undefined
  const kind = attributeKind(attribute)
  if (kind === 'boolean') return written === 'true'
  if (kind === 'datetime') return Math.floor(new Date(written).getTime() / 1000)
  return kind === 'integer' || kind === 'decimal' ? Number(written) : written.trim()
}
