import { UserMinus } from 'lucide-react'
import { useState } from 'react'
import { useTeams } from '../../data/team.ts'
import { type Teammate, useRemoveTeammate } from '../../data/teammates.ts'
import { t } from '../../text/t.ts'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Select } from '../../ui/select.tsx'
import { toast } from '../../ui/toast.tsx'

const NOBODY = ''

/** Ends that somebody is a teammate, once it is said who takes over: their sessions and tokens end with it. */
export function RemoveTeammate({ teammate, all }: { teammate: Teammate; all: Teammate[] }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <>
      <IconButton
        size="sm"
        label={`${t('settings.remove')}: ${teammate.name}`}
        icon={<UserMinus size={15} aria-hidden="true" />}
        onClick={() => setOpen(true)}
      />
      {isOpen && <RemoveDialog teammate={teammate} all={all} onClose={() => setOpen(false)} />}
    </>
  )
}

function RemoveDialog({
  teammate: { id, name },
  all,
  onClose,
}: {
  teammate: Teammate
  all: Teammate[]
  onClose: () => void
}) {
  const remove = useRemoveTeammate()
  const teams = useTeams()
  const [heir, setHeir] = useState(NOBODY)
  const choices = [
    { value: NOBODY, label: t('settings.nobody') },
    ...all.filter(each => each.id !== id).map(each => ({ value: each.id, label: each.name })),
    ...teams.map(each => ({ value: each.id, label: t('settings.theTeam', { name: each.name }) })),
  ]
  const run = () =>
    remove.mutate(
      { params: { id }, body: { reassign_to: heir === NOBODY ? null : heir } },
      {
        onSuccess: () => {
          onClose()
          toast({ title: t('settings.removed', { name }) })
        },
      },
    )
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.removeTitle', { name })}
      says={t('settings.removeSays')}
      closeLabel={t('app.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('app.cancel')}</Button>
          <Button look="danger" busy={remove.isPending} onClick={run}>
            {t('settings.remove')}
          </Button>
        </>
      }
    >
      <Field label={t('settings.takesOver')}>
        <Select value={heir} onChange={setHeir} choices={choices} />
      </Field>
    </Dialog>
  )
}
