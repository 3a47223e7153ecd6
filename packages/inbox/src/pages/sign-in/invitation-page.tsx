import { linkToken, useAcceptInvitation, useInvitation } from '../../data/entry.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { PasswordInput } from '../../forms/password-input.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { CodeStep } from './code-step.tsx'
import { LinkPage } from './link-page.tsx'

/** Joins a workspace: with a new password, or with the one that the address has here already. */
export function InvitationPage() {
  const token = linkToken()
  const invitation = useInvitation(token)
  const accept = useAcceptInvitation(token)
  if (accept.data?.type === 'two_factor_required')
    return (
      <CodeStep challenge={accept.data.challenge} onBack={() => window.location.assign('/app/sign-in')} />
    )
  return (
    <LinkPage title={t('signIn.invitationSubmit')} offer={invitation}>
      {({ email, workspace_name, invited_by, has_account, sso_url }) => (
        <FrontPage
          title={t('signIn.invitationTitle', { workspace: workspace_name })}
          says={t('signIn.invitationSays', { inviter: invited_by, email })}
        >
          <Form
            label={t('signIn.invitationSubmit')}
            names={['name', 'password']}
            onSubmit={({ name, password }) => accept.mutate({ password, ...(name && { name }) })}
            error={accept.error ? reasonOf(accept.error) : undefined}
          >
            {!has_account && (
              <Field label={t('signIn.yourName')}>
                <Input name="name" autoComplete="name" size="lg" required />
              </Field>
            )}
            <Field
              label={has_account ? t('signIn.yourPassword') : t('signIn.newPassword')}
              hint={has_account ? undefined : t('signIn.passwordWeak')}
            >
              <PasswordInput
                name="password"
                autoComplete={has_account ? 'current-password' : 'new-password'}
                size="lg"
              />
            </Field>
            <Button type="submit" look="primary" size="lg" busy={accept.isPending || accept.isSuccess}>
              {t('signIn.invitationSubmit')}
            </Button>
            {sso_url !== null && (
              <a href={sso_url} className={buttonClass('plain', 'lg')}>
                {t('signIn.ssoWith', { workspace: workspace_name })}
              </a>
            )}
          </Form>
        </FrontPage>
      )}
    </LinkPage>
  )
}
