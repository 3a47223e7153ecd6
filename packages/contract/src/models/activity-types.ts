import { existsAt, type Version } from '../version.ts'

interface Span {
  since?: Version
  until?: Version
}

const ALWAYS: Span[] = [{}]

/**
 * Every kind of activity, in the published order, with the versions that publish it. The two assignment limits are told
 * by one older name below 2.14, so they exist at every version.
 */
const spans = {
  admin_conversation_assignment_limit_change: ALWAYS,
  admin_ticket_assignment_limit_change: ALWAYS,
  admin_avatar_change: ALWAYS,
  admin_away_mode_change: ALWAYS,
  admin_deletion: ALWAYS,
  admin_deprovisioned: ALWAYS,
  admin_impersonation_end: ALWAYS,
  admin_impersonation_start: ALWAYS,
  admin_impersonation_consent_approved: [{ since: '2.14', until: '2.16' }],
  admin_impersonation_consent_revoked: [{ since: '2.14', until: '2.16' }],
  admin_invite_change: ALWAYS,
  admin_invite_creation: ALWAYS,
  admin_invite_deletion: ALWAYS,
  admin_login_failure: ALWAYS,
  admin_login_success: ALWAYS,
  admin_logout: ALWAYS,
  admin_occupancy_setting_change: [{ since: '2.13' }],
  admin_occupancy_state_change: [{ since: '2.13' }],
  admin_password_reset_request: ALWAYS,
  admin_password_reset_success: ALWAYS,
  admin_permission_change: ALWAYS,
  admin_provisioned: ALWAYS,
  admin_two_factor_auth_change: ALWAYS,
  admin_unauthorized_sign_in_method: ALWAYS,
  app_admin_join: ALWAYS,
  app_authentication_method_change: ALWAYS,
  app_data_deletion: ALWAYS,
  app_data_export: ALWAYS,
  app_google_sso_domain_change: ALWAYS,
  app_identity_verification_change: ALWAYS,
  app_name_change: ALWAYS,
  app_outbound_address_change: ALWAYS,
  app_package_installation: ALWAYS,
  app_package_token_regeneration: ALWAYS,
  app_package_uninstallation: ALWAYS,
  app_team_creation: ALWAYS,
  app_team_deletion: ALWAYS,
  app_team_membership_modification: ALWAYS,
  app_timezone_change: ALWAYS,
  app_webhook_creation: ALWAYS,
  app_webhook_deletion: ALWAYS,
  articles_in_messenger_enabled_change: ALWAYS,
  automatic_away_mode_setting_change: [{ since: '2.14', until: '2.16' }],
  bulk_delete: ALWAYS,
  bulk_export: ALWAYS,
  campaign_deletion: ALWAYS,
  campaign_state_change: ALWAYS,
  conversation_deletion_schedule_creation: [{ since: '2.15', until: '2.16' }],
  conversation_deletion_schedule_deletion: [{ since: '2.15', until: '2.16' }],
  conversation_deletion_schedule_state_change: [{ since: '2.15', until: '2.16' }],
  conversation_deletion_schedule_update: [{ since: '2.15', until: '2.16' }],
  conversation_part_deletion: ALWAYS,
  conversation_pdf_export: ALWAYS,
  conversation_topic_change: ALWAYS,
  conversation_topic_creation: ALWAYS,
  conversation_topic_deletion: ALWAYS,
  content_redaction_rule_creation: [{ since: '2.15', until: '2.16' }],
  content_redaction_rule_deletion: [{ since: '2.15', until: '2.16' }],
  content_redaction_rule_update: [{ since: '2.15', until: '2.16' }],
  csv_import_completion: [{ since: '2.15', until: '2.16' }],
  csv_import_creation: [{ since: '2.15', until: '2.16' }],
  custom_authentication_token_creation: [{ since: '2.14', until: '2.16' }],
  customer_facing_name_change: [{ since: '2.14', until: '2.14' }, { since: 'Preview' }],
  help_center_settings_change: ALWAYS,
  inbound_conversations_change: ALWAYS,
  inbox_access_change: ALWAYS,
  inbox_bulk_action: [{ since: '2.15', until: '2.15' }, { since: 'Preview' }],
  macro_creation: [{ since: '2.14', until: '2.16' }],
  macro_deletion: [{ since: '2.14', until: '2.16' }],
  macro_update: [{ since: '2.14', until: '2.16' }],
  macro_usage_export: [{ since: '2.14', until: '2.16' }],
  malicious_domains_setting_change: [{ since: '2.14', until: '2.16' }],
  message_deletion: ALWAYS,
  message_state_change: ALWAYS,
  messenger_api_secret_creation: [{ since: '2.14', until: '2.16' }],
  messenger_api_secret_deletion: [{ since: '2.14', until: '2.16' }],
  messenger_look_and_feel_change: ALWAYS,
  messenger_search_required_change: ALWAYS,
  messenger_spaces_change: ALWAYS,
  oauth_token_revocation: [{ since: '2.14', until: '2.16' }],
  office_hours_change: ALWAYS,
  role_change: ALWAYS,
  role_creation: ALWAYS,
  role_deletion: ALWAYS,
  ruleset_activation_title_preview: ALWAYS,
  ruleset_creation: ALWAYS,
  ruleset_deletion: ALWAYS,
  search_browse_enabled_change: ALWAYS,
  search_browse_required_change: ALWAYS,
  seat_change: ALWAYS,
  seat_revoke: ALWAYS,
  security_settings_change: ALWAYS,
  series_creation: [{ since: '2.14', until: '2.16' }],
  series_deletion: [{ since: '2.14', until: '2.16' }],
  series_settings_update: [{ since: '2.14', until: '2.16' }],
  series_status_change: [{ since: '2.14', until: '2.16' }],
  series_update: [{ since: '2.14', until: '2.16' }],
  strip_inbound_email_links_change: [{ since: '2.14', until: '2.16' }],
  temporary_expectation_change: ALWAYS,
  team_assignment_limit_change: [{ since: '2.14', until: '2.16' }],
  trusted_domains_setting_change: [{ since: '2.14', until: '2.16' }],
  unassign_unsnoozed_at_capacity_setting_change: [{ since: '2.14', until: '2.16' }],
  unassign_unsnoozed_when_away_setting_change: [{ since: '2.14', until: '2.16' }],
  upfront_email_collection_change: ALWAYS,
  allowed_attachment_filetypes_setting_change: [{ since: '2.14', until: '2.16' }],
  attach_uploads_inline_setting_change: [{ since: '2.14', until: '2.16' }],
  teammate_gifs_setting_change: [{ since: '2.14', until: '2.16' }],
  user_camera_attachments_setting_change: [{ since: '2.14', until: '2.16' }],
  user_conversation_attachments_setting_change: [{ since: '2.14', until: '2.16' }],
  user_file_attachments_setting_change: [{ since: '2.14', until: '2.16' }],
  user_gifs_setting_change: [{ since: '2.14', until: '2.16' }],
  user_media_attachments_setting_change: [{ since: '2.14', until: '2.16' }],
  user_voice_notes_setting_change: [{ since: '2.14', until: '2.16' }],
  welcome_message_change: ALWAYS,
  workspace_deletion_request: [{ since: '2.14', until: '2.16' }],
  hide_csat_from_agents_setting_change: [{ since: '2.15' }],
} satisfies Record<string, Span[]>

export type ActivityType = keyof typeof spans

/**
 * A change of no published kind, of which no topic tells either. Answers hold it only where it is asked for by name, for
 * clients know the published kinds alone.
 */
export const OTHER_CHANGE = 'other_change'
export type OtherChange = typeof OTHER_CHANGE

const entries: [string, Span[]][] = Object.entries(spans)

/** The kinds of activity a version knows. */
export const activityTypesAt = (version: Version): string[] =>
  entries.filter(([, published]) => published.some(span => existsAt(version, span))).map(([name]) => name)
