import { reasonOf } from '../../data/refusal.ts'
import { type SignInSettings, useSignInSettings, useUpdateSignInSettings } from '../../data/security.ts'
import { Form } from '../../forms/form.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { type Over, SavedSwitch } from '../../parts/saved-choice.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.tsx'

/** How teammates sign in: what is asked of them, and who may vouch for them. */
export const SignInSections = () => (
  <Loaded query={useSignInSettings()}>
    {settings => (
      <>
        <FactorSection settings={settings} />
        <SsoSection settings={settings} />
      </>
    )}
  </Loaded>
)

/** Sets one thing at once, and says what was wrong where it cannot be. */
function useSetting() {
  const update = useUpdateSignInSettings()
  return (body: { two_factor_required?: boolean; password_allowed?: boolean }, over: Over) =>
    update.mutate(
      { body },
      {
        ...over,
        onSuccess: () => toast({ title: t('settings.saved') }),
        onError: error => toast({ title: t('settings.failed'), says: reasonOf(error), failed: true }),
      },
    )
}

function FactorSection({ settings }: { settings: SignInSettings }) {
  const set = useSetting()
  return (
    <SettingsSection title={t('settings.signIn')} says={t('settings.signInSays')}>
      <div className="flex flex-col gap-4">
        <SavedSwitch
          label={t('settings.factorRequired')}
          hint={t('settings.factorRequiredHint')}
          checked={settings.two_factor_required}
          onSave={(checked, over) => set({ two_factor_required: checked }, over)}
        />
        <SavedSwitch
          label={t('settings.passwords')}
          hint={t('settings.passwordsHint')}
          checked={settings.password_allowed}
          onSave={(checked, over) => set({ password_allowed: checked }, over)}
        />
      </div>
    </SettingsSection>
  )
}

function SsoSection({ settings: { sso } }: { settings: SignInSettings }) {
  const update = useUpdateSignInSettings()
  const save = (values: Record<'enabled' | 'issuer' | 'client_id' | 'client_secret' | 'domains', string>) =>
    update.mutate(
      {
        body: {
          sso: {
            enabled: values.enabled === 'on',
            issuer: values.issuer || null,
            client_id: values.client_id || null,
            ...(values.client_secret !== '' && { client_secret: values.client_secret }),
            domains: values.domains.split(/[\s,]+/).filter(Boolean),
          },
        },
      },
      { onSuccess: () => toast({ title: t('settings.saved') }) },
    )
  return (
    <SettingsSection title={t('settings.sso')} says={t('settings.ssoSays')}>
      <Form
        label={t('settings.sso')}
        names={['enabled', 'issuer', 'client_id', 'client_secret', 'domains']}
        error={update.error ? reasonOf(update.error) : undefined}
        onSubmit={save}
      >
        <Checkbox name="enabled" label={t('settings.ssoEnabled')} defaultChecked={sso.enabled} />
        <Field label={t('settings.issuer')} hint={t('settings.issuerHint')}>
          <Input
            name="issuer"
            type="url"
            defaultValue={sso.issuer ?? ''}
            placeholder="https://id.example.com"
          />
        </Field>
        <Field label={t('settings.clientId')}>
          <Input name="client_id" defaultValue={sso.client_id ?? ''} autoComplete="off" />
        </Field>
        <Field
          label={t('settings.clientSecret')}
          hint={sso.has_client_secret ? t('settings.clientSecretKept') : undefined}
        >
          <Input name="client_secret" type="password" autoComplete="new-password" />
        </Field>
        <Field label={t('settings.domains')} hint={t('settings.domainsHint')}>
          <Input name="domains" defaultValue={sso.domains.join(', ')} placeholder="example.com" />
        </Field>
        <div className="flex flex-col gap-1.5">
          <p className="font-medium">{t('settings.redirectUri')}</p>
          <Copyable label={t('settings.redirectUri')} text={sso.redirect_uri} />
        </div>
        <Button type="submit" look="primary" busy={update.isPending} className="self-start">
          {t('app.save')}
        </Button>
      </Form>
    </SettingsSection>
  )
}
