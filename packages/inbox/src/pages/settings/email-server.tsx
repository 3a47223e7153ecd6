import type { MailboxView } from '../../data/mails.ts'
import { t } from '../../text/t.ts'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'

export type Security = 'tls' | 'starttls' | 'none'

/** How a mail server is entered. */
export const EmailServer = ({
  security,
  onSecurity,
  known,
}: {
  security: Security
  onSecurity: (security: Security) => void
  known?: MailboxView['imap']
}) => (
  <>
    <div className="grid grid-cols-[1fr_5.5rem] gap-3">
      <Field label={t('mail.host')}>
        <Input name="host" dir="ltr" defaultValue={known?.host} placeholder="imap.example.com" required />
      </Field>
      <Field label={t('mail.port')}>
        <Input
          key={security}
          name="port"
          dir="ltr"
          inputMode="numeric"
          defaultValue={known?.port ?? (security === 'tls' ? 993 : 143)}
        />
      </Field>
    </div>
    <Field label={t('mail.security')}>
      <Select
        value={security}
        onChange={onSecurity}
        choices={[
          { value: 'tls', label: 'TLS' },
          { value: 'starttls', label: 'STARTTLS' },
          { value: 'none', label: t('mail.inClear') },
        ]}
      />
    </Field>
    <Field label={t('mail.user')}>
      <Input name="user" dir="ltr" autoComplete="off" defaultValue={known?.user} required />
    </Field>
    <Field label={t('mail.password')} hint={known?.has_password ? t('mail.passwordKept') : undefined}>
      <Input name="password" type="password" dir="ltr" autoComplete="new-password" />
    </Field>
    <Field label={t('mail.folder')}>
      <Input name="folder" dir="ltr" defaultValue={known?.folder ?? 'INBOX'} />
    </Field>
  </>
)

type Filled = Record<'host' | 'port' | 'user' | 'password' | 'folder', string>

/** What was filled in, as it is sent. */
export const serverIn = ({ host, port, user, password, folder }: Filled, security: Security) => ({
  ...{ host, user, security },
  ...(port !== '' && { port: Number(port) }),
  ...(password !== '' && { password }),
  ...(folder !== '' && { folder }),
})
