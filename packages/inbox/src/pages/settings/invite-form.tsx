import { useRef, useState } from 'react'
import { reasonOf } from '../../data/refusal.ts'
import { type Role, useInvite } from '../../data/teammates.ts'
import { Form } from '../../forms/form.tsx'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'
import { useRolesToGive } from './role-names.ts'

/** Asks somebody to come, by an address and a role; the next one can be typed at once. */
export function InviteForm() {
  const invite = useInvite()
  const choices = useRolesToGive()
  const [role, setRole] = useState<Role>('agent')
  const holder = useRef<HTMLDivElement>(null)
  const done = (email: string) => {
    holder.current?.querySelector('form')?.reset()
    holder.current?.querySelector('input')?.focus()
    toast({ title: t('settings.invited', { email }) })
  }
  return (
    <div ref={holder} className="rounded-lg border border-line bg-sunken p-4">
      <Form
        label={t('settings.invite')}
        names={['email']}
        error={invite.error ? reasonOf(invite.error) : undefined}
        onSubmit={({ email }) =>
          invite.mutate({ body: { email, role } }, { onSuccess: sent => done(sent.email) })
        }
      >
        <div className="flex flex-wrap items-end gap-3">
          <Field label={t('settings.inviteEmail')} className="min-w-56 flex-1">
            <Input name="email" type="email" autoComplete="off" placeholder="name@example.com" required />
          </Field>
          <Field label={t('settings.role')} className="w-36">
            <Select value={role} onChange={setRole} choices={choices} />
          </Field>
          <Button type="submit" look="primary" busy={invite.isPending}>
            {t('settings.invite')}
          </Button>
        </div>
        <p className="text-faint">{t('settings.inviteHint')}</p>
      </Form>
    </div>
  )
}
