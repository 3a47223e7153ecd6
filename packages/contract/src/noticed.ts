/**
 * The objects of which a token may hear that they have changed, by the permission it needs to read them. Of objects that are not here
 * only those hear who may do everything.
 */
export const noticed: Readonly<Record<string, readonly string[]>> = {
  read_admins: ['admin', 'team', 'away_status_reason'],
  read_one_admin: ['workspace'],
  read_users_and_companies: ['contact', 'company', 'note', 'segment', 'banner'],
  read_write_users: ['bulk_job'],
  read_data_attributes: ['data_attribute'],
  read_subscriptions: ['subscription_type'],
  read_tags: ['tag'],
  read_conversations: [
    ...['conversation', 'side_conversation', 'call', 'fin_voice_call', 'macro'],
    ...['message', 'message_recipient', 'whatsapp_message'],
  ],
  read_tickets: ['ticket', 'ticket_type', 'ticket_state'],
  read_jobs: ['job'],
  read_articles_scope: ['article', 'internal_article', 'collection', 'help_center'],
  read_help_center_redirects_scope: ['help_center_redirect'],
  read_content: [
    ...['audience', 'content_snippet', 'content_import_source', 'external_page', 'folder'],
    ...['news_item', 'newsfeed', 'content_stat'],
  ],
  export_message_data: ['export'],
  export_reporting_data: ['export'],
  read_workflows: ['workflow'],
  read_custom_objects: ['custom_object_type', 'custom_object_instance'],
  read_data_connectors: ['data_connector'],
  read_brands: ['brand'],
  read_emails: ['email_setting'],
  read_office_hours: ['office_hours_schedule', 'office_hours_exception'],
  manage_ip_allowlist: ['ip_allowlist'],
  manage_secure_mode_secrets: ['identity_secret'],
  manage_apps: ['app'],
  manage_sandbox: ['sandbox_fault'],
}
