import { useRef } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { removeSoon, useGone } from '../../data/removal.ts'
import {
  deleteSecret,
  type Secret,
  useCreateSecret,
  useEnforceIdentity,
  useIdentityVerification,
  useSecrets,
} from '../../data/security.ts'
import { Form } from '../../forms/form.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { SavedSwitch } from '../../parts/saved-choice.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { shortDate } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** Whether pages have to prove who their visitors are, and what with. */
export function IdentitySection() {
  const enforce = useEnforceIdentity()
  return (
    <SettingsSection title={t('settings.identity')} says={t('settings.identitySays')}>
      <div className="flex flex-col gap-5">
        <Loaded query={useIdentityVerification()}>
          {({ enforced }) => (
            <SavedSwitch
              label={t('settings.enforce')}
              hint={t('settings.enforceHint')}
              checked={enforced}
              onSave={(checked, over) => enforce.mutate({ body: { enforced: checked } }, over)}
            />
          )}
        </Loaded>
        <Loaded query={useSecrets()}>{({ data }) => <Secrets secrets={data} />}</Loaded>
        <NewSecret />
      </div>
    </SettingsSection>
  )
}

function Secrets({ secrets }: { secrets: Secret[] }) {
  const isGone = useGone()
  const shown = secrets.filter(({ id }) => !isGone(`secret ${id}`))
  if (shown.length === 0) return <p className="text-faint">{t('settings.secretsEmpty')}</p>
  return (
    <ul aria-label={t('settings.secrets')}>
      {shown.map(secret => (
        <li key={secret.id} className="flex items-center gap-3 border-line border-b py-2">
          <span className="min-w-0 flex-1">
            <bdi className="block truncate font-medium">{secret.name}</bdi>
            <span className="block text-faint text-sm">
              {platformsOf(secret)} · {t('settings.since', { date: shortDate(secret.created_at) })}
            </span>
          </span>
          <Button
            size="sm"
            look="quiet"
            aria-label={`${t('settings.delete')}: ${secret.name}`}
            onClick={() =>
              removeSoon({
                key: `secret ${secret.id}`,
                title: t('settings.secretDeleted', { name: secret.name }),
                failed: t('settings.failed'),
                run: () => deleteSecret(secret.id),
              })
            }
          >
            {t('settings.delete')}
          </Button>
        </li>
      ))}
    </ul>
  )
}

const platformsOf = (secret: Secret): string =>
  [
    secret.supports_web && t('settings.web'),
    secret.supports_ios && 'iOS',
    secret.supports_android && 'Android',
  ]
    .filter(Boolean)
    .join(', ')

function NewSecret() {
  const create = useCreateSecret()
  const holder = useRef<HTMLDivElement>(null)
  return (
    <div ref={holder}>
      <Form
        label={t('settings.newSecret')}
        names={['name', 'web', 'ios', 'android']}
        error={create.error ? reasonOf(create.error) : undefined}
        onSubmit={({ name, web, ios, android }) =>
          create.mutate(
            {
              body: {
                name,
                supports_web: web === 'on',
                supports_ios: ios === 'on',
                supports_android: android === 'on',
              },
            },
            { onSuccess: () => holder.current?.querySelector('form')?.reset() },
          )
        }
      >
        <Field label={t('settings.secretName')}>
          <Input
            name="name"
            autoComplete="off"
            dir="auto"
            placeholder={t('settings.secretExample')}
            required
          />
        </Field>
        <div className="flex flex-wrap gap-4">
          <Checkbox name="web" label={t('settings.web')} defaultChecked />
          <Checkbox name="ios" label="iOS" />
          <Checkbox name="android" label="Android" />
        </div>
        <Button type="submit" busy={create.isPending} className="self-start">
          {t('settings.newSecret')}
        </Button>
      </Form>
      {create.data && (
        <div role="status" className="mt-4 flex flex-col gap-2 rounded-md bg-warning-soft p-3 text-warning">
          <p>{t('settings.secretOnce')}</p>
          <Copyable label={t('settings.secret')} text={create.data.secret} />
        </div>
      )}
    </div>
  )
}
