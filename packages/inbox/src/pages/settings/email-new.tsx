import { useState } from 'react'
import { useCreateMailbox } from '../../data/mails.ts'
import { reasonOf } from '../../data/refusal.ts'
import { Form } from '../../forms/form.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { EmailServer, type Security, serverIn } from './email-server.tsx'

/** Adds an address: read from a mail server, or posted by one. */
export function EmailNew() {
  const create = useCreateMailbox()
  const [intake, setIntake] = useState<'imap' | 'http'>('imap')
  const [security, setSecurity] = useState<Security>('tls')
  return (
    <>
      <Form
        key={create.data?.id}
        label={t('mail.add')}
        names={['address', 'host', 'port', 'user', 'password', 'folder']}
        error={create.error ? reasonOf(create.error) : undefined}
        onSubmit={({ address, ...server }) =>
          create.mutate({
            body: { address, intake, ...(intake === 'imap' && { imap: serverIn(server, security) }) },
          })
        }
      >
        <Field label={t('mail.address')}>
          <Input name="address" type="email" dir="ltr" placeholder="support@example.com" required />
        </Field>
        <Field label={t('mail.intake')}>
          <Select
            value={intake}
            onChange={setIntake}
            choices={[
              { value: 'imap', label: t('mail.readFromServer') },
              { value: 'http', label: t('mail.posted') },
            ]}
          />
        </Field>
        {intake === 'imap' && <EmailServer security={security} onSecurity={setSecurity} />}
        <Button type="submit" look="primary" busy={create.isPending} className="self-start">
          {t('mail.add')}
        </Button>
      </Form>
      {create.data?.post_url && (
        <div role="status" className="mt-4 flex flex-col gap-2 rounded-md bg-warning-soft p-3 text-warning">
          <p>{t('mail.postOnce')}</p>
          <Copyable label={t('mail.postAddress')} text={create.data.post_url} />
        </div>
      )}
    </>
  )
}
