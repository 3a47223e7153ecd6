import { mail } from '@guichet/contract/operations/inbox/mail.ts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import {
  type MailboxView,
  removeMailbox,
  useCheckMailbox,
  useLookIntoMailbox,
  useRenewMailbox,
  useUpdateMailbox,
} from '../../data/mails.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useTeams } from '../../data/team.ts'
import { Form } from '../../forms/form.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { Copyable } from '../../parts/copyable.tsx'
import { fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { Button } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Textarea } from '../../ui/textarea.tsx'
import { toast } from '../../ui/toast.tsx'
import { EmailServer, type Security, serverIn } from './email-server.tsx'

/** One address: how it stands, and what is set for it. */
export function EmailMailbox({ mailbox }: { mailbox: MailboxView }) {
  return (
    <div className="flex flex-col gap-5">
      <Standing mailbox={mailbox} />
      <Settings mailbox={mailbox} />
    </div>
  )
}

function Standing({ mailbox }: { mailbox: MailboxView }) {
  const { id, address, verified, fault, intake, last_received_at, looked_at } = mailbox
  const [look, check, renew] = [useLookIntoMailbox(), useCheckMailbox(), useRenewMailbox()]
  const of = { params: { id } }
  return (
    <div className="flex flex-col gap-3">
      <div className="flex flex-wrap items-center gap-2">
        <Badge tone={verified ? 'accent' : 'warning'}>
          {t(verified ? 'mail.verified' : 'mail.unverified')}
        </Badge>
        {last_received_at !== null && (
          <span className="text-faint text-sm">
            {t('mail.lastReceived', { time: fullTime(last_received_at) })}
          </span>
        )}
        {last_received_at === null && looked_at !== null && (
          <span className="text-faint text-sm">{t('mail.lookedAt', { time: fullTime(looked_at) })}</span>
        )}
      </div>
      {!verified && <p className="text-faint text-sm">{t('mail.unverifiedSays')}</p>}
      {fault && (
        <p role="alert" className="rounded-md bg-danger-soft px-3 py-2 text-danger">
          {fault}
        </p>
      )}
      <div className="flex flex-wrap gap-2">
        {intake === 'imap' && (
          <Button busy={look.isPending} onClick={() => look.mutate(of)}>
            {t('mail.look')}
          </Button>
        )}
        {!verified && (
          <Button
            busy={check.isPending}
            onClick={() =>
              check.mutate(of, { onSuccess: () => toast({ title: t('mail.checkSent', { address }) }) })
            }
          >
            {t('mail.check')}
          </Button>
        )}
        {intake === 'http' && (
          <Button busy={renew.isPending} onClick={() => renew.mutate(of)}>
            {t('mail.renew')}
          </Button>
        )}
      </div>
      {renew.data?.post_url && (
        <div role="status" className="flex flex-col gap-2 rounded-md bg-warning-soft p-3 text-warning">
          <p>{t('mail.postOnce')}</p>
          <Copyable label={t('mail.postAddress')} text={renew.data.post_url} />
        </div>
      )}
    </div>
  )
}

const NO_TEAM = '0'

function Settings({ mailbox }: { mailbox: MailboxView }) {
  const { id, imap } = mailbox
  const update = useUpdateMailbox()
  const teams = useTeams()
  const client = useQueryClient()
  const [team, setTeam] = useState(mailbox.team_id ?? NO_TEAM)
  const [security, setSecurity] = useState<Security>(imap?.security ?? 'tls')
  const [isRemoving, setRemoving] = useState(false)
  return (
    <Form
      label={mailbox.address}
      names={['signature', 'plus', 'authserv', 'host', 'port', 'user', 'password', 'folder']}
      error={update.error ? reasonOf(update.error) : undefined}
      onSubmit={({ signature, plus, authserv, ...server }) =>
        update.mutate(
          {
            params: { id },
            body: {
              ...{ signature, plus_addressing: plus === 'on', authserv_id: authserv, team_id: team },
              ...(imap && { imap: serverIn(server, security) }),
            },
          },
          { onSuccess: () => toast({ title: t('settings.saved') }) },
        )
      }
    >
      {imap && <EmailServer security={security} onSecurity={setSecurity} known={imap} />}
      <Field label={t('mail.team')}>
        <Select
          value={team}
          onChange={setTeam}
          choices={[
            { value: NO_TEAM, label: t('mail.noTeam') },
            ...teams.map(each => ({ value: each.id, label: each.name })),
          ]}
        />
      </Field>
      <Field label={t('mail.signature')} hint={t('mail.signatureHint')}>
        <Textarea name="signature" rows={3} dir="auto" defaultValue={mailbox.signature} />
      </Field>
      <Checkbox
        name="plus"
        label={t('mail.plus')}
        hint={t('mail.plusHint')}
        defaultChecked={mailbox.plus_addressing}
      />
      <Field label={t('mail.authserv')} hint={t('mail.authservHint')}>
        <Input
          name="authserv"
          dir="ltr"
          placeholder="mx.example.com"
          defaultValue={mailbox.authserv_id ?? ''}
        />
      </Field>
      <div className="flex flex-wrap justify-between gap-2">
        <Button type="submit" look="primary" busy={update.isPending}>
          {t('app.save')}
        </Button>
        <Button look="quiet" onClick={() => setRemoving(true)}>
          {t('mail.remove')}
        </Button>
      </div>
      <Confirm
        open={isRemoving}
        title={t('mail.removeTitle', { address: mailbox.address })}
        says={t('mail.removeSays')}
        doLabel={t('mail.remove')}
        onClose={() => setRemoving(false)}
        onDo={() =>
          void removeMailbox(id)
            .catch((error: unknown) =>
              toast({ title: t('settings.failed'), says: reasonOf(error), failed: true }),
            )
            .finally(() => {
              setRemoving(false)
              void client.invalidateQueries({ queryKey: [mail.list.path] })
            })
        }
      />
    </Form>
  )
}
