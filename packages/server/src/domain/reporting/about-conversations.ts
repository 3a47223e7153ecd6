import { sql } from 'kysely'
import type { Attribute, Prefix } from './dataset.ts'
import { column, companyName, ofContact, tagNames, teammateName, teamName, worded } from './values.sql.ts'

/** Spells an attribute out. */
export const attribute = (
  prefix: Prefix,
  id: string,
  name: string,
  value: Attribute['value'],
): Attribute => ({ id, prefix, name, value })

const CHANNELS = {
  messenger: 'Chat',
  email: 'Email',
  sms: 'SMS',
  whatsapp: 'WhatsApp',
  phone_call: 'Phone',
  phone_switch: 'Phone',
  facebook: 'Facebook',
  instagram: 'Instagram',
  twitter: 'Twitter',
}

const AUTHORS = { user: 'Customer', lead: 'Customer', contact: 'Customer', admin: 'Teammate', bot: 'Bot' }

/** What is known of the conversation a row is about, whatever the dataset. */
export const ofConversation: Attribute[] = [
  attribute('standard', 'conversation_id', 'Conversation ID', column('conversations.id')),
  attribute(
    'timestamp',
    'conversation_started_at',
    'Conversation started at',
    column('conversations.created_at'),
  ),
  attribute(
    'standard',
    'conversation_state',
    'Conversation state',
    worded(sql`conversations.state`, { open: 'Open', closed: 'Closed', snoozed: 'Snoozed' }),
  ),
  attribute(
    'standard',
    'channel',
    'Channel',
    worded(sql`coalesce(conversations.channel_current, conversations.channel_initiated)`, CHANNELS),
  ),
  attribute(
    'standard',
    'conversation_started_by',
    'Conversation started by',
    worded(sql`conversations.source_author_type`, AUTHORS),
  ),
  attribute('standard', 'conversation_priority', 'Conversation priority', column('conversations.priority')),
  attribute('standard', 'conversation_tag_ids', 'Conversation tags', tagNames),
  attribute(
    'team',
    'currently_assigned_team_id',
    'Team currently assigned',
    teamName('conversations.team_assignee_id'),
  ),
  attribute(
    'teammate',
    'currently_assigned_teammate_id',
    'Teammate currently assigned',
    teammateName('conversations.admin_assignee_id'),
  ),
  attribute('standard', 'user_id', 'User ID', ofContact(sql`contacts.id`)),
  attribute('standard', 'user_external_id', 'User external ID', ofContact(sql`contacts.external_id`)),
  attribute('standard', 'user_name', 'User name', ofContact(sql`contacts.name`)),
  attribute('standard', 'user_email', 'User email', ofContact(sql`contacts.email`)),
  attribute('standard', 'company_id', 'Company ID', column('conversations.company_id')),
  attribute('standard', 'company_name', 'Company name', companyName),
  attribute('standard', 'last_teammate_rating', 'Last conversation rating', column('conversations.rating')),
]
