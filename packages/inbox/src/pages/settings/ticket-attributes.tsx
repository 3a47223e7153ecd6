import { useState } from 'react'
import {
  type TicketAttribute,
  type TicketType,
  useCreateTypeAttribute,
  useOrderTypeAttributes,
  useUpdateTypeAttribute,
} from '../../data/ticket-settings.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { InlineText } from '../../forms/inline-text.tsx'
import { SavedCheckbox } from '../../parts/saved-choice.tsx'
import { SortableList } from '../../parts/sortable-list.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'

const KINDS = {
  string: 'organising.kindText',
  list: 'organising.kindList',
  integer: 'organising.kindWhole',
  decimal: 'organising.kindDecimal',
  boolean: 'organising.kindBoolean',
  datetime: 'organising.kindTime',
  files: 'organising.kindFiles',
} as const satisfies Record<string, PlainKey>

type Kind = keyof typeof KINDS
const TO_MAKE: Kind[] = ['string', 'list', 'integer', 'decimal', 'boolean', 'datetime', 'files']

const isKind = (kind: string): kind is Kind => kind in KINDS

/** What is asked of a type of tickets, in the order in which it is asked. */
export function TicketAttributes({ type }: { type: TicketType }) {
  const order = useOrderTypeAttributes()
  const all = type.ticket_type_attributes?.data ?? []
  const live = all.filter(({ archived }) => !archived)
  return (
    <div className="mt-2 mb-2 rounded-lg border border-line p-3">
      <SortableList
        label={`${t('organising.attributes')}: ${type.name}`}
        rows={live}
        nameOf={nameOf}
        onOrder={ids => order.mutate({ params: { id: type.id }, body: { ids } })}
      >
        {attribute => <Row type={type} attribute={attribute} />}
      </SortableList>
      <New type={type} />
    </div>
  )
}

/** The two that every type has are called by what they are. */
const nameOf = ({ name }: TicketAttribute): string => {
  if (name === '_default_title_') return t('organising.titleOf')
  return name === '_default_description_' ? t('organising.descriptionOf') : name
}

function Row({ type, attribute }: { type: TicketType; attribute: TicketAttribute }) {
  const update = useUpdateTypeAttribute()
  const name = nameOf(attribute)
  const change = (
    body: {
      name?: string
      required_to_create?: boolean
      visible_to_contacts?: boolean
      archived?: boolean
    },
    over?: { onSettled: () => void },
  ) => update.mutate({ params: { ticket_type_id: type.id, id: attribute.id }, body }, over)
  const archive = () => {
    change({ archived: true })
    toast({
      title: t('organising.nowArchived', { name }),
      undo: { label: t('app.undo'), run: () => change({ archived: false }) },
    })
  }
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1 py-1.5">
      {attribute.default ? (
        <span className="min-w-0 flex-1 basis-32 truncate font-medium">{name}</span>
      ) : (
        <InlineText
          label={`${t('settings.name')}: ${name}`}
          value={name}
          className="-ms-1.5 flex-1 basis-32"
          onSave={text => change({ name: text })}
        />
      )}
      <Badge>{t(isKind(attribute.data_type) ? KINDS[attribute.data_type] : 'organising.kindText')}</Badge>
      <SavedCheckbox
        label={t('organising.required')}
        aria-label={`${t('organising.required')}: ${name}`}
        checked={attribute.required_to_create}
        onSave={(checked, over) => change({ required_to_create: checked }, over)}
      />
      <SavedCheckbox
        label={t('organising.shownToCustomers')}
        aria-label={`${t('organising.shownToCustomers')}: ${name}`}
        checked={attribute.visible_to_contacts}
        onSave={(checked, over) => change({ visible_to_contacts: checked }, over)}
      />
      {!attribute.default && (
        <Button size="sm" look="quiet" aria-label={`${t('organising.archive')}: ${name}`} onClick={archive}>
          {t('organising.archive')}
        </Button>
      )}
    </div>
  )
}

function New({ type }: { type: TicketType }) {
  const create = useCreateTypeAttribute()
  const [kind, setKind] = useState<Kind>('string')
  const [items, setItems] = useState('')
  const add = async (name: string) => {
    await create.mutateAsync({
      params: { ticket_type_id: type.id },
      body: { name, description: '', data_type: kind, ...(kind === 'list' && { list_items: items }) },
    })
    setItems('')
  }
  return (
    <div className="mt-3">
      <AddLine
        label={t('organising.newAttribute')}
        onAdd={add}
        after={
          <>
            <Field label={t('organising.kind')} labelHidden className="w-36">
              <Select
                value={kind}
                onChange={setKind}
                choices={TO_MAKE.map(value => ({ value, label: t(KINDS[value]) }))}
              />
            </Field>
            {kind === 'list' && (
              <Field label={t('organising.options')} labelHidden className="min-w-40 flex-1">
                <Input
                  value={items}
                  dir="auto"
                  placeholder={t('organising.itemsExample')}
                  onChange={event => setItems(event.target.value)}
                />
              </Field>
            )}
          </>
        }
      />
    </div>
  )
}
