import { Link } from '@tanstack/react-router'
import { useRequestReset } from '../../data/entry.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** Asks for a link to set a new password; says the same for every address. */
export function ForgotPage() {
  const request = useRequestReset()
  return (
    <FrontPage title={t('signIn.forgotTitle')} says={t('signIn.forgotSays')}>
      {request.isSuccess ? (
        <p role="status" className="rounded-md bg-accent-soft px-3 py-2 text-accent-strong">
          {t('signIn.forgotSent')}
        </p>
      ) : (
        <Form
          label={t('signIn.forgotTitle')}
          names={['email']}
          onSubmit={({ email }) => request.mutate(email)}
          error={request.error ? reasonOf(request.error) : undefined}
        >
          <Field label={t('signIn.email')}>
            <Input name="email" type="email" autoComplete="username" size="lg" required />
          </Field>
          <Button type="submit" look="primary" size="lg" busy={request.isPending}>
            {t('signIn.forgotSubmit')}
          </Button>
        </Form>
      )}
      <p className="mt-5 text-center">
        <Link to="/sign-in" className="text-accent underline underline-offset-2">
          {t('signIn.back')}
        </Link>
      </p>
    </FrontPage>
  )
}
