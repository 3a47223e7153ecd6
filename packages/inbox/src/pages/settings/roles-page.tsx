import { Check, Minus } from 'lucide-react'
import { Fragment } from 'react'
import { useMe } from '../../data/me.ts'
import { type Role, useRoles } from '../../data/teammates.ts'
import { Loaded } from '../../parts/loaded.tsx'
import { Page } from '../../parts/page.tsx'
import { Wide } from '../../parts/tab-head.tsx'
import { type PlainKey, t } from '../../text/t.ts'
import { Badge } from '../../ui/badge.tsx'
import { cx } from '../../ui/cx.ts'
import { ROLE_NAMES } from './role-names.ts'

/** What people do, by the permission that it takes. */
const ACTS: { label: PlainKey; acts: { permission: string; label: PlainKey }[] }[] = [
  {
    label: 'settings.actsDaily',
    acts: [
      { permission: 'read_conversations', label: 'settings.actReadConversations' },
      { permission: 'write_notes', label: 'settings.actNotes' },
      { permission: 'write_conversations', label: 'settings.actConversations' },
      { permission: 'write_tickets', label: 'settings.actTickets' },
      { permission: 'read_users_and_companies', label: 'settings.actReadPeople' },
      { permission: 'read_write_users', label: 'settings.actPeople' },
      { permission: 'write_tags', label: 'settings.actTags' },
      { permission: 'export_message_data', label: 'settings.actExport' },
      { permission: 'delete_conversations_and_metrics', label: 'settings.actDelete' },
    ],
  },
  {
    label: 'settings.actsKnowledge',
    acts: [
      { permission: 'read_articles_scope', label: 'settings.actReadArticles' },
      { permission: 'read_write_articles_scope', label: 'settings.actArticles' },
      { permission: 'read_write_content_snippets', label: 'settings.actSnippets' },
      { permission: 'read_write_help_center_redirects_scope', label: 'settings.actRedirects' },
    ],
  },
  {
    label: 'settings.actsWorkspace',
    acts: [
      { permission: 'manage_workspace', label: 'settings.actWorkspace' },
      { permission: 'manage_teammates', label: 'settings.actTeammates' },
      { permission: 'write_teams', label: 'settings.actTeams' },
      { permission: 'read_write_office_hours', label: 'settings.actHours' },
      { permission: 'write_data_attributes', label: 'settings.actAttributes' },
      { permission: 'manage_ip_allowlist', label: 'settings.actAllowlist' },
      { permission: 'manage_secure_mode_secrets', label: 'settings.actIdentity' },
      { permission: 'manage_security', label: 'settings.actSecurity' },
      { permission: 'manage_owners', label: 'settings.actOwners' },
    ],
  },
  {
    label: 'settings.actsDeveloper',
    acts: [
      { permission: 'manage_developer', label: 'settings.actDeveloper' },
      { permission: 'manage_sandbox', label: 'settings.actSandbox' },
      { permission: 'read_admin_activity_logs', label: 'settings.actLogs' },
    ],
  },
]

const ROLE_SAYS: Record<Role, PlainKey> = {
  owner: 'settings.roleOwnerSays',
  admin: 'settings.roleAdminSays',
  agent: 'settings.roleAgentSays',
  light: 'settings.roleLightSays',
}

type RoleEntry = NonNullable<ReturnType<typeof useRoles>['data']>['data'][number]

/** What each role may do, as the server holds everybody to it. */
export function RolesPage() {
  const { role: own } = useMe()
  return (
    <Page title={t('settings.roles')} says={t('settings.rolesSays')}>
      <Loaded query={useRoles()}>
        {({ data }) => (
          <>
            <ul className="mb-6 grid gap-3 sm:grid-cols-2">
              {data.map(({ role }) => (
                <li key={role} className="rounded-lg border border-line p-3">
                  <p className="flex items-center gap-2 font-medium">
                    {t(ROLE_NAMES[role])}
                    {role === own && <Badge tone="accent">{t('settings.yours')}</Badge>}
                  </p>
                  <p className="mt-0.5 text-faint">{t(ROLE_SAYS[role])}</p>
                </li>
              ))}
            </ul>
            <Wide label={t('settings.matrix')}>
              <Matrix roles={data} />
            </Wide>
          </>
        )}
      </Loaded>
    </Page>
  )
}

const Matrix = ({ roles }: { roles: RoleEntry[] }) => (
  <table aria-label={t('settings.matrix')} className="w-full border-separate border-spacing-0 text-base">
    <thead>
      <tr>
        <th scope="col" className="h-9 border-line border-b px-3 text-start font-medium text-faint text-sm">
          {t('settings.may')}
        </th>
        {roles.map(({ role }) => (
          <th
            key={role}
            scope="col"
            className="h-9 border-line border-b px-3 font-medium text-faint text-sm whitespace-nowrap"
          >
            {t(ROLE_NAMES[role])}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {ACTS.map(({ label, acts }) => (
        <Fragment key={label}>
          <tr>
            <th
              scope="colgroup"
              colSpan={roles.length + 1}
              className="border-line border-b bg-sunken px-3 py-1.5 text-start font-semibold text-sm"
            >
              {t(label)}
            </th>
          </tr>
          {acts.map(act => (
            <tr key={act.permission}>
              <th scope="row" className="min-w-48 border-line border-b px-3 py-2 text-start font-normal">
                {t(act.label)}
              </th>
              {roles.map(({ role, permissions }) => (
                <td key={role} className="border-line border-b px-3 text-center">
                  <Mark may={permissions.includes(act.permission)} />
                </td>
              ))}
            </tr>
          ))}
        </Fragment>
      ))}
    </tbody>
  </table>
)

const Mark = ({ may }: { may: boolean }) => (
  <span className={cx('inline-flex', may ? 'text-accent' : 'text-faint')}>
    {may ? <Check size={16} aria-hidden="true" /> : <Minus size={14} aria-hidden="true" />}
    <span className="sr-only">{may ? t('settings.yes') : t('settings.no')}</span>
  </span>
)
