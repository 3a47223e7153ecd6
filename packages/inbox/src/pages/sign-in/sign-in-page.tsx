import { Link } from '@tanstack/react-router'
import { errorOfLink, useSignIn, useSignInOptions } from '../../data/entry.ts'
import { reasonOf } from '../../data/refusal.ts'
import { textForCode } from '../../data/refusal-texts.ts'
import { Form } from '../../forms/form.tsx'
import { PasswordInput } from '../../forms/password-input.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { CodeStep } from './code-step.tsx'

export function SignInPage() {
  const signIn = useSignIn()
  if (signIn.data?.type === 'two_factor_required')
    return <CodeStep challenge={signIn.data.challenge} onBack={signIn.reset} />
  const error = signIn.error ? reasonOf(signIn.error) : textForCode(errorOfLink())
  return (
    <FrontPage title={t('signIn.title')} says={t('signIn.says')}>
      <Form
        label={t('signIn.title')}
        names={['email', 'password']}
        onSubmit={values => signIn.mutate(values)}
        error={error}
      >
        <Field label={t('signIn.email')}>
          <Input name="email" type="email" autoComplete="username" size="lg" required />
        </Field>
        <Field label={t('signIn.password')}>
          <PasswordInput name="password" autoComplete="current-password" size="lg" />
        </Field>
        <Button
          type="submit"
          look="primary"
          size="lg"
          busy={signIn.isPending || signIn.isSuccess}
          className="mt-2"
        >
          {t('signIn.submit')}
        </Button>
      </Form>
      <Elsewhere />
      <p className="mt-5 text-center">
        <Link to="/forgot" className="text-accent underline underline-offset-2">
          {t('signIn.forgot')}
        </Link>
      </p>
    </FrontPage>
  )
}

/** The workspaces that one signs in to through an identity provider. */
function Elsewhere() {
  const options = useSignInOptions()
  if (options.length === 0) return null
  return (
    <>
      <p className="my-4 flex items-center gap-3 text-faint text-sm before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('signIn.or')}
      </p>
      <ul className="flex flex-col gap-2">
        {options.map(({ workspace_id, workspace_name, url }) => (
          <li key={workspace_id}>
            <a href={url} className={buttonClass('plain', 'lg', 'w-full')}>
              {t('signIn.ssoWith', { workspace: workspace_name })}
            </a>
          </li>
        ))}
      </ul>
    </>
  )
}
