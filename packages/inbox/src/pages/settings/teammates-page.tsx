import { UserPlus } from 'lucide-react'
import { useMay, useMe } from '../../data/me.ts'
import { type Teammate, useInvitations, useTeammates, useUpdateTeammate } from '../../data/teammates.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { SavedCheckbox } from '../../parts/saved-choice.tsx'
import { Wide } from '../../parts/tab-head.tsx'
import { inWords } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Input } from '../../ui/input.tsx'
import { Select } from '../../ui/select.tsx'
import { Empty } from '../../ui/states.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { InvitationList } from './invitation-list.tsx'
import { InviteForm } from './invite-form.tsx'
import { RemoveTeammate } from './remove-teammate.tsx'
import { ROLE_NAMES, useRolesToGive } from './role-names.ts'

/** Who works here, in which role, and who is asked to. */
export function TeammatesPage() {
  const mayManage = useMay('manage_teammates')
  const teammates = useTeammates()
  const invitations = useInvitations(mayManage)
  return (
    <Page title={t('settings.teammates')} says={t('settings.teammatesSays')}>
      {mayManage && <InviteForm />}
      {invitations.data && invitations.data.data.length > 0 && (
        <InvitationList invitations={invitations.data.data} />
      )}
      <Loaded query={teammates}>
        {({ data }) =>
          data.length === 0 ? (
            <Empty icon={<UserPlus size={22} aria-hidden="true" />} title={t('settings.teammatesEmpty')} />
          ) : (
            <div className="mt-6">
              <p className="mb-2 text-faint" role="status">
                {t('settings.teammatesCount', { count: data.length })} ·{' '}
                {t('settings.seatsCount', { count: data.filter(each => each.has_inbox_seat).length })}
              </p>
              <List teammates={data} />
            </div>
          )
        }
      </Loaded>
    </Page>
  )
}

function List({ teammates }: { teammates: Teammate[] }) {
  const mayManage = useMay('manage_teammates')
  const { admin } = useMe()
  const update = useUpdateTeammate()
  const columns: Column<Teammate>[] = [
    {
      key: 'name',
      label: t('settings.name'),
      cell: each => (
        <span className="flex items-center gap-2.5 py-2">
          <Avatar name={each.name} image={each.avatar_url} />
          <span className="min-w-0 max-w-56">
            <span className="flex items-center gap-1.5">
              <bdi className="truncate font-medium">{each.name}</bdi>
              {each.id === admin.id && <Badge>{t('settings.youYourself')}</Badge>}
            </span>
            <span className="block truncate text-faint text-sm">{each.email}</span>
          </span>
        </span>
      ),
    },
    {
      key: 'role',
      label: t('settings.role'),
      className: 'w-40',
      cell: each => <RoleOf teammate={each} />,
    },
    {
      key: 'seat',
      label: t('settings.seat'),
      cell: each => (
        <SavedCheckbox
          label={`${t('settings.seat')}: ${each.name}`}
          labelHidden
          checked={each.has_inbox_seat}
          disabled={!mayManage}
          onSave={(checked, over) =>
            update.mutate({ params: { id: each.id }, body: { has_inbox_seat: checked } }, over)
          }
        />
      ),
    },
    {
      ...{ key: 'limit', label: t('settings.limit'), className: 'w-24' },
      cell: each => <LimitOf teammate={each} />,
    },
    {
      key: 'factor',
      label: t('settings.secondFactor'),
      cell: each => <FactorOf teammate={each} />,
    },
    {
      key: 'active',
      label: t('settings.lastActive'),
      cell: each => (each.last_active_at === null ? '—' : inWords(each.last_active_at)),
    },
    ...(mayManage
      ? [
          {
            ...{ key: 'remove', label: t('settings.remove'), labelHidden: true, className: 'w-12' },
            cell: (each: Teammate) =>
              each.id === admin.id ? null : <RemoveTeammate teammate={each} all={teammates} />,
          },
        ]
      : []),
  ]
  return (
    <Wide label={t('settings.teammates')}>
      <Table label={t('settings.teammates')} columns={columns} rows={teammates} keyOf={({ id }) => id} />
    </Wide>
  )
}

function RoleOf({ teammate: { id, name, role } }: { teammate: Teammate }) {
  const update = useUpdateTeammate()
  const mayManage = useMay('manage_teammates')
  const mayMakeOwners = useMay('manage_owners')
  const choices = useRolesToGive()
  const { admin } = useMe()
  if (role === null) return t('settings.noRole')
  // Nobody shuts themselves out by a slip of the hand: somebody else takes their role from them.
  if (!mayManage || id === admin.id || (role === 'owner' && !mayMakeOwners)) return t(ROLE_NAMES[role])
  return (
    <Select
      label={`${t('settings.role')}: ${name}`}
      value={role}
      choices={choices}
      onChange={chosen => update.mutate({ params: { id }, body: { role: chosen } })}
    />
  )
}

/** How many open conversations somebody may have; what their teams say where it is left empty. */
function LimitOf({ teammate: { id, name, assignment_limit: limit } }: { teammate: Teammate }) {
  const update = useUpdateTeammate()
  if (!useMay('manage_teammates')) return limit ?? '—'
  const save = (input: HTMLInputElement) => {
    const wanted = input.value === '' ? null : Number(input.value)
    if (wanted === limit || !input.checkValidity()) return
    update.mutate({ params: { id }, body: { assignment_limit: wanted } })
  }
  return (
    <Input
      key={limit}
      type="number"
      min={0}
      max={10_000}
      aria-label={`${t('settings.limit')}: ${name}`}
      title={t('settings.limitHint')}
      placeholder="—"
      defaultValue={limit ?? ''}
      onBlur={event => save(event.currentTarget)}
      onKeyDown={event => event.key === 'Enter' && save(event.currentTarget)}
    />
  )
}

const FactorOf = ({ teammate: { has_account, two_factor_enabled } }: { teammate: Teammate }) =>
  has_account ? (
    <Badge tone={two_factor_enabled ? 'accent' : 'neutral'}>
      {two_factor_enabled ? t('settings.on') : t('settings.off')}
    </Badge>
  ) : (
    <Badge tone="warning">{t('settings.noAccount')}</Badge>
  )
