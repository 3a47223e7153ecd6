import { UsersRound } from 'lucide-react'
import { useState } from 'react'
import { useMay } from '../../data/me.ts'
import { useSchedules } from '../../data/office-hours.ts'
import { useAdmins } from '../../data/team.ts'
import { type TeamSettings, useCreateTeam, useTeamSettings } from '../../data/team-settings.ts'
import { AddLine } from '../../forms/add-line.tsx'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Button } from '../../ui/button.tsx'
import { Empty } from '../../ui/states.tsx'
import { METHODS, TeamDialog } from './team-dialog.tsx'
import { TeamLoad } from './team-load.tsx'

/** The teams that conversations go to. */
export function TeamsPage() {
  const mayWrite = useMay('write_teams')
  const teams = useTeamSettings()
  const create = useCreateTeam()
  const [openId, setOpenId] = useState<string>()
  const open = teams.data?.data.find(({ id }) => id === openId)
  return (
    <Page title={t('teams.teams')} says={t('teams.teamsSays')}>
      {mayWrite && (
        <AddLine
          label={t('teams.newTeam')}
          placeholder={t('teams.teamExample')}
          onAdd={async name => setOpenId((await create.mutateAsync({ body: { name } })).id)}
        />
      )}
      <Loaded query={teams}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty
              icon={<UsersRound size={22} aria-hidden="true" />}
              title={t('teams.teamsEmpty')}
              says={t('teams.teamsEmptySays')}
            />
          ) : (
            <ul aria-label={t('teams.teams')} className="mt-4">
              {data.map(team => (
                <Row key={team.id} team={team} onOpen={mayWrite ? () => setOpenId(team.id) : undefined} />
              ))}
            </ul>
          )
        }
      </Loaded>
      {open && <TeamDialog key={open.id} team={open} onClose={() => setOpenId(undefined)} />}
    </Page>
  )
}

const MOST_FACES = 5

function Row({ team, onOpen }: { team: TeamSettings; onOpen: (() => void) | undefined }) {
  const admins = useAdmins()
  const schedules = useSchedules().data?.data ?? []
  const members = admins.filter(({ id }) => team.admin_ids.includes(String(id)))
  const hours = schedules.find(({ id }) => id === team.office_hours_schedule_id)
  const says = [
    t(METHODS[team.distribution_method]),
    hours?.name,
    t('teams.openCount', { count: team.open_count }),
  ]
  const gives = team.distribution_method !== 'manual_assignment'
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 border-line border-b py-3">
      <span className="min-w-0 flex-1 basis-48">
        <bdi className="block truncate font-medium">{team.name}</bdi>
        <span className="block truncate text-faint">{says.filter(Boolean).join(' · ')}</span>
      </span>
      <span className="flex items-center">
        <span className="flex -space-x-1.5 rtl:space-x-reverse" aria-hidden="true">
          {(gives ? [] : members.slice(0, MOST_FACES)).map(({ id, name, avatar }) => (
            <Avatar key={id} name={name ?? ''} image={avatar} className="ring-2 ring-surface" />
          ))}
        </span>
        <span className="ms-2 text-faint">{t('teams.memberCount', { count: members.length })}</span>
      </span>
      {onOpen && (
        <Button size="sm" aria-label={`${t('settings.edit')}: ${team.name}`} onClick={onOpen}>
          {t('settings.edit')}
        </Button>
      )}
      {gives && members.length > 0 && <TeamLoad team={team} />}
    </li>
  )
}
