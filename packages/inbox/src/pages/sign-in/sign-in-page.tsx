import { reasonOf } from '../../data/refusal.ts'
import { useSignIn } from '../../data/session.ts'
import { Form } from '../../forms/form.tsx'
import { PasswordInput } from '../../forms/password-input.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

export function SignInPage() {
  const signIn = useSignIn()
  const isBusy = signIn.isPending || signIn.data?.type === 'signed_in'
  return (
    <FrontPage title={t('signIn.title')} says={t('signIn.says')}>
      <Form
        label={t('signIn.title')}
        names={['email', 'password']}
        onSubmit={values => signIn.mutate(values)}
        error={signIn.error ? reasonOf(signIn.error) : undefined}
      >
        <Field label={t('signIn.email')}>
          <Input name="email" type="email" autoComplete="username" size="lg" required />
        </Field>
        <Field label={t('signIn.password')}>
          <PasswordInput name="password" autoComplete="current-password" size="lg" />
        </Field>
        <Button type="submit" look="primary" size="lg" busy={isBusy} className="mt-2">
          {t('signIn.submit')}
        </Button>
      </Form>
    </FrontPage>
  )
}
