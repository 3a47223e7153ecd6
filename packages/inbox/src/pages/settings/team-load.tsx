import { useAdmins } from '../../data/team.ts'
import type { TeamSettings } from '../../data/team-settings.ts'
import { momentToCome } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'

type Load = TeamSettings['members'][number]

/** Who of a team has how much of what they may have, and what waits till somebody has room. */
export function TeamLoad({ team }: { team: TeamSettings }) {
  const most = Math.max(1, ...team.members.map(({ open_count }) => open_count))
  const says = [
    ...(team.waiting_count > 0 ? [t('teams.waitingCount', { count: team.waiting_count })] : []),
    ...(team.gives_at === null ? [] : [t('teams.givesAt', { time: momentToCome(team.gives_at) })]),
  ]
  return (
    <div className="basis-full pb-1">
      {says.length > 0 && <p className="mb-2 text-sm text-warning">{says.join(' · ')}</p>}
      <ul
        aria-label={t('teams.load', { team: team.name })}
        className="grid gap-x-6 gap-y-1.5 sm:grid-cols-2 lg:grid-cols-3"
      >
        {team.members.map(member => (
          <Line key={member.admin_id} member={member} scale={member.limit ?? most} />
        ))}
      </ul>
    </div>
  )
}

function Line({ member, scale }: { member: Load; scale: number }) {
  const admin = useAdmins().find(({ id }) => String(id) === member.admin_id)
  const name = admin?.name ?? ''
  const absence = absenceOf(member)
  const isFull = member.limit !== null && member.open_count >= member.limit
  return (
    <li className={cx('flex items-center gap-2 text-sm', absence !== undefined && 'text-faint')}>
      <Avatar name={name} image={admin?.avatar} size="sm" />
      <bdi className="min-w-0 flex-1 truncate">{name}</bdi>
      {absence ?? (
        <span aria-hidden="true" className="h-1.5 w-16 overflow-hidden rounded-full bg-sunken">
          <span
            className={cx('block h-full rounded-full', isFull ? 'bg-warning' : 'bg-accent')}
            style={{ width: `${Math.min(member.open_count / Math.max(scale, 1), 1) * 100}%` }}
          />
        </span>
      )}
      <span className={cx('min-w-12 text-end tabular-nums', isFull && 'text-warning')}>
        {member.limit === null
          ? member.open_count
          : t('teams.loadOf', { open: member.open_count, limit: member.limit })}
        {isFull && absence === undefined && <span className="sr-only"> {t('teams.full')}</span>}
      </span>
    </li>
  )
}

/** Why somebody is given nothing, whatever they have. */
function absenceOf({ away, has_inbox_seat }: Load): string | undefined {
  if (!has_inbox_seat) return t('teams.noSeat')
  return away ? t('teams.memberAway') : undefined
}
