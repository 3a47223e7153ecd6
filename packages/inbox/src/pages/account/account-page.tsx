import { useRef } from 'react'
import { useMe } from '../../data/me.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useChangePassword, useUpdateMe } from '../../data/session.ts'
import { Form } from '../../forms/form.tsx'
import { PasswordInput } from '../../forms/password-input.tsx'
import { Page } from '../../parts/page.tsx'
import { SettingsSection } from '../../parts/settings-section.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { toast } from '../../ui/toast.tsx'
import { SessionsSection } from './sessions-section.tsx'
import { TwoFactorSection } from './two-factor-section.tsx'

/** How one is called, and how one signs in. */
export const AccountPage = () => (
  <Page title={t('account.title')} says={t('account.says')}>
    <ProfileSection />
    <PasswordSection />
    <TwoFactorSection />
    <SessionsSection />
  </Page>
)

function ProfileSection() {
  const { admin, account } = useMe()
  const update = useUpdateMe()
  return (
    <SettingsSection title={t('account.profile')} says={account.email}>
      <Form
        label={t('account.profile')}
        names={['name', 'job_title']}
        error={update.error ? reasonOf(update.error) : undefined}
        onSubmit={({ name, job_title }) =>
          update.mutate(
            { name, job_title: job_title || null },
            { onSuccess: () => toast({ title: t('account.saved') }) },
          )
        }
      >
        <Field label={t('account.name')}>
          <Input name="name" defaultValue={admin.name} autoComplete="name" required />
        </Field>
        <Field label={t('account.jobTitle')}>
          <Input name="job_title" defaultValue={admin.job_title ?? ''} autoComplete="organization-title" />
        </Field>
        <Button type="submit" look="primary" busy={update.isPending} className="self-start">
          {t('app.save')}
        </Button>
      </Form>
    </SettingsSection>
  )
}

function PasswordSection() {
  const { account } = useMe()
  const change = useChangePassword()
  const holder = useRef<HTMLDivElement>(null)
  const done = () => {
    holder.current?.querySelector('form')?.reset()
    toast({ title: t('account.passwordChanged') })
  }
  return (
    <SettingsSection title={t('account.password')} says={t('account.passwordHint')}>
      <div ref={holder}>
        <Form
          label={t('account.password')}
          names={['current_password', 'password']}
          error={change.error ? reasonOf(change.error) : undefined}
          onSubmit={({ current_password, password }) =>
            change.mutate(
              { password, ...(account.has_password && { current_password }) },
              { onSuccess: done },
            )
          }
        >
          {account.has_password && (
            <Field label={t('account.currentPassword')}>
              <PasswordInput name="current_password" autoComplete="current-password" />
            </Field>
          )}
          <Field label={t('account.newPassword')}>
            <PasswordInput name="password" autoComplete="new-password" />
          </Field>
          <Button type="submit" busy={change.isPending} className="self-start">
            {t('account.changePassword')}
          </Button>
        </Form>
      </div>
    </SettingsSection>
  )
}
