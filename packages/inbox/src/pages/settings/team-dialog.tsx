import { useState } from 'react'
import { useSchedules } from '../../data/office-hours.ts'
import { reasonOf } from '../../data/refusal.ts'
import { useAdmins } from '../../data/team.ts'
import { type TeamSettings, useDeleteTeam, useUpdateTeam } from '../../data/team-settings.ts'
import { Form } from '../../forms/form.tsx'
import { Confirm } from '../../parts/confirm.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button, buttonClass } from '../../ui/button.tsx'
import { Checkbox } from '../../ui/checkbox.tsx'
import { cx } from '../../ui/cx.ts'
import { Dialog } from '../../ui/dialog.tsx'
import { Field } from '../../ui/field.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Switch } from '../../ui/switch.tsx'
import { toast } from '../../ui/toast.tsx'

type Method = TeamSettings['distribution_method']

/** How conversations find somebody of a team. */
export const METHODS: Record<Method, PlainKey> = {
  manual_assignment: 'teams.manual',
  round_robin: 'teams.roundRobin',
  load_balanced: 'teams.balanced',
}

const METHOD_HINTS: Record<Method, PlainKey> = {
  manual_assignment: 'teams.manualHint',
  round_robin: 'teams.roundRobinHint',
  load_balanced: 'teams.balancedHint',
}

const USUAL = ''

/** What a team is called, who is in it, and how it works. */
export function TeamDialog({ team, onClose }: { team: TeamSettings; onClose: () => void }) {
  const update = useUpdateTeam(team.id)
  const schedules = useSchedules().data?.data ?? []
  const [method, setMethod] = useState<Method>(team.distribution_method)
  const [hours, setHours] = useState(team.office_hours_schedule_id ?? USUAL)
  const [members, setMembers] = useState<readonly string[]>(team.admin_ids)
  const [backups, setBackups] = useState<readonly string[]>(
    team.members.filter(({ priority }) => priority === 'secondary').map(({ admin_id }) => admin_id),
  )
  const [hoursOnly, setHoursOnly] = useState(team.office_hours_only)
  const gives = method !== 'manual_assignment'
  const methods: Method[] = ['manual_assignment', 'round_robin', 'load_balanced']
  const save = ({ name, limit }: { name: string; limit: string }) =>
    update.mutate(
      {
        ...{ name, distribution_method: method },
        ...{ members, backups },
        assignment_limit: gives && limit !== '' ? Number(limit) : null,
        office_hours_only: gives && hoursOnly,
        office_hours_schedule_id: hours === USUAL ? null : hours,
      },
      {
        onSuccess: () => {
          toast({ title: t('settings.saved') })
          onClose()
        },
      },
    )
  return (
    <Dialog open onClose={onClose} title={team.name} closeLabel={t('app.close')}>
      <Form
        label={team.name}
        names={['name', 'limit']}
        error={update.error ? reasonOf(update.error) : undefined}
        onSubmit={save}
      >
        <Field label={t('settings.name')}>
          <Input name="name" defaultValue={team.name} dir="auto" maxLength={255} required />
        </Field>
        <Members chosen={members} onChoose={setMembers} {...(gives && { backups, onBackUp: setBackups })} />
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label={t('teams.method')} hint={t(METHOD_HINTS[method])}>
            <Select
              value={method}
              onChange={setMethod}
              choices={methods.map(value => ({ value, label: t(METHODS[value]) }))}
            />
          </Field>
          {gives ? (
            <Field label={t('teams.limit')} hint={t('teams.limitHint')}>
              <Input
                name="limit"
                type="number"
                min={1}
                max={10_000}
                defaultValue={team.assignment_limit ?? ''}
              />
            </Field>
          ) : null}
        </div>
        <Field label={t('teams.hours')}>
          <Select
            value={hours}
            onChange={setHours}
            choices={[
              { value: USUAL, label: t('teams.usualHours') },
              ...schedules.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
        </Field>
        {gives && (
          <Switch
            label={t('teams.hoursOnly')}
            hint={t('teams.hoursOnlyHint')}
            checked={hoursOnly}
            onChange={event => setHoursOnly(event.target.checked)}
          />
        )}
        <div className="flex items-center justify-between gap-2">
          <DeleteTeam team={team} onDeleted={onClose} />
          <Button type="submit" look="primary" busy={update.isPending}>
            {t('app.save')}
          </Button>
        </div>
      </Form>
    </Dialog>
  )
}

function Members({
  chosen,
  onChoose,
  backups = [],
  onBackUp,
}: {
  chosen: readonly string[]
  onChoose: (ids: readonly string[]) => void
  /** Those who get something when no other may; for a team that gives. */
  backups?: readonly string[]
  onBackUp?: (ids: readonly string[]) => void
}) {
  const admins = useAdmins()
  const without = (ids: readonly string[], id: string) => ids.filter(each => each !== id)
  return (
    <fieldset>
      <legend className="mb-1.5 font-medium">{t('teams.members')}</legend>
      <ul className="max-h-56 overflow-y-auto rounded-md border border-line">
        {admins
          .map(({ name, avatar, ...admin }) => ({ id: String(admin.id), name, avatar }))
          .map(({ id, name, avatar }) => (
            <li key={id} className="flex items-center hover:bg-hover">
              <Checkbox
                className="flex-1 px-2.5 py-1.5"
                checked={chosen.includes(id)}
                onChange={event => onChoose(event.target.checked ? [...chosen, id] : without(chosen, id))}
                label={
                  <span className="flex items-center gap-2">
                    <Avatar name={name ?? ''} image={avatar} size="sm" />
                    <bdi className="truncate">{name}</bdi>
                  </span>
                }
              />
              {onBackUp && chosen.includes(id) && (
                <button
                  type="button"
                  aria-pressed={backups.includes(id)}
                  aria-label={`${t('teams.backup')}: ${name}`}
                  title={t('teams.backupHint')}
                  onClick={() => onBackUp(backups.includes(id) ? without(backups, id) : [...backups, id])}
                  className={buttonClass(
                    'quiet',
                    'sm',
                    cx('me-1', backups.includes(id) && 'bg-pressed text-ink!'),
                  )}
                >
                  {t('teams.backup')}
                </button>
              )}
            </li>
          ))}
      </ul>
    </fieldset>
  )
}

/** It cannot be undone: what was open with the team is with no team then. */
function DeleteTeam({ team, onDeleted }: { team: TeamSettings; onDeleted: () => void }) {
  const [isAsking, setAsking] = useState(false)
  const remove = useDeleteTeam()
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {t('teams.deleteTeam')}
      </Button>
      <Confirm
        open={isAsking}
        title={t('teams.deleteTitle', { name: team.name })}
        says={t('teams.deleteSays', { count: team.open_count })}
        doLabel={t('settings.delete')}
        busy={remove.isPending}
        onClose={() => setAsking(false)}
        onDo={() =>
          remove.mutate(
            { params: { id: team.id } },
            {
              onSuccess: () => {
                toast({ title: t('teams.deleted', { name: team.name }) })
                onDeleted()
              },
            },
          )
        }
      />
    </>
  )
}
