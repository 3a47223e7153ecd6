import { Braces, X } from 'lucide-react'
import {
  type ConversationAttribute,
  useAddOption,
  useArchiveConversationAttribute,
  useArchiveOption,
  useConversationAttributes,
  useCreateConversationAttribute,
  useRestoreConversationAttribute,
  useUpdateConversationAttribute,
} from '../../data/organising.ts'
import { reasonOf } from '../../data/refusal.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { InlineText } from '../../forms/inline-text.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SavedCheckbox } from '../../parts/saved-choice.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { IconButton } from '../../ui/icon-button.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { AttributeRow } from './attribute-row.tsx'
import { NewAttribute } from './new-attribute.tsx'

const KINDS = {
  string: 'organising.kindText',
  list: 'organising.kindList',
  integer: 'organising.kindWhole',
  decimal: 'organising.kindDecimal',
  boolean: 'organising.kindBoolean',
  datetime: 'organising.kindTime',
  files: 'organising.kindFiles',
  relationship: 'organising.kindRelation',
} as const satisfies Record<ConversationAttribute['data_type'], PlainKey>

type Kind = Exclude<ConversationAttribute['data_type'], 'relationship'>
const TO_MAKE: Kind[] = ['string', 'list', 'integer', 'decimal', 'boolean', 'datetime', 'files']

/** What is asked of conversations. */
export function ConversationAttributes() {
  const create = useCreateConversationAttribute()
  return (
    <>
      <NewAttribute
        kinds={TO_MAKE.map(value => ({ value, label: t(KINDS[value]) }))}
        listKind="list"
        error={create.error ? reasonOf(create.error) : undefined}
        isBusy={create.isPending}
        onAdd={({ name, description, kind, options }) =>
          create.mutateAsync({
            body: {
              ...{ name, description, data_type: kind },
              ...(kind === 'list' && { options: options.map(label => ({ label })) }),
            },
          })
        }
      />
      <Loaded query={useConversationAttributes()}>{({ data }) => <List attributes={data} />}</Loaded>
    </>
  )
}

function List({ attributes }: { attributes: ConversationAttribute[] }) {
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
        <Row key={attribute.id} attribute={attribute} />
      ))}
    </ul>
  )
}

function Row({ attribute }: { attribute: ConversationAttribute }) {
  const archive = useArchiveConversationAttribute()
  const restore = useRestoreConversationAttribute()
  const of = { params: { id: String(attribute.id) } }
  const undo = { label: t('app.undo'), run: () => restore.mutate(of) }
  const title = t('organising.nowArchived', { name: attribute.name })
  return (
    <AttributeRow
      name={attribute.name}
      kind={t(KINDS[attribute.data_type])}
      description={attribute.description}
      options={(attribute.options ?? []).filter(({ archived }) => !archived).map(({ label }) => label)}
      archived={attribute.archived}
      onArchive={archived =>
        archived ? archive.mutate(of, { onSuccess: () => toast({ title, undo }) }) : restore.mutate(of)
      }
    >
      <Edit attribute={attribute} />
    </AttributeRow>
  )
}

function Edit({ attribute }: { attribute: ConversationAttribute }) {
  const update = useUpdateConversationAttribute()
  const add = useAddOption()
  const archiveOption = useArchiveOption()
  const params = { id: String(attribute.id) }
  const change = (
    body: { name?: string; description?: string; required?: boolean },
    over?: { onSettled: () => void },
  ) =>
    update.mutate(
      { params, body },
      {
        ...over,
        onError: error => toast({ title: t('settings.failed'), says: reasonOf(error), failed: true }),
      },
    )
  return (
    <div className="flex flex-col gap-3">
      <InlineText
        label={t('settings.name')}
        value={attribute.name}
        maxLength={190}
        onSave={name => change({ name })}
      />
      <SavedCheckbox
        label={t('organising.required')}
        checked={attribute.required}
        onSave={(checked, over) => change({ required: checked }, over)}
      />
      {attribute.options && (
        <>
          <ul aria-label={t('organising.options')} className="flex flex-wrap gap-1.5">
            {attribute.options
              .filter(({ archived }) => !archived)
              .map(({ id, label }) => (
                <li
                  key={id}
                  className="flex max-w-full items-center gap-0.5 rounded-md border border-line bg-surface ps-2"
                >
                  <bdi className="truncate">{label}</bdi>
                  <IconButton
                    size="sm"
                    label={`${t('organising.archive')}: ${label}`}
                    icon={<X size={13} aria-hidden="true" />}
                    onClick={() => archiveOption.mutate({ params: { ...params, option_id: id } })}
                  />
                </li>
              ))}
          </ul>
          <AddLine
            label={t('organising.newOption')}
            onAdd={label => add.mutateAsync({ params, body: { label } })}
          />
        </>
      )}
    </div>
  )
}
