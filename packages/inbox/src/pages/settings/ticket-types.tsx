import { ChevronDown, Ticket } from 'lucide-react'
import { useState } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { type TicketType, useCreateType, useTicketTypes, useUpdateType } from '../../data/ticket-settings.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { InlineText } from '../../forms/inline-text.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { cx } from '../../ui/cx.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { TicketAttributes } from './ticket-attributes.tsx'

type Category = TicketType['category']

const CATEGORIES: Record<Category, PlainKey> = {
  Customer: 'organising.forCustomers',
  'Back-office': 'organising.backOffice',
  Tracker: 'organising.tracker',
}

/** The kinds of tickets, each with what is asked of it. */
export function TicketTypes() {
  const create = useCreateType()
  const [category, setCategory] = useState<Category>('Customer')
  const [openId, setOpenId] = useState<string>()
  return (
    <div className="mt-4">
      <AddLine
        label={t('organising.newType')}
        placeholder={t('organising.typeExample')}
        onAdd={async name => setOpenId((await create.mutateAsync({ body: { name, category } })).id)}
        after={
          <Field label={t('organising.category')} labelHidden className="w-40">
            <Select
              value={category}
              onChange={setCategory}
              choices={(['Customer', 'Back-office', 'Tracker'] as const).map(value => ({
                value,
                label: t(CATEGORIES[value]),
              }))}
            />
          </Field>
        }
      />
      <Loaded query={useTicketTypes()}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<Ticket size={22} aria-hidden="true" />}
              title={t('organising.typesEmpty')}
              says={t('organising.typesEmptySays')}
            />
          ) : (
            <ul aria-label={t('organising.types')} className="mt-3">
              {data
                .toSorted((a, b) => Number(a.archived) - Number(b.archived))
                .map(type => (
                  <Row
                    key={type.id}
                    type={type}
                    isOpen={type.id === openId}
                    onOpen={isOpen => setOpenId(isOpen ? type.id : undefined)}
                  />
                ))}
            </ul>
          )
        }
      </Loaded>
    </div>
  )
}

function Row({
  type,
  isOpen,
  onOpen,
}: {
  type: TicketType
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}) {
  const update = useUpdateType()
  const change = (body: { name?: string; description?: string; icon?: string; archived?: boolean }) =>
    update.mutate(
      { params: { id: type.id }, body },
      { onError: error => toast({ title: t('settings.failed'), says: reasonOf(error), failed: true }) },
    )
  const archive = () => {
    change({ archived: true })
    toast({
      title: t('organising.nowArchived', { name: type.name }),
      undo: { label: t('app.undo'), run: () => change({ archived: false }) },
    })
  }
  const label = `${t('organising.attributes')}: ${type.name}`
  return (
    <li className="border-line border-b py-2">
      <div className="flex items-center gap-2">
        <InlineText
          label={`${t('organising.icon')}: ${type.name}`}
          value={type.icon}
          maxLength={16}
          className="w-12 shrink-0"
          onSave={icon => change({ icon })}
        />
        <InlineText
          label={`${t('settings.name')}: ${type.name}`}
          value={type.name}
          className="flex-1"
          onSave={name => change({ name })}
        />
        <span className="max-sm:hidden">
          <Badge tone={type.archived ? 'warning' : 'neutral'}>
            {type.archived ? t('organising.archived') : t(CATEGORIES[type.category])}
          </Badge>
        </span>
        {type.archived ? (
          <Button
            size="sm"
            aria-label={`${t('organising.restore')}: ${type.name}`}
            onClick={() => change({ archived: false })}
          >
            {t('organising.restore')}
          </Button>
        ) : (
          <>
            <Button
              size="sm"
              aria-expanded={isOpen}
              aria-label={label}
              icon={<ChevronDown size={14} aria-hidden="true" className={cx(isOpen && 'rotate-180')} />}
              onClick={() => onOpen(!isOpen)}
            >
              <span className="max-sm:hidden">{t('organising.attributes')}</span>
            </Button>
            <Button
              size="sm"
              look="quiet"
              aria-label={`${t('organising.archive')}: ${type.name}`}
              onClick={archive}
            >
              {t('organising.archive')}
            </Button>
          </>
        )}
      </div>
      {isOpen && !type.archived && <TicketAttributes type={type} />}
    </li>
  )
}
