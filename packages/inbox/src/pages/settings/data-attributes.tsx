import { Braces } from 'lucide-react'
import { useState } from 'react'
import {
  type DataAttribute,
  useCreateDataAttribute,
  useDataAttributes,
  useUpdateDataAttribute,
} from '../../data/organising.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Empty } from '../../ui/states.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.tsx'
import { AttributeRow } from './attribute-row.tsx'
import { linesOf, NewAttribute } from './new-attribute.tsx'

const KINDS = {
  string: 'organising.kindText',
  integer: 'organising.kindWhole',
  float: 'organising.kindDecimal',
  boolean: 'organising.kindBoolean',
  date: 'organising.kindDate',
  datetime: 'organising.kindTime',
} as const satisfies Record<DataAttribute['data_type'], PlainKey>

type Kind = 'string' | 'options' | 'integer' | 'float' | 'boolean' | 'date' | 'datetime'
const TO_MAKE: Kind[] = ['string', 'options', 'integer', 'float', 'boolean', 'date', 'datetime']

/** The attributes of a workspace's own that contacts or companies have. */
export function DataAttributes({ model }: { model: 'contact' | 'company' }) {
  const attributes = useDataAttributes(model)
  const create = useCreateDataAttribute()
  return (
    <>
      <NewAttribute
        kinds={TO_MAKE.map(value => ({
          value,
          label: t(value === 'options' ? 'organising.kindList' : KINDS[value]),
        }))}
        listKind="options"
        error={create.error ? reasonOf(create.error) : undefined}
        isBusy={create.isPending}
        onAdd={({ name, description, kind, options }) =>
          create.mutateAsync({
            body: {
              ...{ model, name, data_type: kind },
              ...(description !== '' && { description }),
              ...(kind === 'options' && { options: options.map(value => ({ value })) }),
            },
          })
        }
      />
      <Loaded query={attributes}>
        {({ data }) => <List attributes={data.filter(({ custom }) => custom)} />}
      </Loaded>
    </>
  )
}

function List({ attributes }: { attributes: DataAttribute[] }) {
  if (attributes.length === 0)
    return (
      <Empty
        icon={<Braces size={22} aria-hidden="true" />}
        title={t('organising.attributesEmpty')}
        says={t('organising.attributesEmptySays')}
      />
    )
  const sorted = attributes.toSorted((a, b) => Number(a.archived) - Number(b.archived))
  return (
    <ul aria-label={t('organising.attributes')} className="mt-3">
      {sorted.map(attribute => (
        <Row key={attribute.id ?? attribute.name} attribute={attribute} />
      ))}
    </ul>
  )
}

function Row({ attribute }: { attribute: DataAttribute }) {
  const update = useUpdateDataAttribute()
  const id = String(attribute.id ?? '')
  const archive = (archived: boolean) =>
    update.mutate(
      { params: { id }, body: { archived } },
      {
        onSuccess: () =>
          archived &&
          toast({
            title: t('organising.nowArchived', { name: attribute.label }),
            undo: { label: t('app.undo'), run: () => archive(false) },
          }),
        onError: error => toast({ title: t('settings.failed'), says: reasonOf(error), failed: true }),
      },
    )
  return (
    <AttributeRow
      name={attribute.label}
      kind={t(attribute.options ? 'organising.kindList' : KINDS[attribute.data_type])}
      description={attribute.description ?? ''}
      options={attribute.options ?? []}
      archived={attribute.archived}
      onArchive={archive}
    >
      <Edit attribute={attribute} />
    </AttributeRow>
  )
}

function Edit({ attribute }: { attribute: DataAttribute }) {
  const update = useUpdateDataAttribute()
  const [isWritable, setWritable] = useState(attribute.messenger_writable)
  return (
    <Form
      label={`${t('settings.edit')}: ${attribute.label}`}
      names={['description', 'options']}
      error={update.error ? reasonOf(update.error) : undefined}
      onSubmit={({ description, options }) =>
        update.mutate(
          {
            params: { id: String(attribute.id ?? '') },
            body: {
              ...{ description, messenger_writable: isWritable },
              ...(attribute.options && { options: linesOf(options).map(value => ({ value })) }),
            },
          },
          { onSuccess: () => toast({ title: t('settings.saved') }) },
        )
      }
    >
      <Field label={t('organising.description')}>
        <Input name="description" defaultValue={attribute.description ?? ''} dir="auto" maxLength={500} />
      </Field>
      {attribute.options && (
        <Field label={t('organising.options')} hint={t('organising.optionsHint')}>
          <Textarea name="options" defaultValue={attribute.options.join('\n')} dir="auto" rows={4} />
        </Field>
      )}
      {attribute.model === 'contact' && (
        <Checkbox
          label={t('organising.writable')}
          checked={isWritable}
          onChange={event => setWritable(event.target.checked)}
        />
      )}
      <Button type="submit" busy={update.isPending} className="self-start">
        {t('app.save')}
      </Button>
    </Form>
  )
}
