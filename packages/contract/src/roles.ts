import { type Scope, scopes } from './scopes.ts'

/** What a teammate is in a workspace, from the most to the least. */
export const ROLES = ['owner', 'admin', 'agent', 'light'] as const

export type Role = (typeof ROLES)[number]

/** What a role is called until a workspace calls it something else. */
export const roleNames: Record<Role, string> = {
  owner: 'Owner',
  admin: 'Admin',
  agent: 'Agent',
  light: 'Light agent',
}

const permission = (name: string, label: string): Scope => ({ name, label })

/** What only teammates can be permitted, at our own pages: no token carries these. */
export const permissions: Scope[] = [
  permission('use_app', 'Use the pages, and manage oneself'),
  permission('write_notes', 'Write notes'),
  permission('manage_teammates', 'Invite and remove teammates, and change their roles'),
  permission('manage_owners', 'Make others owners, and end that'),
  permission('manage_security', 'Manage how teammates sign in'),
  permission('manage_workspace', 'Change the settings of the workspace'),
  permission('manage_developer', 'Manage apps, tokens and webhooks'),
]

/** Every name a policy may ask for. */
export const everyPermission: string[] = [...scopes, ...permissions].map(({ name }) => name)

const OWNERS_ONLY = ['manage_owners', 'manage_security']

/** What tells on colleagues, or of the workings: for those who set a workspace up. */
const OF_ADMINS = ['read_admin_activity_logs', 'read_api_activity_logs']

/** What the work of a day takes, beside reading. */
const DAILY = [
  ...['write_conversations', 'write_tickets', 'read_write_users', 'write_tags', 'write_events'],
  ...['write_subscriptions', 'read_write_articles_scope', 'write_content', 'read_write_content_snippets'],
  ...['write_custom_objects', 'write_phone_call_redirects', 'export_message_data', 'export_reporting_data'],
]

/** Reading, by the names that scopes of reading have; and notes. */
const ofLightAgents = [
  ...everyPermission.filter(name => /^read_(?!write_)/.test(name) && !OF_ADMINS.includes(name)),
  ...['use_app', 'write_notes'],
]
const ofAgents = [...ofLightAgents, ...DAILY]
const ofAdmins = everyPermission.filter(name => !OWNERS_ONLY.includes(name))

/** What each role permits: the one place that says so. */
export const permissionsOf: Record<Role, ReadonlySet<string>> = {
  owner: new Set(everyPermission),
  admin: new Set(ofAdmins),
  agent: new Set(ofAgents),
  light: new Set(ofLightAgents),
}
