import type { LinkProps } from '@tanstack/react-router'
import {
  Braces,
  Building,
  CircleUser,
  Clock,
  CodeXml,
  Coffee,
  LifeBuoy,
  type LucideIcon,
  Mail,
  Mailbox,
  MessageCircle,
  ShieldCheck,
  Store,
  Tags,
  Ticket,
  Timer,
  UserCog,
  Users,
  UsersRound,
  Zap,
} from 'lucide-react'
import type { PlainKey } from '../../text/t.ts'

export interface SettingsPlace {
  to: NonNullable<LinkProps['to']>
  label: PlainKey
  says: PlainKey
  icon: LucideIcon
  /** The permission of those who see it; everybody without. */
  permission?: string
}

export interface SettingsGroup {
  label: PlainKey
  places: SettingsPlace[]
}

const place = (
  to: SettingsPlace['to'],
  label: PlainKey,
  says: PlainKey,
  icon: LucideIcon,
  permission?: string,
): SettingsPlace => ({ to, label, says, icon, ...(permission !== undefined && { permission }) })

/** Every page of settings, in the order in which they are offered. */
export const SETTINGS: SettingsGroup[] = [
  {
    label: 'settings.groupYou',
    places: [place('/account', 'app.account', 'account.says', CircleUser)],
  },
  {
    label: 'settings.groupWorkspace',
    places: [
      place(
        '/settings/workspace',
        'settings.workspace',
        'settings.workspaceSays',
        Building,
        'manage_workspace',
      ),
      place('/settings/teammates', 'settings.teammates', 'settings.teammatesSays', Users),
      place('/settings/roles', 'settings.roles', 'settings.rolesSays', UserCog),
      place(
        '/settings/security',
        'settings.security',
        'settings.securitySays',
        ShieldCheck,
        'manage_ip_allowlist',
      ),
      place(
        '/settings/retention',
        'messengers.retention',
        'messengers.retentionSays',
        Timer,
        'manage_workspace',
      ),
      place('/settings/email', 'settings.mail', 'settings.mailSays', Mail, 'manage_workspace'),
      place('/developer/{-$tab}', 'app.developer', 'settings.developerSays', CodeXml, 'manage_developer'),
    ],
  },
  {
    label: 'settings.groupTeams',
    places: [
      place('/settings/teams', 'teams.teams', 'teams.teamsSays', UsersRound),
      place('/settings/office-hours', 'teams.hours', 'teams.hoursSays', Clock, 'read_write_office_hours'),
      place('/settings/away', 'teams.away', 'teams.awaySays', Coffee, 'manage_workspace'),
    ],
  },
  {
    label: 'settings.groupOrder',
    places: [
      place('/settings/tags', 'organising.tags', 'organising.tagsSays', Tags),
      place('/settings/macros', 'organising.macros', 'organising.macrosSays', Zap, 'manage_workspace'),
      place(
        '/settings/attributes/{-$of}',
        'organising.attributes',
        'organising.attributesSays',
        Braces,
        'write_data_attributes',
      ),
      place(
        '/settings/tickets/{-$tab}',
        'organising.ticketTypes',
        'organising.ticketTypesSays',
        Ticket,
        'manage_workspace',
      ),
    ],
  },
  {
    label: 'settings.groupReach',
    places: [
      place(
        '/settings/messenger',
        'messengers.messenger',
        'messengers.messengerSays',
        MessageCircle,
        'manage_workspace',
      ),
      place(
        '/settings/channels',
        'messengers.channels',
        'messengers.channelsSays',
        Mailbox,
        'manage_workspace',
      ),
      place(
        '/settings/help-center',
        'settings.helpCenter',
        'settings.helpCenterSays',
        LifeBuoy,
        'read_articles_scope',
      ),
      place('/settings/brands', 'messengers.brands', 'messengers.brandsSays', Store, 'manage_workspace'),
    ],
  },
]

/** The groups with what whoever has these permissions may see. */
export const settingsFor = (permissions: readonly string[]): SettingsGroup[] =>
  SETTINGS.map(({ label, places }) => ({
    label,
    places: places.filter(({ permission }) => permission === undefined || permissions.includes(permission)),
  })).filter(({ places }) => places.length > 0)
