import { teammates } from '@guichet/contract/operations/inbox/teammates.ts'
import { call } from '../../data/client.ts'
import { queryClient } from '../../data/query.ts'
import { removeSoon, useGone } from '../../data/removal.ts'
import { type Invitation, useResend } from '../../data/teammates.ts'
import { inWords } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { toast } from '../../ui/toast.tsx'
import { ROLE_NAMES } from './role-names.ts'

/** Those who were asked and have not come yet. */
export function InvitationList({ invitations }: { invitations: Invitation[] }) {
  const isGone = useGone()
  const resend = useResend()
  const shown = invitations.filter(({ id }) => !isGone(`invitation ${id}`))
  if (shown.length === 0) return null
  return (
    <section aria-labelledby="invitations" className="mt-6">
      <h2 id="invitations" className="font-semibold text-md">
        {t('settings.invitations')}
      </h2>
      <ul className="mt-2">
        {shown.map(({ id, email, role, has_inbox_seat, invited_by, expires_at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-3 gap-y-1 border-line border-b py-2">
            <span className="min-w-0 flex-1 basis-56">
              <span className="block truncate font-medium">{email}</span>
              <span className="block truncate text-faint text-sm">
                {t('settings.invitedAs', { role: t(ROLE_NAMES[role]), by: invited_by })} ·{' '}
                {t('settings.expires', { when: inWords(expires_at) })}
              </span>
            </span>
            <Button
              size="sm"
              aria-label={`${t('settings.resend')}: ${email}`}
              busy={resend.isPending && resend.variables.body.email === email}
              onClick={() =>
                resend.mutate(
                  { body: { email, role, has_inbox_seat } },
                  { onSuccess: () => toast({ title: t('settings.invited', { email }) }) },
                )
              }
            >
              {t('settings.resend')}
            </Button>
            <Button
              size="sm"
              look="quiet"
              aria-label={`${t('settings.withdraw')}: ${email}`}
              onClick={() => withdraw(id, email)}
            >
              {t('settings.withdraw')}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  )
}

const withdraw = (id: string, email: string) =>
  removeSoon({
    key: `invitation ${id}`,
    title: t('settings.withdrawn', { email }),
    failed: t('settings.failed'),
    run: async () => {
      await call(teammates.withdraw, { params: { id } })
      await queryClient.invalidateQueries({ queryKey: [teammates.invitations.path] })
    },
  })
