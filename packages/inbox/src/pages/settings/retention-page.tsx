import { useState } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { type Retention, useRetention, useUpdateRetention } from '../../data/running.ts'
import { Confirm } from '../../parts/confirm.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Field } from '../../ui/field.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { GuardedPage } from './guarded-page.tsx'

/** How long things are kept. */
export const RetentionPage = () => (
  <GuardedPage
    permission="manage_workspace"
    title={t('messengers.retention')}
    says={t('messengers.retentionSays')}
  >
    <Loaded query={useRetention()}>
      {retention => KEPT.map(kept => <Kept key={kept.name} {...kept} days={retention[kept.name]} />)}
    </Loaded>
  </GuardedPage>
)

type Name = Exclude<keyof Retention, 'type'>

interface KeptKind {
  name: Name
  label: PlainKey
  says: PlainKey
  /** What it is called that nothing is set. */
  unset: PlainKey
}

const KEPT: KeptKind[] = [
  {
    ...{ name: 'visitor_days', label: 'messengers.visitorsKept', says: 'messengers.visitorsKeptSays' },
    unset: 'messengers.forEver',
  },
  {
    ...{ name: 'history_days', label: 'messengers.history', says: 'messengers.historySays' },
    unset: 'messengers.forEver',
  },
  {
    ...{ name: 'content_stat_days', label: 'messengers.stats', says: 'messengers.statsSays' },
    unset: 'messengers.forEver',
  },
  {
    ...{ name: 'event_days', label: 'messengers.events', says: 'messengers.eventsSays' },
    unset: 'messengers.forEver',
  },
  {
    ...{ name: 'api_log_days', label: 'messengers.apiLog', says: 'messengers.apiLogSays' },
    unset: 'messengers.asServer',
  },
  {
    ...{ name: 'webhook_log_days', label: 'messengers.webhookLog', says: 'messengers.webhookLogSays' },
    unset: 'messengers.asServer',
  },
]

const CHOICES = [1, 7, 14, 30, 90, 180, 365, 730]
const UNSET = ''

/** Longer is set at once; less long erases, and so is asked about. */
function Kept({ name, label, says, unset, days }: KeptKind & { days: number | null }) {
  const update = useUpdateRetention()
  const [asked, setAsked] = useState<number>()
  const least = name === 'event_days' ? 7 : 1
  const offered = [...new Set([...CHOICES, ...(days === null ? [] : [days])])]
    .filter(each => each >= least)
    .toSorted((a, b) => a - b)
  const set = (to: number | null) =>
    update.mutate(
      { body: { [name]: to } },
      {
        onSuccess: () => toast({ title: t('settings.saved') }),
        onError: error => toast({ title: t('settings.failed'), says: reasonOf(error), failed: true }),
      },
    )
  const choose = (value: string) => {
    const to = value === UNSET ? null : Number(value)
    if (to !== null && (days === null || to < days)) setAsked(to)
    else set(to)
  }
  return (
    <SettingsSection title={t(label)} says={t(says)}>
      <Field label={t(label)} labelHidden className="max-w-56">
        <Select
          value={days === null ? UNSET : String(days)}
          onChange={choose}
          choices={[
            { value: UNSET, label: t(unset) },
            ...offered.map(count => ({ value: String(count), label: t('messengers.days', { count }) })),
          ]}
        />
      </Field>
      <Confirm
        open={asked !== undefined}
        title={t('messengers.erase')}
        says={t('messengers.eraseSays', { days: t('messengers.days', { count: asked ?? 0 }) })}
        doLabel={t('messengers.eraseDo')}
        onClose={() => setAsked(undefined)}
        onDo={() => {
          if (asked !== undefined) set(asked)
          setAsked(undefined)
        }}
      />
    </SettingsSection>
  )
}
