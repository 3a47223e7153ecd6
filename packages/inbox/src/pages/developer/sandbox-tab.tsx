import { useState } from 'react'
import { useMe } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useCreateSandbox, useKeepSeed, useResetSandbox } from '../../data/sandbox.ts'
import { useEnterWorkspace } from '../../data/session.ts'
import { Form } from '../../forms/form.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { TabHead } from '../../parts/tab-head.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { FaultsSection } from './faults-section.tsx'
import { SandboxClock } from './sandbox-clock.tsx'

/** Running the sandbox that one is in; where it is none, making one. */
export function SandboxTab() {
  const { workspace } = useMe()
  return (
    <>
      <TabHead says={t('developer.sandboxSays')} />
      {workspace.sandbox ? (
        <>
          <SandboxClock />
          <FaultsSection />
          <SeedSection />
        </>
      ) : (
        <NewSandbox />
      )}
    </>
  )
}

function NewSandbox() {
  const create = useCreateSandbox()
  const enter = useEnterWorkspace()
  const [seed, setSeed] = useState<'empty' | 'demo'>('demo')
  const made = create.data
  return (
    <SettingsSection title={t('developer.newSandbox')} says={t('developer.newSandboxSays')}>
      {made ? (
        <div className="flex flex-col gap-3" role="status">
          <p className="font-medium">{t('developer.sandboxMade', { name: made.name })}</p>
          <p className="text-soft">{t('developer.sandboxMadeSays')}</p>
          <Copyable label={t('developer.tokenMade')} text={made.access_token} />
          <Button
            look="primary"
            busy={enter.isPending}
            className="self-start"
            onClick={() => enter.mutate(made.workspace_id)}
          >
            {t('developer.enterSandbox')}
          </Button>
        </div>
      ) : (
        <Form
          label={t('developer.newSandbox')}
          names={['name']}
          error={create.error ? reasonOf(create.error) : undefined}
          onSubmit={({ name }) => create.mutate({ seed, ...(name.trim() && { name: name.trim() }) })}
        >
          <Field label={t('developer.sandboxName')}>
            <Input name="name" defaultValue={t('developer.sandbox')} autoComplete="off" />
          </Field>
          <Field label={t('developer.seed')}>
            <Select
              value={seed}
              onChange={setSeed}
              choices={[
                { value: 'demo', label: t('developer.seedDemo') },
                { value: 'empty', label: t('developer.seedEmpty') },
              ]}
            />
          </Field>
          <Button type="submit" look="primary" busy={create.isPending} className="self-start">
            {t('developer.newSandbox')}
          </Button>
        </Form>
      )}
    </SettingsSection>
  )
}

function SeedSection() {
  const reset = useResetSandbox()
  const keep = useKeepSeed()
  const [isAsking, setAsking] = useState(false)
  return (
    <SettingsSection title={t('developer.returnTo')} says={t('developer.returnToSays')}>
      <div className="flex flex-wrap gap-2">
        <Button look="danger" onClick={() => setAsking(true)}>
          {t('developer.reset')}
        </Button>
        <Button
          busy={keep.isPending}
          onClick={() =>
            keep.mutate(undefined, { onSuccess: () => toast({ title: t('developer.seedKept') }) })
          }
        >
          {t('developer.keepSeed')}
        </Button>
      </div>
      <Confirm
        open={isAsking}
        title={t('developer.resetTitle')}
        says={t('developer.resetSays')}
        doLabel={t('developer.reset')}
        busy={reset.isPending}
        onDo={() =>
          reset.mutate(undefined, {
            onSuccess: () => toast({ title: t('developer.wasReset') }),
            onSettled: () => setAsking(false),
          })
        }
        onClose={() => setAsking(false)}
      />
    </SettingsSection>
  )
}
