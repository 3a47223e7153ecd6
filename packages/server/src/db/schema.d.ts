// Generated from the migrations by `npm run generate`: do not edit.
import type { ColumnType, Generated, GeneratedAlways } from 'kysely'

/** A jsonb column: values come out, JSON text goes in. */
export type Json = ColumnType<unknown, string, string>
export type JsonDefaulted = ColumnType<unknown, string | undefined, string>
export type JsonNullable = ColumnType<unknown, string | null | undefined, string | null>

export interface AccessTokens {
  hash: Buffer
  workspace_id: string
  id: Generated<number>
  app_id: number
  admin_id: number
  label: string | null
  scopes: Generated<string[]>
  created_at: number
  last_used_at: number | null
  expires_at: number | null
  revoked_at: number | null
}

export interface ActivityLogs {
  workspace_id: string
  id: Generated<string>
  activity_type: string
  activity_description: string | null
  performed_by: Json
  metadata: JsonDefaulted
  created_at: number
}

export interface Admins {
  workspace_id: string
  id: Generated<number>
  kind: Generated<'admin' | 'bot'>
  name: string
  email: string
  email_verified: Generated<boolean>
  password_hash: string | null
  job_title: string | null
  role_id: number | null
  avatar_url: string | null
  has_inbox_seat: Generated<boolean>
  away_mode_enabled: Generated<boolean>
  away_mode_reassign: Generated<boolean>
  away_status_reason_id: number | null
  last_active_at: number | null
  removed_at: number | null
  created_at: number
  updated_at: number
}

export interface Apps {
  workspace_id: string
  id: Generated<number>
  name: string
  kind: Generated<'private' | 'public'>
  api_version: string | null
  client_secret: Generated<string>
  rate_limit: number | null
  created_at: number
  updated_at: number
}

export interface AwayStatusReasons {
  workspace_id: string
  id: Generated<number>
  label: string
  emoji: string | null
  order: Generated<number>
  deleted: Generated<boolean>
  created_at: number
  updated_at: number
}

export interface Companies {
  workspace_id: string
  id: string
  company_id: string
  name: string | null
  plan_id: number | null
  size: number | null
  website: string | null
  industry: string | null
  monthly_spend: Generated<number>
  session_count: Generated<number>
  user_count: Generated<number>
  remote_created_at: number | null
  last_request_at: number | null
  custom_attributes: JsonDefaulted
  created_at: number
  updated_at: number
  archived_at: number | null
}

export interface ContactCompanies {
  workspace_id: string
  contact_id: string
  company_id: string
  created_at: number
  last_visited_at: number | null
}

export interface ContactMerges {
  workspace_id: string
  id: Generated<number>
  from_contact_id: string
  into_contact_id: string
  snapshot: JsonDefaulted
  merged_by: JsonNullable
  created_at: number
}

export interface ContactSubscriptions {
  workspace_id: string
  contact_id: string
  subscription_type_id: number
  consent_type: 'opt_in' | 'opt_out'
  created_at: number
}

export interface Contacts {
  workspace_id: string
  id: string
  role: 'visitor' | 'lead' | 'user'
  external_id: string | null
  email: string | null
  email_domain: GeneratedAlways<string | null>
  email_verified: Generated<boolean>
  phone: string | null
  formatted_phone: string | null
  name: string | null
  pseudonym: string | null
  avatar: string | null
  owner_id: number | null
  social_profiles: JsonDefaulted
  has_hard_bounced: Generated<boolean>
  marked_email_as_spam: Generated<boolean>
  unsubscribed_from_emails: Generated<boolean>
  created_at: number
  updated_at: number
  remote_created_at: number | null
  signed_up_at: number | null
  last_seen_at: number | null
  last_request_at: number | null
  last_replied_at: number | null
  last_contacted_at: number | null
  last_email_opened_at: number | null
  last_email_clicked_at: number | null
  language_override: string | null
  browser: string | null
  browser_version: string | null
  browser_language: string | null
  os: string | null
  location_country: string | null
  location_region: string | null
  location_city: string | null
  location_country_code: string | null
  location_continent_code: string | null
  android_app_name: string | null
  android_app_version: string | null
  android_device: string | null
  android_os_version: string | null
  android_sdk_version: string | null
  android_last_seen_at: number | null
  ios_app_name: string | null
  ios_app_version: string | null
  ios_device: string | null
  ios_os_version: string | null
  ios_sdk_version: string | null
  ios_last_seen_at: number | null
  custom_attributes: JsonDefaulted
  utm_campaign: string | null
  utm_content: string | null
  utm_medium: string | null
  utm_source: string | null
  utm_term: string | null
  referrer: string | null
  enabled_push_messaging: boolean | null
  do_not_track: Generated<boolean>
  session_count: Generated<number>
  active_company_id: string | null
  archived_at: number | null
  blocked_at: number | null
  merged_into: string | null
}

export interface ConversationContacts {
  workspace_id: string
  conversation_id: number
  contact_id: string
  created_at: number
}

export interface ConversationLinks {
  workspace_id: string
  conversation_id: number
  linked_id: number
  created_at: number
}

export interface ConversationParts {
  workspace_id: string
  conversation_id: number
  id: Generated<number>
  part_type: string
  body: string | null
  text: Generated<string>
  tokens: GeneratedAlways<string | null>
  created_at: number
  updated_at: number
  notified_at: number | null
  author_type: string
  author_id: string | null
  author_name: string | null
  author_email: string | null
  from_ai_agent: Generated<boolean>
  is_ai_answer: Generated<boolean>
  assigned_to_type: string | null
  assigned_to_id: string | null
  attachments: JsonDefaulted
  metadata: JsonDefaulted
  event_details: JsonNullable
  email_message_metadata: JsonNullable
  ticket_state: string | null
  previous_ticket_state: string | null
  updated_attribute_data: JsonNullable
  tags: JsonDefaulted
  state: string | null
  external_id: string | null
  app_package_code: string | null
  redacted: Generated<boolean>
  send_state: string | null
  send_info: string | null
  admin_seen: Generated<boolean>
}

export interface ConversationTeammates {
  workspace_id: string
  conversation_id: number
  admin_id: number
  created_at: number
}

export interface Conversations {
  workspace_id: string
  id: Generated<number>
  is_ticket: Generated<boolean>
  created_at: number
  updated_at: number
  state: Generated<'open' | 'closed' | 'snoozed'>
  open: GeneratedAlways<boolean | null>
  read: Generated<boolean>
  priority: Generated<'none' | 'low' | 'medium' | 'high' | 'urgent'>
  waiting_since: number | null
  snoozed_until: number | null
  title: string | null
  admin_assignee_id: number | null
  team_assignee_id: number | null
  company_id: string | null
  brand_id: string | null
  channel_initiated: string | null
  channel_current: string | null
  custom_attributes: JsonDefaulted
  topics: JsonDefaulted
  ai_topics: JsonNullable
  external_references: JsonNullable
  sla_applied: JsonNullable
  source_type: Generated<string>
  source_id: Generated<number>
  source_delivered_as: Generated<string>
  source_subject: Generated<string>
  source_body: string | null
  source_text: Generated<string>
  source_tokens: GeneratedAlways<string | null>
  source_url: string | null
  source_author_type: string | null
  source_author_id: string | null
  source_author_name: string | null
  source_author_email: string | null
  source_attachments: JsonDefaulted
  source_redacted: Generated<boolean>
  source_email: JsonNullable
  first_contact_reply_at: number | null
  first_contact_reply_type: string | null
  first_contact_reply_url: string | null
  first_assignment_at: number | null
  first_admin_reply_at: number | null
  first_close_at: number | null
  last_assignment_at: number | null
  last_assignment_admin_reply_at: number | null
  last_contact_reply_at: number | null
  last_admin_reply_at: number | null
  last_close_at: number | null
  last_closed_by_id: number | null
  time_to_assignment: number | null
  time_to_admin_reply: number | null
  time_to_first_close: number | null
  time_to_last_close: number | null
  median_time_to_reply: number | null
  handling_time: number | null
  adjusted_handling_time: number | null
  count_reopens: Generated<number>
  count_assignments: Generated<number>
  count_conversation_parts: Generated<number>
  assigned_team_first_response_time: JsonDefaulted
  assigned_team_first_response_time_in_office_hours: JsonDefaulted
  reply_times: JsonDefaulted
  team_assigned_at: number | null
  handling_since: number | null
  handling_paused_since: number | null
  handling_paused: Generated<number>
  rating: number | null
  rating_remark: string | null
  rating_requested_at: number | null
  rating_replied_at: number | null
  rating_updated_at: number | null
  rating_contact_id: string | null
  rating_admin_id: number | null
  ai_agent_participated: Generated<boolean>
  ai_agent: JsonNullable
  merged_into: number | null
  archived_at: number | null
}

export interface DataAttributes {
  workspace_id: string
  id: Generated<number>
  model: 'contact' | 'company' | 'conversation'
  name: string
  label: string | null
  description: string | null
  data_type: string
  options: JsonNullable
  settings: JsonDefaulted
  archived: Generated<boolean>
  api_writable: Generated<boolean>
  ui_writable: Generated<boolean>
  messenger_writable: Generated<boolean>
  admin_id: number | null
  created_at: number
  updated_at: number
}

export interface DeletedConversations {
  workspace_id: string
  id: number
  retain_metrics: Generated<boolean>
  metrics: JsonNullable
  deleted_at: number
}

export interface EventLog {
  workspace_id: string
  id: Generated<number>
  xid: Generated<string>
  topic: string
  object_type: string
  object_id: string
  actor: JsonNullable
  payload: JsonDefaulted
  created_at: number
}

export interface EventSummaries {
  workspace_id: string
  contact_id: string
  name: string
  count: Generated<number>
  first_at_ms: number
  last_at_ms: number
}

export interface EventTypes {
  workspace_id: string
  name: string
  description: string | null
  archived: Generated<boolean>
  created_at: number
}

export interface Events {
  workspace_id: string
  id: Generated<number>
  uuid: Generated<string>
  contact_id: string
  name: string
  created_at: number
  created_at_ms: number
  metadata: JsonDefaulted
}

export interface IdempotencyKeys {
  workspace_id: string
  app_id: number
  key: string
  request_hash: Buffer
  body: string | null
  created_at: number
}

export interface Jobs {
  workspace_id: string
  id: Generated<number>
  kind: string
  status: Generated<string>
  resource_type: string | null
  resource_id: string | null
  input: JsonNullable
  result: JsonNullable
  attempts: Generated<number>
  run_at: Generated<number>
  created_at: number
  updated_at: number
}

export interface MessageRecipients {
  workspace_id: string
  message_id: number
  contact_id: string
  conversation_id: number | null
  status: Generated<string>
  created_at: number
}

export interface Messages {
  workspace_id: string
  id: Generated<number>
  message_type: string
  admin_id: number | null
  subject: Generated<string>
  body: string
  template: string | null
  components: JsonNullable
  locale: string | null
  cc: JsonDefaulted
  bcc: JsonDefaulted
  created_at: number
}

export interface Notes {
  workspace_id: string
  id: Generated<number>
  contact_id: string | null
  company_id: string | null
  admin_id: number | null
  body: string
  created_at: number
}

export interface Plans {
  workspace_id: string
  id: Generated<number>
  name: string
  created_at: number
}

export interface Roles {
  workspace_id: string
  id: Generated<number>
  name: string
  created_at: number
  updated_at: number
}

export interface SchemaMigrations {
  name: string
  checksum: string
  applied_at: Generated<Date>
}

export interface Scrolls {
  workspace_id: string
  scroll_param: Generated<string>
  object_type: string
  position: JsonNullable
  expires_at: number
}

export interface Segments {
  workspace_id: string
  id: string
  name: string
  person_type: 'contact' | 'user' | 'company'
  rules: Json
  created_at: number
  updated_at: number
}

export interface SubscriptionTypes {
  workspace_id: string
  id: Generated<number>
  state: Generated<'live' | 'draft' | 'archived'>
  consent_type: 'opt_in' | 'opt_out'
  default_translation: Json
  translations: JsonDefaulted
  content_types: Generated<string[]>
  created_at: number
  updated_at: number
}

export interface Taggings {
  workspace_id: string
  object_type: string
  object_id: string
  tag_id: number
  applied_at: number
  applied_by: number | null
}

export interface Tags {
  workspace_id: string
  id: Generated<number>
  name: string
  created_by: number | null
  created_at: number
  updated_at: number
}

export interface TeamMembers {
  workspace_id: string
  team_id: number
  admin_id: number
  priority: Generated<'primary' | 'secondary'>
  created_at: number
}

export interface Teams {
  workspace_id: string
  id: Generated<number>
  name: string
  distribution_method: Generated<string>
  assignment_limit: number | null
  created_at: number
  updated_at: number
}

export interface TicketStates {
  workspace_id: string
  id: Generated<number>
  category: 'submitted' | 'in_progress' | 'waiting_on_customer' | 'resolved'
  internal_label: string
  external_label: string
  archived: Generated<boolean>
  created_at: number
  updated_at: number
}

export interface TicketTypeAttributes {
  workspace_id: string
  id: Generated<number>
  ticket_type_id: number
  name: string
  description: Generated<string>
  data_type: string
  input_options: JsonNullable
  order: Generated<number>
  required_to_create: Generated<boolean>
  required_to_create_for_contacts: Generated<boolean>
  visible_on_create: Generated<boolean>
  visible_to_contacts: Generated<boolean>
  default: Generated<boolean>
  archived: Generated<boolean>
  created_at: number
  updated_at: number
}

export interface TicketTypeStates {
  workspace_id: string
  ticket_type_id: number
  ticket_state_id: number
}

export interface TicketTypes {
  workspace_id: string
  id: Generated<number>
  category: Generated<'Customer' | 'Back-office' | 'Tracker'>
  name: string
  description: string | null
  icon: Generated<string>
  is_internal: Generated<boolean>
  archived: Generated<boolean>
  created_at: number
  updated_at: number
}

export interface Tickets {
  workspace_id: string
  id: number
  ticket_id: Generated<number>
  ticket_type_id: number
  ticket_state_id: number
  previous_ticket_state_id: number | null
  category: 'Customer' | 'Back-office' | 'Tracker'
  attributes: JsonDefaulted
  title: string | null
  description: string | null
  is_shared: Generated<boolean>
}

export interface Workspaces {
  id: string
  name: string
  timezone: Generated<string>
  region: Generated<string>
  secure: Generated<boolean>
  identity_verification: Generated<boolean>
  settings: JsonDefaulted
  created_at: number
  updated_at: number
}

export interface DB {
  access_tokens: AccessTokens
  activity_logs: ActivityLogs
  admins: Admins
  apps: Apps
  away_status_reasons: AwayStatusReasons
  companies: Companies
  contact_companies: ContactCompanies
  contact_merges: ContactMerges
  contact_subscriptions: ContactSubscriptions
  contacts: Contacts
  conversation_contacts: ConversationContacts
  conversation_links: ConversationLinks
  conversation_parts: ConversationParts
  conversation_teammates: ConversationTeammates
  conversations: Conversations
  data_attributes: DataAttributes
  deleted_conversations: DeletedConversations
  event_log: EventLog
  event_summaries: EventSummaries
  event_types: EventTypes
  events: Events
  idempotency_keys: IdempotencyKeys
  jobs: Jobs
  message_recipients: MessageRecipients
  messages: Messages
  notes: Notes
  plans: Plans
  roles: Roles
  schema_migrations: SchemaMigrations
  scrolls: Scrolls
  segments: Segments
  subscription_types: SubscriptionTypes
  taggings: Taggings
  tags: Tags
  team_members: TeamMembers
  teams: Teams
  ticket_states: TicketStates
  ticket_type_attributes: TicketTypeAttributes
  ticket_type_states: TicketTypeStates
  ticket_types: TicketTypes
  tickets: Tickets
  workspaces: Workspaces
}
