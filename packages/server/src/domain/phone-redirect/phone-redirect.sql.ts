import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Whose number it is: a user before a lead, and of several the one made first. */
export const selectContactWithPhone = (
  tx: Tx,
  workspaceId: string,
  phone: string,
): Promise<{ id: string } | undefined> =>
  tx
    .selectFrom('contacts')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('role', 'in', ['user', 'lead'])
    .where('formatted_phone', '=', phone)
    .where('archived_at', 'is', null)
    .where('merged_into', 'is', null)
    .orderBy('role', 'desc')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()

export const insertRedirect = (
  tx: Tx,
  actor: Actor,
  redirect: { phone: string; contact_id: string },
): Promise<{ id: string }> =>
  tx
    .insertInto('phone_call_redirects')
    .values({ workspace_id: actor.workspace.id, ...redirect, created_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
