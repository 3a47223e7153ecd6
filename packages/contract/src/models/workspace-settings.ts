import { model, oneOf, Timestamp, Type } from '../schema.ts'

/** The languages that the server writes to teammates in. */
export const MAIL_LANGUAGES = ['en', 'fr'] as const

/** What is set for a workspace as a whole. */
export const WorkspaceSettings = model('workspace_settings', {
  type: Type.Literal('workspace_settings'),
  id: Type.String(),
  name: Type.String(),
  /** IANA name, such as `Europe/Paris`. */
  timezone: Type.String(),
  /** What mails to teammates are written in: invitations, and links to set a new password. */
  language: oneOf(...MAIL_LANGUAGES),
  sandbox: Type.Boolean(),
  created_at: Timestamp(),
})
