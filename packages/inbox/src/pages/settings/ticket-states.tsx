import {
  type TicketState,
  useCreateState,
  useOrderStates,
  useTicketStates,
  useUpdateState,
} from '../../data/ticket-settings.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { InlineText } from '../../forms/inline-text.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SortableList } from '../../parts/sortable-list.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'

type Category = TicketState['category']

const CATEGORIES: { category: Category; label: PlainKey; says: PlainKey }[] = [
  { category: 'submitted', label: 'organising.submitted', says: 'organising.submittedSays' },
  { category: 'in_progress', label: 'organising.inProgress', says: 'organising.inProgressSays' },
  { category: 'waiting_on_customer', label: 'organising.waiting', says: 'organising.waitingSays' },
  { category: 'resolved', label: 'organising.resolved', says: 'organising.resolvedSays' },
]

/** The states that tickets go through, by what each means for customers. */
export const TicketStates = () => (
  <Loaded query={useTicketStates()}>
    {({ data }) =>
      CATEGORIES.map(({ category, label, says }) => (
        <section key={category} aria-labelledby={`of-${category}`} className="border-line border-b py-5">
          <h2 id={`of-${category}`} className="font-semibold text-md">
            {t(label)}
          </h2>
          <p className="mt-0.5 mb-3 text-faint">{t(says)}</p>
          <OfCategory category={category} label={t(label)} all={data} />
        </section>
      ))
    }
  </Loaded>
)

function OfCategory({ category, label, all }: { category: Category; label: string; all: TicketState[] }) {
  const order = useOrderStates()
  const create = useCreateState()
  const of = all.filter(state => state.category === category)
  const archived = of.filter(state => state.archived)
  return (
    <>
      <SortableList
        label={label}
        rows={of.filter(state => !state.archived)}
        nameOf={({ internal_label }) => internal_label}
        onOrder={ids => order.mutate({ body: { ids } })}
      >
        {state => <Row state={state} />}
      </SortableList>
      {archived.length > 0 && <Archived states={archived} />}
      <div className="mt-3">
        <AddLine
          label={t('organising.newState', { category: label })}
          placeholder={t('organising.newStateHint')}
          maxLength={100}
          onAdd={internal_label => create.mutateAsync({ body: { category, internal_label } })}
        />
      </div>
    </>
  )
}

function Row({ state: { id, internal_label, external_label } }: { state: TicketState }) {
  const update = useUpdateState()
  const change = (body: { internal_label?: string; external_label?: string; archived?: boolean }) =>
    update.mutate({ params: { id }, body })
  const archive = () =>
    update.mutate(
      { params: { id }, body: { archived: true } },
      {
        onSuccess: () =>
          toast({
            title: t('organising.nowArchived', { name: internal_label }),
            undo: { label: t('app.undo'), run: () => change({ archived: false }) },
          }),
      },
    )
  return (
    <div className="grid grid-cols-[auto_1fr_auto] items-center gap-x-2 gap-y-1 py-1.5 sm:flex">
      <InlineText
        label={`${t('organising.toTeammates')}: ${internal_label}`}
        value={internal_label}
        maxLength={100}
        className="flex-1 basis-32 max-sm:col-span-2"
        onSave={text => change({ internal_label: text })}
      />
      <span className="text-faint text-sm">{t('organising.toCustomers')}</span>
      <InlineText
        label={`${t('organising.toCustomers')}: ${internal_label}`}
        value={external_label}
        maxLength={100}
        className="flex-1 basis-32 max-sm:col-span-2"
        onSave={text => change({ external_label: text })}
      />
      <Button
        size="sm"
        look="quiet"
        className="max-sm:col-start-3 max-sm:row-start-1"
        aria-label={`${t('organising.archive')}: ${internal_label}`}
        onClick={archive}
      >
        {t('organising.archive')}
      </Button>
    </div>
  )
}

function Archived({ states }: { states: TicketState[] }) {
  const update = useUpdateState()
  return (
    <ul aria-label={t('organising.archived')} className="mt-2">
      {states.map(({ id, internal_label }) => (
        <li key={id} className="flex items-center gap-2 ps-8 text-faint">
          <bdi className="min-w-0 flex-1 truncate">{internal_label}</bdi>
          <Button
            size="sm"
            look="quiet"
            aria-label={`${t('organising.restore')}: ${internal_label}`}
            onClick={() => update.mutate({ params: { id }, body: { archived: false } })}
          >
            {t('organising.restore')}
          </Button>
        </li>
      ))}
    </ul>
  )
}
