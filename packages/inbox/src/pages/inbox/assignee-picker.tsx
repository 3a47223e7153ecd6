import { ChevronDown, UserRound } from 'lucide-react'
import { useState } from 'react'
import { useActions } from '../../actions/actions.ts'
import { INBOX_KEYS } from '../../actions/inbox-keys.ts'
import { useAct } from '../../data/acts.ts'
import type { Conversation } from '../../data/conversations.ts'
import { useMe } from '../../data/me.ts'
import { useAdmins, useTeams } from '../../data/team.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { buttonClass } from '../../ui/button.tsx'
import type { Pick } from '../../ui/picker.tsx'
import { PickerOnDemand } from '../../ui/picker-on-demand.tsx'
import { toast } from '../../ui/toast.tsx'

/** Who has the conversation; press, type a few letters, Enter. */
export function AssigneePicker({ conversation }: { conversation: Conversation }) {
  const [isOpen, setOpen] = useState(false)
  const { mutate } = useAct(conversation.id)
  const picks = useTeammatePicks()
  const current = picks.find(({ id }) => id === String(conversation.admin_assignee_id))
  useActions([
    {
      ...{ id: 'inbox-assign', label: t(INBOX_KEYS.assign.label), keys: INBOX_KEYS.assign.keys },
      ...{ group: 'here', run: () => setOpen(true) },
    },
  ])
  return (
    <PickerOnDemand
      open={isOpen}
      onOpenChange={setOpen}
      picks={picks}
      chosen={[String(conversation.admin_assignee_id)]}
      searchLabel={t('inbox.findTeammate')}
      emptyLabel={t('inbox.noneFound')}
      onPick={pick => {
        mutate({ type: 'assign', to: { type: 'admin', id: pick.id } })
        toast({ title: t('inbox.assignedToast', { name: pick.label }) })
      }}
      trigger={
        <button
          type="button"
          aria-label={`${t('inbox.assignee')}: ${current?.label ?? t('inbox.unassigned')}`}
          aria-keyshortcuts={INBOX_KEYS.assign.keys}
          className={buttonClass('quiet', 'md', 'px-2!')}
        >
          {current?.icon ?? <UserRound size={16} aria-hidden="true" />}
          <span className="max-w-32 truncate @max-lg:hidden">{current?.label ?? t('inbox.unassigned')}</span>
          <ChevronDown size={13} aria-hidden="true" />
        </button>
      }
    />
  )
}

const NOBODY = '0'

/** Nobody, oneself, then the others. */
export function useTeammatePicks(): Pick[] {
  const me = useMe()
  const others = useAdmins().filter(
    ({ id, has_inbox_seat }) => id !== me.admin.id && has_inbox_seat !== false,
  )
  const pick = (id: string, label: string): Pick => ({ id, label, icon: <Avatar name={label} size="sm" /> })
  return [
    { ...pick(me.admin.id, me.admin.name), words: t('app.you') },
    ...others.map(({ id, name, email }) => ({ ...pick(id, name), words: email })),
    {
      id: NOBODY,
      label: t('inbox.unassigned'),
      icon: <UserRound size={16} aria-hidden="true" className="mx-0.5 text-faint" />,
    },
  ]
}

export function useTeamPicks(): Pick[] {
  return [
    ...useTeams().map(({ id, name }) => ({ id, label: name, icon: <Avatar name={name} size="sm" square /> })),
    { id: NOBODY, label: t('inbox.noTeam') },
  ]
}
