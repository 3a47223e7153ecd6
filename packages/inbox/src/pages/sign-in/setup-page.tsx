import { linkToken, useSetUp, useSetup } from '../../data/entry.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { PasswordInput } from '../../forms/password-input.tsx'
import { FrontPage } from '../../parts/front-page.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { LinkPage } from './link-page.tsx'

/** The first person of a server becomes the owner of its workspace, by the link that the first start printed. */
export function SetupPage() {
  const token = linkToken()
  const setup = useSetup(token)
  const setUp = useSetUp(token)
  return (
    <LinkPage title={t('signIn.setupTitle')} offer={setup}>
      {({ workspace_name, name, email }) => (
        <FrontPage title={t('signIn.setupTitle')} says={t('signIn.setupSays')}>
          <Form
            label={t('signIn.setupTitle')}
            names={['name', 'email', 'password', 'workspace_name']}
            onSubmit={values => setUp.mutate(values)}
            error={setUp.error ? reasonOf(setUp.error) : undefined}
          >
            <Field label={t('signIn.workspaceName')}>
              <Input
                name="workspace_name"
                defaultValue={workspace_name}
                autoComplete="organization"
                size="lg"
              />
            </Field>
            <Field label={t('signIn.yourName')}>
              <Input name="name" defaultValue={name} autoComplete="name" size="lg" required />
            </Field>
            <Field label={t('signIn.email')}>
              <Input
                name="email"
                type="email"
                defaultValue={email}
                autoComplete="username"
                size="lg"
                required
              />
            </Field>
            <Field label={t('signIn.newPassword')} hint={t('signIn.passwordWeak')}>
              <PasswordInput name="password" autoComplete="new-password" size="lg" />
            </Field>
            <Button type="submit" look="primary" size="lg" busy={setUp.isPending || setUp.isSuccess}>
              {t('signIn.setupSubmit')}
            </Button>
          </Form>
        </FrontPage>
      )}
    </LinkPage>
  )
}
