import { Trash2 } from 'lucide-react'
import { useState } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { type Fault, useAddFault, useFaults, useRemoveFault } from '../../data/sandbox.ts'
import { Form } from '../../forms/form.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'

const KINDS = [
  ...(['rate_limit', 'latency', 'error'] as const),
  ...(['search_lag', 'webhook_duplicate', 'webhook_reorder'] as const),
] satisfies Fault['kind'][]

/** What goes wrong in the sandbox on purpose. */
export function FaultsSection() {
  const faults = useFaults()
  const remove = useRemoveFault()
  return (
    <SettingsSection title={t('developer.faults')} says={t('developer.faultsSays')}>
      <Loaded query={faults}>
        {({ data }) => (
          <div className="flex flex-col gap-4">
            {data.length === 0 ? (
              <p className="text-soft">{t('developer.noFaults')}</p>
            ) : (
              <ul className="flex flex-col">
                {data.map(fault => (
                  <li key={fault.id} className="flex items-center gap-3 border-line border-b py-2">
                    <div className="min-w-0 flex-1">
                      <p className="font-medium">{t(`developer.fault_${fault.kind}`)}</p>
                      <p className="truncate text-faint text-sm">
                        {[
                          [fault.method, fault.route].filter(Boolean).join(' ') || t('developer.everywhere'),
                          t('developer.struck', { struck: fault.struck, seen: fault.seen }),
                        ].join(' · ')}
                      </p>
                    </div>
                    <IconButton
                      label={`${t('developer.removeFault')}: ${t(`developer.fault_${fault.kind}`)}`}
                      icon={<Trash2 size={15} aria-hidden="true" />}
                      onClick={() => remove.mutate(fault.id)}
                    />
                  </li>
                ))}
              </ul>
            )}
            {data.length > 1 && (
              <Button className="self-start" onClick={() => remove.mutate('all')}>
                {t('developer.clearFaults')}
              </Button>
            )}
            <NewFault />
          </div>
        )}
      </Loaded>
    </SettingsSection>
  )
}

function NewFault() {
  const add = useAddFault()
  const [kind, setKind] = useState<Fault['kind']>('rate_limit')
  return (
    <Form
      label={t('developer.faults')}
      names={['route', 'probability', 'count', 'delay_ms', 'lag']}
      error={add.error ? reasonOf(add.error) : undefined}
      onSubmit={({ route, probability, count, delay_ms, lag }) =>
        add.mutate({
          ...{ kind, route: route.trim() || null, probability: Number(probability || 100) / 100 },
          ...(count && { count: Number(count) }),
          ...(kind === 'latency' && { delay_ms: Number(delay_ms) }),
          ...(kind === 'search_lag' && { lag: Number(lag) }),
        })
      }
    >
      <Field label={t('developer.kind')}>
        <Select
          value={kind}
          onChange={setKind}
          choices={KINDS.map(value => ({ value, label: t(`developer.fault_${value}`) }))}
        />
      </Field>
      <Field label={t('developer.route')} hint={t('developer.routeHint')}>
        <Input name="route" placeholder="/contacts/**" autoComplete="off" />
      </Field>
      {kind === 'latency' && (
        <Field label={t('developer.delay')}>
          <Input name="delay_ms" type="number" min={1} max={60_000} defaultValue={1000} />
        </Field>
      )}
      {kind === 'search_lag' && (
        <Field label={t('developer.lagSeconds')}>
          <Input name="lag" type="number" min={1} defaultValue={10} />
        </Field>
      )}
      <div className="grid gap-4 sm:grid-cols-2">
        <Field label={t('developer.probability')}>
          <Input name="probability" type="number" min={1} max={100} defaultValue={100} />
        </Field>
        <Field label={t('developer.times')} hint={t('developer.timesHint')}>
          <Input name="count" type="number" min={1} />
        </Field>
      </div>
      <Button type="submit" busy={add.isPending} className="self-start">
        {t('developer.addFault')}
      </Button>
    </Form>
  )
}
