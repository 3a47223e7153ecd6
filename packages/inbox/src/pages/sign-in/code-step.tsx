import { useSignInWithCode } from '../../data/entry.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'

/** The second half of signing in, after a right password. */
export function CodeStep({ challenge, onBack }: { challenge: string; onBack: () => void }) {
  const signIn = useSignInWithCode()
  return (
    <FrontPage title={t('signIn.codeTitle')} says={t('signIn.codeSays')}>
      <Form
        label={t('signIn.codeTitle')}
        names={['code']}
        onSubmit={({ code }) => signIn.mutate({ challenge, code })}
        error={signIn.error ? reasonOf(signIn.error) : undefined}
      >
        <Field label={t('signIn.code')}>
          <Input name="code" size="lg" autoComplete="one-time-code" inputMode="text" autoFocus required />
        </Field>
        <Button type="submit" look="primary" size="lg" busy={signIn.isPending || signIn.isSuccess}>
          {t('signIn.codeSubmit')}
        </Button>
        <Button look="quiet" onClick={onBack}>
          {t('signIn.back')}
        </Button>
      </Form>
    </FrontPage>
  )
}
