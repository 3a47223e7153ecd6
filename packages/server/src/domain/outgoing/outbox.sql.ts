import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import {
  type Channel,
  type Enclosed,
  OUTGOING_CHANNEL,
  type Recipients,
  type Template,
} from './outgoing.sql.ts'

const COLUMNS = ['id', 'channel', 'kind', 'subject', 'status', 'attempts', 'error', 'created_at'] as const

export const selectOutbox = (tx: Tx, { workspaceId, limit }: { workspaceId: string; limit: number }) =>
  tx
    .selectFrom('outgoing_messages')
    .select(COLUMNS)
    .select(row => row.ref('recipients').$castTo<Recipients>().as('recipients'))
    .where('workspace_id', '=', workspaceId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()

export const selectOutgoing = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('outgoing_messages')
    .select([...COLUMNS, 'key', 'html', 'plain', 'settled_at', 'next_attempt_at'])
    .select(row => [
      row.ref('recipients').$castTo<Recipients>().as('recipients'),
      row.ref('template').$castTo<Template | null>().as('template'),
      row.ref('enclosed').$castTo<Enclosed | null>().as('enclosed'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export async function resetOutgoing(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('outgoing_messages')
    .set({ status: 'pending', attempts: 0, next_attempt_at: 0, settled_at: null })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .where('status', 'in', ['kept', 'failed'])
    .where(row => row.or([row('html', 'is not', null), row('plain', 'is not', null)]))
    .executeTakeFirst()
  await announce(tx, OUTGOING_CHANNEL)
  return numUpdatedRows === 1n
}

/** A text by what its carrier calls it. */
export const selectByCarrierId = (
  tx: Tx,
  { workspaceId, channel, carrierId }: { workspaceId: string; channel: Channel; carrierId: string },
) =>
  tx
    .selectFrom('outgoing_messages')
    .select(['id', 'message_id'])
    .select(row => row.ref('recipients').$castTo<Recipients>().as('recipients'))
    .where('workspace_id', '=', workspaceId)
    .where('channel', '=', channel)
    .where('carrier_id', '=', carrierId)
    .executeTakeFirst()
