import { Coffee } from 'lucide-react'
import { useState } from 'react'
import {
  type AwayReason,
  useAwayReasons,
  useCreateReason,
  useOrderReasons,
  useReasonRules,
  useSetReasonRules,
  useUpdateReason,
} from '../../data/away-reasons.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SavedSwitch } from '../../parts/saved-choice.tsx'
import { SortableList } from '../../parts/sortable-list.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Empty } from '../../ui/states.tsx'
import { toast } from '../../ui/toast.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** Why teammates are away, in the order in which they are offered. */
export function AwayPage() {
  const create = useCreateReason()
  const [emoji, setEmoji] = useState('')
  const add = async (label: string) => {
    await create.mutateAsync({ body: { label, emoji } })
    setEmoji('')
  }
  return (
    <GuardedPage permission="manage_workspace" title={t('teams.away')} says={t('teams.awaySays')}>
      <Rules />
      <AddLine
        label={t('teams.newReason')}
        placeholder={t('teams.reasonExample')}
        maxLength={100}
        onAdd={add}
        before={
          <Field label={t('teams.emoji')} labelHidden className="w-14">
            <Input
              value={emoji}
              placeholder="🍜"
              autoComplete="off"
              className="text-center"
              onChange={event => setEmoji(event.target.value)}
            />
          </Field>
        }
      />
      <Loaded query={useAwayReasons()}>
        {({ data }) => <Reasons reasons={data.filter(({ deleted }) => !deleted)} />}
      </Loaded>
    </GuardedPage>
  )
}

function Rules() {
  const set = useSetReasonRules()
  return (
    <div className="mb-6">
      <Loaded query={useReasonRules()}>
        {({ mandatory }) => (
          <SavedSwitch
            label={t('teams.mandatory')}
            hint={t('teams.mandatoryHint')}
            checked={mandatory}
            onSave={(checked, over) => set.mutate({ body: { mandatory: checked } }, over)}
          />
        )}
      </Loaded>
    </div>
  )
}

function Reasons({ reasons }: { reasons: AwayReason[] }) {
  const order = useOrderReasons()
  if (reasons.length === 0)
    return (
      <Empty
        icon={<Coffee size={22} aria-hidden="true" />}
        title={t('teams.awayEmpty')}
        says={t('teams.awayEmptySays')}
      />
    )
  return (
    <div className="mt-4">
      <SortableList
        label={t('teams.away')}
        rows={reasons}
        nameOf={({ label }) => label}
        onOrder={ids => order.mutate({ body: { ids } })}
      >
        {reason => <Reason reason={reason} />}
      </SortableList>
    </div>
  )
}

function Reason({ reason: { id, label, emoji } }: { reason: AwayReason }) {
  const update = useUpdateReason()
  const change = (body: { label?: string; emoji?: string; deleted?: boolean }) =>
    update.mutate({ params: { id }, body })
  const remove = () => {
    change({ deleted: true })
    toast({
      title: t('teams.reasonDeleted', { name: label }),
      undo: { label: t('app.undo'), run: () => change({ deleted: false }) },
    })
  }
  return (
    <span className="flex items-center gap-2 py-1.5">
      <Field label={`${t('teams.emoji')}: ${label}`} labelHidden className="w-12 shrink-0">
        <Input
          key={emoji}
          defaultValue={emoji}
          className="border-transparent! text-center shadow-none!"
          onBlur={event => event.target.value !== emoji && change({ emoji: event.target.value })}
        />
      </Field>
      <Field label={`${t('teams.reason')}: ${label}`} labelHidden className="min-w-0 flex-1">
        <Input
          key={label}
          defaultValue={label}
          dir="auto"
          maxLength={100}
          className="border-transparent! shadow-none!"
          onKeyDown={event => event.key === 'Enter' && event.currentTarget.blur()}
          onBlur={event => event.target.value.trim() !== label && change({ label: event.target.value })}
        />
      </Field>
      <Button size="sm" look="quiet" aria-label={`${t('settings.delete')}: ${label}`} onClick={remove}>
        {t('settings.delete')}
      </Button>
    </span>
  )
}
