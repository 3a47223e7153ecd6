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

export interface AccountWorkspaces {
  account_id: number
  workspace_id: string
  admin_id: number
  sso_subject: string | null
  entered_at: number | null
  created_at: number
}

export interface Accounts {
  id: Generated<number>
  email: string
  name: string
  password_hash: string | null
  password_changed_at: number | null
  totp_secret: string | null
  totp_confirmed_at: number | null
  totp_last_step: number | null
  created_at: number
  updated_at: number
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
  assignment_limit: number | null
}

export interface ApiRequests {
  workspace_id: string
  id: Generated<number>
  at_ms: number
  request_id: string
  method: string
  path: string
  status: number
  error_code: string | null
  duration_us: number
  version: string
  app_id: number
  client: string | null
}

export interface AppRegistrations {
  id: Generated<number>
  owner_workspace_id: string
  name: string
  client_id: Generated<string>
  client_secret: string | null
  next_client_secret: string | null
  unsealed_client_secret: string | null
  redirect_urls: Generated<string[]>
  scopes: Generated<string[]>
  api_version: string | null
  uninstall_url: string | null
  webhook_url: string | null
  webhook_topics: Generated<string[]>
  webhook_policy: Generated<'intercom' | 'durable'>
  webhook_ordered: Generated<boolean>
  webhook_concurrency: Generated<number>
  created_at: number
  updated_at: number
}

export interface Apps {
  workspace_id: string
  id: Generated<number>
  name: string
  kind: Generated<'private' | 'public'>
  rate_limit: number | null
  created_at: number
  updated_at: number
  registration_id: number
  uninstalled_at: number | null
}

export interface ArticleContents {
  workspace_id: string
  id: Generated<number>
  article_id: number
  locale: string
  state: 'published' | 'draft'
  version_id: number
  draft_version_id: number | null
  first_published_at: number | null
  ai_chatbot_availability: boolean
  ai_copilot_availability: boolean
  ai_sales_agent_availability: boolean
  created_by: number | null
  updated_by: number | null
  created_at: number
  updated_at: number
  valid_from: Generated<number>
}

export interface ArticleParents {
  workspace_id: string
  article_id: number
  collection_id: number
  position: number
  place: Generated<number>
  valid_from: Generated<number>
}

export interface ArticleVersions {
  workspace_id: string
  id: Generated<number>
  article_id: number
  locale: string
  title: string
  description: string
  body: string
  body_markdown: string
  author_id: number
  created_by: number | null
  created_via: string
  from_version_id: number | null
  created_at: number
  updated_at: number
  valid_from: Generated<number>
}

export interface Articles {
  workspace_id: string
  id: Generated<number>
  folder_id: number | null
  scheduled_publish_at: number | null
  scheduled_unpublish_at: number | null
  views: Generated<number>
  conversations: Generated<number>
  happy_reactions: Generated<number>
  neutral_reactions: Generated<number>
  sad_reactions: Generated<number>
  fin_involvements: Generated<number>
  fin_resolutions: Generated<number>
  created_at: number
  updated_at: number
  valid_from: Generated<number>
}

export interface AttachmentFetches {
  workspace_id: string
  id: Generated<number>
  conversation_id: number
  url: string
  attempts: Generated<number>
  due_at: Generated<number>
}

export interface Audiences {
  workspace_id: string
  id: Generated<number>
  name: string
  predicates: JsonDefaulted
  role_predicates: JsonDefaulted
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

export interface BannerDays {
  workspace_id: string
  banner_id: number
  day: string
  impressions: Generated<number>
  dismissals: Generated<number>
  clicks: Generated<number>
}

export interface BannerViews {
  workspace_id: string
  id: Generated<number>
  banner_id: number
  contact_id: string
  impressions: Generated<number>
  last_shown_at: number
  dismissed_at: number | null
  created_at: number
  clicked_at: number | null
  reaction: string | null
}

export interface Banners {
  workspace_id: string
  id: Generated<number>
  state: 'draft' | 'live' | 'stopped'
  title: string | null
  body: string | null
  style: Generated<string>
  position: Generated<string>
  show_dismiss_button: Generated<boolean>
  action: JsonNullable
  audience_id: number | null
  created_at: number
  updated_at: number
  started_at: number | null
  stopped_at: number | null
  aim: JsonNullable
}

export interface Brands {
  workspace_id: string
  id: Generated<string>
  name: string
  help_center_id: number | null
  default_address_settings_id: number | null
  created_at: number
  updated_at: number
}

export interface BulkJobs {
  workspace_id: string
  id: Generated<number>
  noun: 'contacts' | 'companies'
  created_at: number
  updated_at: number
}

export interface BulkTasks {
  workspace_id: string
  id: Generated<number>
  bulk_job_id: number
  action: 'create' | 'update' | 'delete'
  item_count: number
  items: JsonNullable
  failures: JsonDefaulted
  created_at: number
  started_at: number | null
  completed_at: number | null
}

export interface Calls {
  workspace_id: string
  id: Generated<number>
  conversation_id: number | null
  admin_id: number | null
  contact_id: string | null
  state: string
  call_type: Generated<string>
  direction: 'inbound' | 'outbound'
  ended_reason: string | null
  phone: string | null
  initiated_at: number | null
  answered_at: number | null
  ended_at: number | null
  hold_time: number | null
  recording: string | null
  transcript: JsonNullable
  transcript_status: string | null
  fin_call_id: number | null
  created_at: number
  updated_at: number
}

export interface ChannelConversations {
  workspace_id: string
  external_id: string
  conversation_id: number
  created_at: number
}

export interface ChannelEvents {
  workspace_id: string
  event_id: string
  external_conversation_id: string
  conversation_id: number
  external_contact_id: string
  contact_id: string
  created_at: number
}

export interface Collections {
  workspace_id: string
  id: Generated<number>
  help_center_id: number
  parent_id: number | null
  icon: Generated<string>
  position: number
  contents: Json
  created_at: number
  updated_at: number
  valid_from: Generated<number>
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
  valid_from: Generated<number>
}

export interface ContactCompanies {
  workspace_id: string
  contact_id: string
  company_id: string
  created_at: number
  last_visited_at: number | null
  valid_from: Generated<number>
}

export interface ContactMerges {
  workspace_id: string
  id: Generated<number>
  from_contact_id: string
  into_contact_id: string
  snapshot: JsonDefaulted
  merged_by: JsonNullable
  created_at: number
  valid_from: Generated<number>
}

export interface ContactSubscriptions {
  workspace_id: string
  contact_id: string
  subscription_type_id: number
  consent_type: 'opt_in' | 'opt_out'
  created_at: number
  valid_from: Generated<number>
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
  valid_from: Generated<number>
}

export interface ContentAudiences {
  workspace_id: string
  content_type: 'article_content' | 'internal_article' | 'content_snippet' | 'external_content' | 'content_import_source'
  content_id: number
  audience_id: number
  valid_from: Generated<number>
}

export interface ContentImportSources {
  workspace_id: string
  id: Generated<number>
  sync_behavior: 'api' | 'automatic' | 'manual'
  status: 'active' | 'deactivated'
  url: string
  last_synced_at: number
  created_at: number
  updated_at: number
}

export interface ContentSnippets {
  workspace_id: string
  id: Generated<number>
  locale: string
  title: string
  json_blocks: Json
  body_markdown: string
  ai_chatbot_availability: Generated<boolean>
  ai_copilot_availability: Generated<boolean>
  ai_sales_agent_availability: Generated<boolean>
  created_by: number | null
  updated_by: number | null
  created_at: number
  updated_at: number
}

export interface ContentStats {
  workspace_id: string
  id: Generated<number>
  content_type: string
  content_id: string
  content_title: string | null
  stat_type: string
  receipt_id: string
  question_id: Generated<string>
  contact_id: string
  company_id: string | null
  ruleset_id: string | null
  ruleset_version_id: string | null
  series_id: string | null
  series_title: string | null
  node_id: string | null
  tags: JsonDefaulted
  answers: JsonDefaulted
  created_at: number
}

export interface ContentWords {
  workspace_id: string
  content_type: 'article_content' | 'internal_article' | 'content_snippet' | 'external_content'
  content_id: number
  article_id: number | null
  language: string
  heading: string
  words: string
}

export interface ConversationContacts {
  workspace_id: string
  conversation_id: number
  contact_id: string
  created_at: number
  read_part_id: Generated<number>
  read_at: number | null
  valid_from: Generated<number>
}

export interface ConversationForms {
  workspace_id: string
  conversation_id: number
  part_id: number
  attributes: string[]
  answered_at: number | null
}

export interface ConversationLinks {
  workspace_id: string
  conversation_id: number
  linked_id: number
  created_at: number
  valid_from: Generated<number>
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
  written: JsonNullable
  valid_from: Generated<number>
}

export interface ConversationTeammates {
  workspace_id: string
  conversation_id: number
  admin_id: number
  created_at: number
  valid_from: Generated<number>
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
  valid_from: Generated<number>
}

export interface CrawlPages {
  workspace_id: string
  source_id: number
  key: string
  url: string
  depth: number
  state: Generated<'waiting' | 'fetched' | 'failed' | 'skipped' | 'gone'>
  reason: string | null
  attempts: Generated<number>
}

export interface CrawlSitemaps {
  workspace_id: string
  source_id: number
  key: string
  url: string
  state: Generated<'waiting' | 'read' | 'failed'>
  reason: string | null
  attempts: Generated<number>
}

export interface CsvImportChanges {
  workspace_id: string
  import_id: number
  object_type: 'contact' | 'company'
  object_id: string
  before: JsonNullable
  after: Json
  companies: Generated<string[]>
  tagged: Generated<boolean>
  kept_because: 'changed' | 'in_use' | 'refused' | null
  kept_details: string | null
}

export interface CsvImportRejects {
  workspace_id: string
  import_id: number
  row_number: number
  reason: string
  cells: Json
}

export interface CsvImportTrials {
  workspace_id: string
  import_id: number
  object_id: string
  is_new: boolean
  external_id: string | null
  email: string | null
  place: number
}

export interface CsvImports {
  workspace_id: string
  id: Generated<number>
  model: 'contact' | 'company'
  name: string
  file_key: string
  size: number
  encoding: string
  delimiter: string
  columns: Json
  mapping: JsonDefaulted
  role: Generated<'user' | 'lead'>
  tag: string | null
  status: Generated<'uploaded' | 'checking' | 'checked' | 'running' | 'done' | 'cancelled' | 'failed' | 'undoing' | 'undone'>
  row_count: number
  position: Generated<number>
  created: Generated<number>
  updated: Generated<number>
  rejected: Generated<number>
  fault: string | null
  admin_id: number
  origin: Generated<string>
  leased_until: Generated<number>
  created_at: number
  updated_at: number
  tag_id: number | null
  made_attributes: Generated<string[]>
  finished_at: number | null
  changes: Generated<number>
  undone: Generated<number>
  kept: Generated<number>
}

export interface CustomObjectInstances {
  workspace_id: string
  id: Generated<number>
  custom_object_type_id: number
  external_id: string | null
  external_created_at: number | null
  external_updated_at: number | null
  custom_attributes: JsonDefaulted
  created_at: number
  updated_at: number
  valid_from: Generated<number>
}

export interface CustomObjectTypes {
  workspace_id: string
  id: Generated<number>
  identifier: string
  name: string
  attributes: JsonDefaulted
  created_at: number
  updated_at: number
  valid_from: Generated<number>
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
  valid_from: Generated<number>
}

export interface DataConnectorExecutions {
  workspace_id: string
  id: Generated<number>
  data_connector_id: number
  success: boolean
  http_status: number | null
  http_method: 'get' | 'post' | 'put' | 'delete' | 'patch'
  error_type: string | null
  error_message: string | null
  execution_time_ms: number | null
  attempts: Generated<number>
  source_type: string | null
  source_id: string | null
  conversation_id: number | null
  request_url: string | null
  request_body: string | null
  response_body: string | null
  raw_response_body: string | null
  created_at: number
}

export interface DataConnectorTokens {
  workspace_id: string
  id: Generated<number>
  name: string
  header_name: string
  sealed: string
  created_at: number
}

export interface DataConnectorUses {
  workspace_id: string
  data_connector_id: number
  user_type: string
  user_id: string
}

export interface DataConnectors {
  workspace_id: string
  id: Generated<number>
  name: string
  description: string | null
  state: Generated<'draft' | 'live'>
  http_method: Generated<'get' | 'post' | 'put' | 'delete' | 'patch'>
  url: string | null
  body: string | null
  headers: JsonDefaulted
  audiences: Generated<string[]>
  direct_fin_usage: Generated<boolean>
  data_inputs: JsonDefaulted
  response_fields: JsonDefaulted
  object_mappings: JsonDefaulted
  mock_response: JsonNullable
  token_ids: JsonDefaulted
  customer_authentication: Generated<boolean>
  bypass_authentication: Generated<boolean>
  validate_missing_attributes: Generated<boolean>
  created_by_admin_id: number | null
  updated_by_admin_id: number | null
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

export interface DistributionDue {
  workspace_id: string
  id: Generated<number>
  due_at: number
}

export interface EcommerceConnectors {
  workspace_id: string
  id: Generated<number>
  name: string
  created_at: number
  updated_at: number
}

export interface EcommerceImportParts {
  workspace_id: string
  ecommerce_import_id: number
  part_number: number
  products: Buffer
}

export interface EcommerceImports {
  workspace_id: string
  id: Generated<number>
  ecommerce_connector_id: number
  state: 'uploading' | 'processing' | 'completed' | 'failed'
  product_count: number | null
  failures: JsonDefaulted
  created_at: number
  updated_at: number
}

export interface EcommerceProducts {
  workspace_id: string
  ecommerce_connector_id: number
  id: string
  title: string
  url: string
  product: Json
  ecommerce_import_id: number
  created_at: number
  updated_at: number
}

export interface EmailSettings {
  workspace_id: string
  id: Generated<number>
  email: string
  verified: Generated<boolean>
  brand_id: string | null
  forwarding_enabled: Generated<boolean>
  forwarded_email_last_received_at: number | null
  created_at: number
  updated_at: number
}

export interface EventInbox {
  workspace_id: string
  id: Generated<number>
  topic: string
  object_type: string
  object_id: string
  actor: JsonNullable
  payload: JsonDefaulted
  created_at: number
}

export interface EventLog {
  workspace_id: string
  id: number
  topic: string
  object_type: string
  object_id: string
  actor: JsonNullable
  payload: JsonDefaulted
  created_at: number
  sequence: number
}

export interface EventStreams {
  workspace_id: string
  last_sequence: Generated<number>
  trimmed_to: Generated<number>
  kept_days: number | null
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

export interface Exports {
  workspace_id: string
  id: string
  kind: 'content' | 'reporting'
  request: Json
  job_id: number
  has_rows: boolean | null
  ready_at: number | null
  canceled_at: number | null
  created_at: number
}

export interface ExternalPages {
  workspace_id: string
  id: Generated<number>
  source_id: number
  external_id: string
  locale: Generated<string>
  title: string
  html: string
  url: string
  ai_chatbot_availability: Generated<boolean>
  ai_copilot_availability: Generated<boolean>
  ai_sales_agent_availability: Generated<boolean>
  created_by: number | null
  updated_by: number | null
  last_ingested_at: number
  created_at: number
  updated_at: number
}

export interface FileRemovals {
  workspace_id: string
  key: string
}

export interface FinCallbacks {
  workspace_id: string
  app_id: number
  url: string
  secret: string
  created_at: number
  updated_at: number
}

export interface FinEvents {
  workspace_id: string
  session_id: number
  id: Generated<number>
  body: string
  created_at_ms: number
  delivery: 'none' | 'pending' | 'done' | 'failed'
  attempts: Generated<number>
  due_at: Generated<number>
}

export interface FinMessages {
  workspace_id: string
  session_id: number
  digest: string
  received_at: number
}

export interface FinSessions {
  workspace_id: string
  id: Generated<number>
  app_id: number
  external_id: string
  external_user_id: string
  contact_id: string
  conversation_id: number
  kind: 'conversation' | 'question' | 'procedure'
  status: Generated<'thinking' | 'replying' | 'awaiting_user_reply' | 'resolved' | 'escalated' | 'complete'>
  follow_up: Generated<boolean>
  email_style: Generated<boolean>
  survey: Generated<'none' | 'open' | 'requested'>
  survey_requested_at: number | null
  rating: 'terrible' | 'bad' | 'ok' | 'good' | 'amazing' | null
  remark: string | null
  created_at: number
  updated_at: number
}

export interface FinSettings {
  workspace_id: string
  stream_secret: Generated<string>
  asks_for_rating: Generated<boolean>
  people_answer_procedures: Generated<boolean>
}

export interface FinVoiceCalls {
  workspace_id: string
  id: Generated<number>
  app_id: number
  user_phone_number: string
  external_call_id: string
  source: Generated<'five9' | 'zoom_phone' | 'aws_connect'>
  status: Generated<string>
  call_id: number | null
  data: JsonNullable
  call_summary: string | null
  intent: JsonDefaulted
  created_at: number
  updated_at: number
}

export interface Folders {
  workspace_id: string
  id: Generated<number>
  parent_folder_id: number | null
  name: string
  description: string | null
  emoji: string | null
  created_at: number
  updated_at: number
}

export interface HelpCenterRedirects {
  workspace_id: string
  id: Generated<number>
  help_center_id: number
  path: string
  locale: string
  article_id: number | null
  collection_id: number | null
  created_at: number
  updated_at: number
}

export interface HelpCenters {
  workspace_id: string
  id: Generated<number>
  identifier: string
  display_name: string
  website_turned_on: Generated<boolean>
  custom_domain: string | null
  is_default: Generated<boolean>
  default_locale: Generated<string>
  locales: Generated<string[]>
  created_at: number
  updated_at: number
  accent_color: Generated<string>
  headline: JsonDefaulted
  logo_url: string | null
  links: JsonDefaulted
  contact_form: Generated<boolean>
  contact_ticket_type_id: number | null
  shows_news: Generated<boolean>
  valid_from: Generated<number>
}

export interface HelpSearches {
  workspace_id: string
  day: string
  locale: string
  phrase: string
  searches: Generated<number>
  unanswered: Generated<number>
  last_at: number
}

export interface IdempotencyKeys {
  workspace_id: string
  app_id: number
  key: string
  request_hash: Buffer
  body: string | null
  created_at: number
}

export interface IdentitySecrets {
  workspace_id: string
  id: Generated<number>
  name: string
  sealed: string
  supports_android: Generated<boolean>
  supports_ios: Generated<boolean>
  supports_web: Generated<boolean>
  deleted_at: number | null
  created_at: number
}

export interface InboxViews {
  workspace_id: string
  id: Generated<number>
  admin_id: number
  is_shared: boolean
  name: string
  rules: Json
  sort: string
  created_at: number
  updated_at: number
}

export interface IncomingMails {
  workspace_id: string
  id: Generated<number>
  mailbox_id: number
  uid_validity: string | null
  uid: number | null
  raw_key: string | null
  size: number
  status: Generated<'received' | 'accepted' | 'rejected' | 'duplicate' | 'held' | 'failed'>
  reason: string | null
  sender: string | null
  subject: string | null
  conversation_id: number | null
  part_id: number | null
  attempts: Generated<number>
  next_attempt_at: Generated<number>
  received_at: number
  settled_at: number | null
  fingerprint: string | null
}

export interface InternalArticleVersions {
  workspace_id: string
  id: Generated<number>
  internal_article_id: number
  title: string
  body: string
  body_markdown: string
  created_by: number | null
  created_via: string
  created_at: number
  updated_at: number
}

export interface InternalArticles {
  workspace_id: string
  id: Generated<number>
  folder_id: number | null
  locale: Generated<string>
  title: string
  body: string
  body_markdown: string
  author_id: number
  owner_id: number
  ai_chatbot_availability: Generated<boolean>
  ai_copilot_availability: Generated<boolean>
  ai_sales_agent_availability: Generated<boolean>
  created_by: number | null
  updated_by: number | null
  created_at: number
  updated_at: number
  version_id: number | null
}

export interface Invitations {
  workspace_id: string
  id: Generated<number>
  email: string
  role: 'owner' | 'admin' | 'agent' | 'light'
  has_inbox_seat: Generated<boolean>
  invited_by: number
  created_at: number
  expires_at: number
  accepted_at: number | null
}

export interface IpAllowlists {
  workspace_id: string
  enabled: Generated<boolean>
  entries: Generated<string[]>
  updated_at: number
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

export interface Macros {
  workspace_id: string
  id: Generated<number>
  name: string
  body: string | null
  visible_to_team_ids: JsonNullable
  available_on: Generated<string[]>
  created_at: number
  updated_at: number
}

export interface MailDeliveries {
  workspace_id: string
  conversation_id: number
  outgoing_id: number
  address: string
  contact_id: string | null
  status: Generated<'pending' | 'kept' | 'sent' | 'failed' | 'bounced'>
  error: string | null
  updated_at: number
}

export interface MailDue {
  workspace_id: string
  conversation_id: number
  first_part_id: number
  planned_at: number
  due_at: number
}

export interface MailKeys {
  workspace_id: string
  sealed_key: string
}

export interface MailMessages {
  workspace_id: string
  id: Generated<number>
  message_id: string
  direction: 'in' | 'out'
  conversation_id: number
  fingerprint: string | null
  part_id: number | null
  automatic: Generated<boolean>
  headers: JsonDefaulted
  quoted: string | null
  raw_key: string | null
  outgoing_id: number | null
  created_at: number
  side_conversation_id: number | null
  pictures: JsonDefaulted
}

export interface MailParts {
  workspace_id: string
  conversation_id: number
  part_id: number
  outgoing_id: number
}

export interface Mailboxes {
  workspace_id: string
  id: Generated<number>
  email_setting_id: number
  team_id: number | null
  signature: Generated<string>
  plus_addressing: Generated<boolean>
  intake: 'imap' | 'http'
  imap: JsonNullable
  sealed_password: string | null
  secret_hash: Buffer | null
  authserv_id: string | null
  check_key: string | null
  uid_validity: string | null
  last_uid: Generated<number>
  started_at: number
  stuck_uid: number | null
  stuck_times: Generated<number>
  next_look_at: Generated<number>
  looked_at: number | null
  fault: string | null
  created_at: number
  updated_at: number
}

export interface Mentions {
  workspace_id: string
  admin_id: number
  conversation_id: number
  part_id: number
  created_at: number
  seen_at: number | null
}

export interface MessageRecipients {
  workspace_id: string
  message_id: number
  contact_id: string
  conversation_id: number | null
  status: Generated<'pending' | 'kept' | 'sent' | 'delivered' | 'read' | 'failed'>
  created_at: number
  error: string | null
  updated_at: number | null
  awaits_reply: Generated<boolean>
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
  mail_key: string | null
}

export interface MessengerSessions {
  hash: Buffer
  workspace_id: string
  id: Generated<number>
  contact_id: string
  verified: Generated<boolean>
  platform: 'web' | 'ios' | 'android' | 'help'
  created_at: number
  last_seen_at: number
  expires_at: number
  ended_at: number | null
}

export interface NewsItems {
  workspace_id: string
  id: Generated<number>
  title: string
  body: string
  sender_id: number
  state: 'draft' | 'live'
  labels: Generated<string[]>
  cover_image_url: string | null
  reactions: JsonDefaulted
  deliver_silently: Generated<boolean>
  created_at: number
  updated_at: number
  audience_id: number | null
  scheduled_at: number | null
  aim: JsonNullable
}

export interface NewsViews {
  workspace_id: string
  news_item_id: number
  contact_id: string
  seen_at: number
  reaction: string | null
  reacted_at: number | null
}

export interface NewsfeedAssignments {
  workspace_id: string
  newsfeed_id: number
  news_item_id: number
  published_at: number
}

export interface Newsfeeds {
  workspace_id: string
  id: Generated<number>
  name: string
  created_at: number
  updated_at: number
}

export interface Notes {
  workspace_id: string
  id: Generated<number>
  contact_id: string | null
  company_id: string | null
  admin_id: number | null
  body: string
  created_at: number
  valid_from: Generated<number>
}

export interface OauthCodes {
  hash: Buffer
  registration_id: number
  workspace_id: string
  admin_id: number
  expires_at: number
  used_at: number | null
  token_id: number | null
}

export interface OfficeHoursExceptions {
  workspace_id: string
  id: Generated<number>
  office_hours_schedule_id: number
  exception_date: string
  exception_type: 'closed' | 'custom_hours'
  name: string | null
  time_intervals: JsonNullable
  recurring_annually: Generated<boolean>
  created_at: number
  updated_at: number
}

export interface OfficeHoursSchedules {
  workspace_id: string
  id: Generated<number>
  name: string
  time_zone_name: string
  time_intervals: JsonDefaulted
  created_at: number
  updated_at: number
}

export interface OneTimeTokens {
  hash: Buffer
  kind: 'setup' | 'invitation' | 'password_reset' | 'two_factor' | 'sso' | 'help_sign_in'
  account_id: number | null
  workspace_id: string | null
  data: JsonDefaulted
  attempts: Generated<number>
  created_at: number
  expires_at: number
  used_at: number | null
}

export interface OutgoingMessages {
  workspace_id: string
  id: Generated<number>
  channel: 'email' | 'sms' | 'whatsapp'
  kind: string
  message_id: number | null
  sender: JsonDefaulted
  recipients: Json
  remaining: JsonNullable
  subject: Generated<string>
  html: string | null
  plain: string | null
  headers: JsonDefaulted
  template: JsonNullable
  key: string
  confidential: Generated<boolean>
  status: Generated<'pending' | 'sent' | 'kept' | 'failed'>
  attempts: Generated<number>
  next_attempt_at: Generated<number>
  error: string | null
  carrier_id: string | null
  created_at: number
  settled_at: number | null
  enclosed: JsonNullable
}

export interface PartTranslations {
  workspace_id: string
  conversation_id: number
  part_id: number
  locale: string
  source_locale: string
  body: string | null
  created_at: number
}

export interface PhoneCallRedirects {
  workspace_id: string
  id: Generated<string>
  phone: string
  contact_id: string | null
  sms_status: Generated<'pending' | 'sent' | 'failed'>
  created_at: number
}

export interface Plans {
  workspace_id: string
  id: Generated<number>
  name: string
  created_at: number
  valid_from: Generated<number>
}

export interface ProcedureQuestions {
  workspace_id: string
  run_id: number
  step_id: string
  conversation_id: number
  expires_at: number
  answered_at: number | null
  answered_by: number | null
  created_at: number
}

export interface ProcedureRuns {
  workspace_id: string
  id: Generated<number>
  procedure_id: number
  conversation_id: number
  state: Generated<'running' | 'awaiting_user' | 'awaiting_teammate' | 'finished'>
  position: Generated<number>
  steps: Json
  collected: JsonDefaulted
  created_at: number
  updated_at: number
}

export interface Procedures {
  workspace_id: string
  id: Generated<number>
  name: string
  description: Generated<string>
  live: Generated<boolean>
  api_trigger: Generated<boolean>
  audience_ids: Generated<number[]>
  steps: Json
  created_at: number
  updated_at: number
}

export interface RecoveryCodes {
  account_id: number
  hash: Buffer
  used_at: number | null
}

export interface Roles {
  workspace_id: string
  id: Generated<number>
  name: string
  created_at: number
  updated_at: number
  kind: 'owner' | 'admin' | 'agent' | 'light' | null
}

export interface SandboxFaults {
  workspace_id: string
  id: Generated<number>
  kind: 'rate_limit' | 'latency' | 'error' | 'search_lag' | 'webhook_duplicate' | 'webhook_reorder'
  method: string | null
  route: string | null
  probability: Generated<number>
  count: number | null
  until: number | null
  seed: Generated<number>
  settings: JsonDefaulted
  seen: Generated<number>
  struck: Generated<number>
  created_at: number
}

export interface SandboxSeedRows {
  workspace_id: string
  table_name: string
  position: number
  row: Json
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
  valid_from: Generated<number>
}

export interface Sessions {
  hash: Buffer
  id: Generated<number>
  account_id: number
  workspace_id: string
  admin_id: number
  method: 'password' | 'sso' | 'invitation' | 'setup'
  second_factor: Generated<boolean>
  ip: string | null
  user_agent: string | null
  created_at: number
  last_seen_at: number
  expires_at: number
  ended_at: number | null
}

export interface SideConversationParticipants {
  workspace_id: string
  side_conversation_id: number
  email: string
  name: string | null
  admin_id: number | null
  fault: string | null
}

export interface SideConversationParts {
  workspace_id: string
  side_conversation_id: number
  id: Generated<number>
  body: string
  author_type: string
  author_id: string | null
  author_name: string | null
  author_email: string | null
  created_at: number
  attachments: JsonDefaulted
}

export interface SideConversations {
  workspace_id: string
  id: Generated<number>
  conversation_id: number
  subject: Generated<string>
  created_at: number
  updated_at: number
}

export interface SignInAttempts {
  key: string
  failures: number
  last_at: number
}

export interface SignInSettings {
  workspace_id: string
  two_factor_required: Generated<boolean>
  password_allowed: Generated<boolean>
  sso_enabled: Generated<boolean>
  sso_issuer: string | null
  sso_client_id: string | null
  sso_client_secret: string | null
  sso_domains: Generated<string[]>
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
  valid_from: Generated<number>
}

export interface Tags {
  workspace_id: string
  id: Generated<number>
  name: string
  created_by: number | null
  created_at: number
  updated_at: number
  valid_from: Generated<number>
}

export interface TeamMembers {
  workspace_id: string
  team_id: number
  admin_id: number
  priority: Generated<'primary' | 'secondary'>
  created_at: number
  last_turn: Generated<number>
}

export interface Teams {
  workspace_id: string
  id: Generated<number>
  name: string
  distribution_method: Generated<string>
  assignment_limit: number | null
  created_at: number
  updated_at: number
  office_hours_schedule_id: number | null
  office_hours_only: Generated<boolean>
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
  position: Generated<number>
  valid_from: Generated<number>
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
  valid_from: Generated<number>
}

export interface TicketTypeStates {
  workspace_id: string
  ticket_type_id: number
  ticket_state_id: number
  valid_from: Generated<number>
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
  valid_from: Generated<number>
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
  valid_from: Generated<number>
}

export interface WebhookAttempts {
  workspace_id: string
  delivery_id: number
  number: number
  url: string
  started_at_ms: number
  duration_ms: number
  signed_at: number
  hub_signature: string
  standard_signature: string
  status: number | null
  response_headers: JsonNullable
  response_body: string | null
  error: string | null
}

export interface WebhookDeliveries {
  workspace_id: string
  id: Generated<number>
  registration_id: number
  sequence: number | null
  event_id: number | null
  notification_id: string
  topic: string
  object_type: string | null
  object_id: string | null
  version: string
  happened_at: number
  ordered: Generated<boolean>
  replay: Generated<boolean>
  status: Generated<'pending' | 'delivered' | 'failed' | 'dropped'>
  reason: string | null
  attempts: Generated<number>
  throttles: Generated<number>
  first_sent_at: number | null
  due_at: number
  leased_until: Generated<number>
  created_at: number
  finished_at: number | null
}

export interface WebhookEndpoints {
  registration_id: number
  state: Generated<'live' | 'disabled' | 'suspended'>
  errors: Generated<number>
  errors_since: number | null
  failing_since: number | null
  paused_until: number | null
  throttled_until: number | null
  throttle_seconds: Generated<number>
  changed_at: number
}

export interface WebhookItems {
  workspace_id: string
  sequence: number
  version: string
  item: string
  created_at: number
}

export interface WebsiteCrawls {
  workspace_id: string
  source_id: number
  state: 'running' | 'done' | 'failed'
  reason: string | null
  origin: string
  robots: string | null
  pause: number
  attempts: Generated<number>
  max_pages: number
  max_depth: number
  next_at: number | null
  started_at: number
  finished_at: number | null
}

export interface WhatsappMessages {
  workspace_id: string
  id: Generated<number>
  whatsapp_message_id: string
  ruleset_id: string | null
  conversation_id: number | null
  contact_id: string | null
  template_name: string
  status: Generated<'sent' | 'delivered' | 'read' | 'failed'>
  error: JsonNullable
  created_at: number
  updated_at: number
}

export interface Workflows {
  workspace_id: string
  id: Generated<number>
  title: string
  description: string | null
  trigger_type: string
  state: Generated<'live' | 'draft' | 'paused'>
  target_channels: Generated<string[]>
  preferred_devices: Generated<string[]>
  targeting: JsonNullable
  snapshot: JsonNullable
  attributes: JsonDefaulted
  embedded_rules: JsonDefaulted
  created_at: number
  updated_at: number
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
  history_from: Generated<number>
  history_days: number | null
  sandbox: Generated<boolean>
  clock_offset: Generated<number>
  clock_frozen_at: number | null
  sandbox_of: string | null
}

export interface DB {
  access_tokens: AccessTokens
  account_workspaces: AccountWorkspaces
  accounts: Accounts
  activity_logs: ActivityLogs
  admins: Admins
  api_requests: ApiRequests
  app_registrations: AppRegistrations
  apps: Apps
  article_contents: ArticleContents
  article_parents: ArticleParents
  article_versions: ArticleVersions
  articles: Articles
  attachment_fetches: AttachmentFetches
  audiences: Audiences
  away_status_reasons: AwayStatusReasons
  banner_days: BannerDays
  banner_views: BannerViews
  banners: Banners
  brands: Brands
  bulk_jobs: BulkJobs
  bulk_tasks: BulkTasks
  calls: Calls
  channel_conversations: ChannelConversations
  channel_events: ChannelEvents
  collections: Collections
  companies: Companies
  contact_companies: ContactCompanies
  contact_merges: ContactMerges
  contact_subscriptions: ContactSubscriptions
  contacts: Contacts
  content_audiences: ContentAudiences
  content_import_sources: ContentImportSources
  content_snippets: ContentSnippets
  content_stats: ContentStats
  content_words: ContentWords
  conversation_contacts: ConversationContacts
  conversation_forms: ConversationForms
  conversation_links: ConversationLinks
  conversation_parts: ConversationParts
  conversation_teammates: ConversationTeammates
  conversations: Conversations
  crawl_pages: CrawlPages
  crawl_sitemaps: CrawlSitemaps
  csv_import_changes: CsvImportChanges
  csv_import_rejects: CsvImportRejects
  csv_import_trials: CsvImportTrials
  csv_imports: CsvImports
  custom_object_instances: CustomObjectInstances
  custom_object_types: CustomObjectTypes
  data_attributes: DataAttributes
  data_connector_executions: DataConnectorExecutions
  data_connector_tokens: DataConnectorTokens
  data_connector_uses: DataConnectorUses
  data_connectors: DataConnectors
  deleted_conversations: DeletedConversations
  distribution_due: DistributionDue
  ecommerce_connectors: EcommerceConnectors
  ecommerce_import_parts: EcommerceImportParts
  ecommerce_imports: EcommerceImports
  ecommerce_products: EcommerceProducts
  email_settings: EmailSettings
  event_inbox: EventInbox
  event_log: EventLog
  event_streams: EventStreams
  event_summaries: EventSummaries
  event_types: EventTypes
  events: Events
  exports: Exports
  external_pages: ExternalPages
  file_removals: FileRemovals
  fin_callbacks: FinCallbacks
  fin_events: FinEvents
  fin_messages: FinMessages
  fin_sessions: FinSessions
  fin_settings: FinSettings
  fin_voice_calls: FinVoiceCalls
  folders: Folders
  help_center_redirects: HelpCenterRedirects
  help_centers: HelpCenters
  help_searches: HelpSearches
  idempotency_keys: IdempotencyKeys
  identity_secrets: IdentitySecrets
  inbox_views: InboxViews
  incoming_mails: IncomingMails
  internal_article_versions: InternalArticleVersions
  internal_articles: InternalArticles
  invitations: Invitations
  ip_allowlists: IpAllowlists
  jobs: Jobs
  macros: Macros
  mail_deliveries: MailDeliveries
  mail_due: MailDue
  mail_keys: MailKeys
  mail_messages: MailMessages
  mail_parts: MailParts
  mailboxes: Mailboxes
  mentions: Mentions
  message_recipients: MessageRecipients
  messages: Messages
  messenger_sessions: MessengerSessions
  news_items: NewsItems
  news_views: NewsViews
  newsfeed_assignments: NewsfeedAssignments
  newsfeeds: Newsfeeds
  notes: Notes
  oauth_codes: OauthCodes
  office_hours_exceptions: OfficeHoursExceptions
  office_hours_schedules: OfficeHoursSchedules
  one_time_tokens: OneTimeTokens
  outgoing_messages: OutgoingMessages
  part_translations: PartTranslations
  phone_call_redirects: PhoneCallRedirects
  plans: Plans
  procedure_questions: ProcedureQuestions
  procedure_runs: ProcedureRuns
  procedures: Procedures
  recovery_codes: RecoveryCodes
  roles: Roles
  sandbox_faults: SandboxFaults
  sandbox_seed_rows: SandboxSeedRows
  schema_migrations: SchemaMigrations
  scrolls: Scrolls
  segments: Segments
  sessions: Sessions
  side_conversation_participants: SideConversationParticipants
  side_conversation_parts: SideConversationParts
  side_conversations: SideConversations
  sign_in_attempts: SignInAttempts
  sign_in_settings: SignInSettings
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
  webhook_attempts: WebhookAttempts
  webhook_deliveries: WebhookDeliveries
  webhook_endpoints: WebhookEndpoints
  webhook_items: WebhookItems
  website_crawls: WebsiteCrawls
  whatsapp_messages: WhatsappMessages
  workflows: Workflows
  workspaces: Workspaces
}
