import { type Insertable, sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { DataConnectors } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

const COLUMNS = [
  ...(['id', 'name', 'description', 'state', 'http_method', 'url', 'body', 'headers'] as const),
  ...(['audiences', 'direct_fin_usage', 'data_inputs', 'response_fields', 'object_mappings'] as const),
  ...(['mock_response', 'token_ids', 'customer_authentication', 'bypass_authentication'] as const),
  ...(['validate_missing_attributes', 'created_by_admin_id', 'updated_by_admin_id'] as const),
  ...(['created_at', 'updated_at'] as const),
] as const

export type ConnectorRow = NonNullable<Awaited<ReturnType<typeof selectConnector>>>

export const selectConnector = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('data_connectors')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The same, kept from changing until the transaction ends. */
export const lockConnector = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('data_connectors')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** One stretch, the latest changed first. */
export const selectConnectors = (
  tx: Tx,
  workspaceId: string,
  { after, limit }: { after: [at: number, id: number] | undefined; limit: number },
): Promise<ConnectorRow[]> =>
  tx
    .selectFrom('data_connectors')
    .select(COLUMNS)
    .where('workspace_id', '=', workspaceId)
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(updated_at, id) < (${after?.[0]}, ${after?.[1]})`),
    )
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

/** The columns a request sets, those it leaves alone being absent. */
export type ConnectorPatch = Omit<
  Partial<Insertable<DataConnectors>>,
  'workspace_id' | 'id' | 'created_at' | 'updated_at' | 'created_by_admin_id' | 'updated_by_admin_id'
>

export const insertConnector = (
  tx: Tx,
  actor: Actor,
  patch: ConnectorPatch & { name: string },
): Promise<ConnectorRow> =>
  tx
    .insertInto('data_connectors')
    .values({
      ...patch,
      ...{ workspace_id: actor.workspace.id, created_at: actor.now, updated_at: actor.now },
      ...{ created_by_admin_id: actor.adminId, updated_by_admin_id: actor.adminId },
    })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export const updateConnectorRow = (
  tx: Tx,
  actor: Actor,
  id: number,
  patch: ConnectorPatch,
): Promise<ConnectorRow> =>
  tx
    .updateTable('data_connectors')
    .set({ ...patch, updated_by_admin_id: actor.adminId, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export async function deleteConnectorRow(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx
    .deleteFrom('data_connectors')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Whether anything would break without a connector. */
export async function isInUse(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const row = await tx
    .selectFrom('data_connector_uses')
    .select('user_id')
    .where('workspace_id', '=', workspaceId)
    .where('data_connector_id', '=', id)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** What uses a connector: a workflow, an agent. */
export interface ConnectorUse {
  connectorId: number
  userType: string
  userId: string
}

export async function insertUse(tx: Tx, workspaceId: string, use: ConnectorUse): Promise<void> {
  await tx
    .insertInto('data_connector_uses')
    .values({
      ...{ workspace_id: workspaceId, data_connector_id: use.connectorId },
      ...{ user_type: use.userType, user_id: use.userId },
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export async function deleteUses(
  tx: Tx,
  workspaceId: string,
  { userType, userId }: Omit<ConnectorUse, 'connectorId'>,
): Promise<void> {
  await tx
    .deleteFrom('data_connector_uses')
    .where('workspace_id', '=', workspaceId)
    .where('user_type', '=', userType)
    .where('user_id', '=', userId)
    .execute()
}

export const selectTokens = (tx: Tx, workspaceId: string, ids: number[]) =>
  tx
    .selectFrom('data_connector_tokens')
    .select(['id', 'header_name', 'sealed'])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .orderBy('id')
    .execute()

export const insertToken = (
  tx: Tx,
  actor: Actor,
  token: { name: string; header_name: string; sealed: string },
): Promise<{ id: number }> =>
  tx
    .insertInto('data_connector_tokens')
    .values({ workspace_id: actor.workspace.id, ...token, created_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
