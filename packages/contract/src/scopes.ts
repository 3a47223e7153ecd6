/** A permission a token may carry: the name the API says, and the label people choose it by. */
export interface Scope {
  name: string
  label: string
}

const scope = (name: string, label: string): Scope => ({ name, label })

/** Every permission there is. Names come from the API's own texts where it tells them. */
export const scopes: Scope[] = [
  scope('read_one_admin', 'Read one admin'),
  scope('read_admins', 'Read and list admins'),
  scope('write_admins', 'Write admins'),
  scope('read_admin_activity_logs', 'Read admin activity logs'),
  scope('write_teams', 'Write teams'),
  scope('read_users_and_companies', 'Read and list users and companies'),
  scope('read_write_users', 'Read and write users'),
  scope('read_data_attributes', 'Read data attributes'),
  scope('write_data_attributes', 'Write data attributes'),
  scope('read_events', 'Read events'),
  scope('write_events', 'Write events'),
  scope('read_subscriptions', 'Read subscription types'),
  scope('write_subscriptions', 'Write subscription types'),
  scope('read_tags', 'Read tags'),
  scope('write_tags', 'Write tags'),
  scope('read_conversations', 'Read conversations'),
  scope('write_conversations', 'Write conversations'),
  scope('delete_conversations_and_metrics', 'Delete conversations and their metrics'),
  scope('read_tickets', 'Read tickets'),
  scope('write_tickets', 'Write tickets'),
  scope('read_jobs', 'Read jobs'),
  scope('read_articles_scope', 'Read and list articles'),
  scope('read_write_articles_scope', 'Read and write articles'),
  scope('read_help_center_redirects_scope', 'Read help center redirects'),
  scope('read_write_help_center_redirects_scope', 'Read and write help center redirects'),
  scope('read_content', 'Read content data'),
  scope('write_content', 'Write content data'),
  scope('read_write_content_snippets', 'Read and write content snippets'),
  scope('export_message_data', 'Export message data'),
  scope('export_reporting_data', 'Export reporting data'),
  scope('read_workflows', 'Read workflows'),
  scope('write_phone_call_redirects', 'Write phone call redirects'),
  scope('read_custom_objects', 'Read custom objects'),
  scope('write_custom_objects', 'Write custom objects'),
  scope('read_data_connectors', 'Read data connectors'),
  scope('write_data_connectors', 'Write data connectors'),
  scope('read_brands', 'Read brands'),
  scope('read_emails', 'Read e-mail settings'),
  scope('read_macros', 'Read macros'),
  scope('read_office_hours', 'Read office hours'),
  scope('read_write_office_hours', 'Read and write office hours'),
  scope('manage_ip_allowlist', 'Manage the IP allow-list'),
  scope('manage_secure_mode_secrets', 'Manage identity verification secrets'),
  scope('write_ecommerce_catalog', 'Write ecommerce catalogs'),
  scope('manage_apps', 'Manage apps and their webhooks'),
  scope('manage_sandbox', 'Make sandboxes and run them'),
  scope('read_api_activity_logs', 'Read API activity logs'),
]
