import { model, Timestamp, Type } from '../schema.ts'

/** An app as a workspace has it installed. */
export const AppInstallation = model('app_installation', {
  type: Type.String(),
  id: Type.String(),
  name: Type.String(),
  client_id: Type.String(),
  scopes: Type.Array(Type.String()),
  /** Whether the workspace made it itself. */
  own: Type.Boolean(),
  installed_at: Timestamp(),
})
