import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

export async function upsertCallback(
  tx: Tx,
  actor: Actor,
  { url, secret }: { url: string; secret: string },
): Promise<void> {
  await tx
    .insertInto('fin_callbacks')
    .values({
      ...{ workspace_id: actor.workspace.id, app_id: actor.appId, url, secret },
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .onConflict(conflict =>
      conflict.columns(['workspace_id', 'app_id']).doUpdateSet({ url, secret, updated_at: actor.now }),
    )
    .execute()
}

export async function deleteCallback(tx: Tx, actor: Actor): Promise<void> {
  await tx
    .deleteFrom('fin_callbacks')
    .where('workspace_id', '=', actor.workspace.id)
    .where('app_id', '=', actor.appId)
    .execute()
}

export async function selectCallbackUrl(tx: Tx, actor: Actor): Promise<string | undefined> {
  const row = await tx
    .selectFrom('fin_callbacks')
    .select('url')
    .where('workspace_id', '=', actor.workspace.id)
    .where('app_id', '=', actor.appId)
    .executeTakeFirst()
  return row?.url
}
