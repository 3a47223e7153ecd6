import { Link } from '@tanstack/react-router'
import { linkToken, useReset, useSetPassword } from '../../data/entry.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { PasswordInput } from '../../forms/password-input.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { CodeStep } from './code-step.tsx'
import { LinkPage } from './link-page.tsx'

/** Sets a new password, by the link that was mailed. */
export function ResetPage() {
  const token = linkToken()
  const reset = useReset(token)
  const set = useSetPassword(token)
  if (set.data?.type === 'two_factor_required')
    return <CodeStep challenge={set.data.challenge} onBack={() => window.location.assign('/app/sign-in')} />
  return (
    <LinkPage
      title={t('signIn.resetTitle')}
      offer={reset}
      again={
        <Link to="/forgot" className={buttonClass('primary', 'lg', 'w-full')}>
          {t('signIn.anotherLink')}
        </Link>
      }
    >
      {({ email }) => (
        <FrontPage title={t('signIn.resetTitle')} says={t('signIn.resetSays', { email })}>
          <Form
            label={t('signIn.resetTitle')}
            names={['password']}
            onSubmit={({ password }) => set.mutate(password)}
            error={set.error ? reasonOf(set.error) : undefined}
          >
            <Field label={t('signIn.newPassword')} hint={t('signIn.passwordWeak')}>
              <PasswordInput name="password" autoComplete="new-password" size="lg" />
            </Field>
            <Button type="submit" look="primary" size="lg" busy={set.isPending || set.isSuccess}>
              {t('signIn.resetSubmit')}
            </Button>
          </Form>
        </FrontPage>
      )}
    </LinkPage>
  )
}
