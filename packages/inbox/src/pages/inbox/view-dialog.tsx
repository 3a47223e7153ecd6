import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { conditionsOf, type ListSearch, segmentRules } from '../../data/filters.ts'
import { useDropView, useKeepView } from '../../data/inbox-views.ts'
import { useMay } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { type KeptView, LIST_SORTS, type ListSort } from '../../data/views.ts'
import { Form } from '../../forms/form.tsx'
import { AddFilter, FilterRows } from '../../parts/filter-bar.tsx'
import { useRowFocus } from '../../parts/use-row-focus.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { SORT_NAMES } from './list-head.tsx'
import { useConversationFields } from './use-conversation-fields.ts'

/** Makes a view from filters, or changes one that is kept. */
export function ViewDialog({
  kept,
  onClose,
  onKept,
  onDropped,
}: {
  kept?: KeptView | undefined
  onClose: () => void
  onKept: (view: KeptView) => void
  onDropped: () => void
}) {
  const fields = useConversationFields()
  const [changed, setChanged] = useState<ListSearch>()
  // What conditions a view has is known once its fields are.
  const search = changed ?? (kept ? conditionsOf(kept.rules, fields) : { where: [] })
  const where = search.where ?? []
  const focus = useRowFocus(where.length)
  const [sort, setSort] = useState<ListSort>(kept?.sort ?? 'newest')
  const [isShared, setShared] = useState(kept?.is_shared ?? false)
  const keep = useKeepView(kept?.id)
  const mayShare = useMay('write_conversations')
  const submit = (name: string) =>
    keep.mutate(
      { name, sort, is_shared: isShared, rules: segmentRules(search, fields) },
      {
        onSuccess: view => {
          onKept(view)
          toast({ title: t('desk.viewKept', { name: view.name }) })
        },
      },
    )
  const title = kept ? t('inbox.changeView') : t('inbox.newView')
  return (
    <Dialog open onClose={onClose} title={title} closeLabel={t('app.close')} width="lg">
      <Form
        label={title}
        names={['name']}
        error={keep.error ? reasonOf(keep.error) : undefined}
        onSubmit={({ name }) => submit(name)}
      >
        <Field label={t('inbox.name')}>
          <Input name="name" required autoComplete="off" maxLength={100} defaultValue={kept?.name ?? ''} />
        </Field>
        {where.length > 0 && (
          <div className="-mx-4 md:-mx-6">
            <FilterRows
              fields={fields}
              where={where}
              any={search.any ?? false}
              focus={focus}
              onChange={setChanged}
            />
          </div>
        )}
        <div>
          <AddFilter
            fields={fields}
            where={where}
            focus={focus}
            onAdd={condition => setChanged({ ...search, where: [...where, condition] })}
          />
        </div>
        <Field label={t('inbox.sort')}>
          <Select
            value={sort}
            onChange={setSort}
            choices={LIST_SORTS.map(value => ({ value, label: t(SORT_NAMES[value]) }))}
          />
        </Field>
        {mayShare && (
          <Checkbox
            label={t('desk.shareView')}
            hint={t('desk.shareViewSays')}
            checked={isShared}
            onChange={event => setShared(event.target.checked)}
          />
        )}
        <div className="flex justify-between gap-2">
          {kept ? <DropView kept={kept} onDropped={onDropped} /> : <span />}
          <Button type="submit" look="primary" busy={keep.isPending}>
            {t('app.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function DropView({ kept, onDropped }: { kept: KeptView; onDropped: () => void }) {
  const drop = useDropView()
  const again = useKeepView()
  const { name, rules, sort, is_shared } = kept
  const undo = { label: t('app.undo'), run: () => again.mutate({ name, rules, sort, is_shared }) }
  return (
    <Button
      look="quiet"
      busy={drop.isPending}
      icon={<Trash2 size={14} aria-hidden="true" />}
      onClick={() =>
        drop.mutate(kept.id, {
          onSuccess: () => {
            onDropped()
            toast({ title: t('desk.viewDropped', { name }), undo })
          },
        })
      }
    >
      {t('desk.dropView')}
    </Button>
  )
}
