/** Tables that belong to no workspace, or are read before the workspace is known. All others are tenant tables. */
export const GLOBAL_TABLES: ReadonlySet<string> = new Set([
  'schema_migrations',
  'workspaces',
  'access_tokens',
  'messenger_sessions',
  'app_registrations',
  'accounts',
  'account_workspaces',
  'sessions',
  'webhook_endpoints',
  'oauth_codes',
  'one_time_tokens',
  'recovery_codes',
  'sign_in_attempts',
])
