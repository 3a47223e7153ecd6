import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

export type Kind = 'setup' | 'invitation' | 'password_reset' | 'two_factor' | 'sso' | 'help_sign_in'

export interface NewOneTimeToken {
  kind: Kind
  accountId?: number
  workspaceId?: string
  data?: Record<string, unknown>
  now: number
  /** In seconds. */
  lifetime: number
}

export async function insertToken(tx: Tx, hash: Buffer, token: NewOneTimeToken): Promise<void> {
  await tx
    .insertInto('one_time_tokens')
    .values({
      ...{
        hash,
        kind: token.kind,
        account_id: token.accountId ?? null,
        workspace_id: token.workspaceId ?? null,
      },
      ...{ data: json(token.data ?? {}), created_at: token.now, expires_at: token.now + token.lifetime },
    })
    .execute()
}

export const selectToken = (tx: Tx, hash: Buffer, kind: Kind, now: number) =>
  tx
    .selectFrom('one_time_tokens')
    .select(['account_id', 'workspace_id', 'data', 'attempts', 'expires_at'])
    .where('hash', '=', hash)
    .where('kind', '=', kind)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()

/** Uses a token up; whether it was there to be used. Of two who try at once, one succeeds. */
export async function markUsed(tx: Tx, hash: Buffer, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('one_time_tokens')
    .set({ used_at: now })
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

export async function addAttempt(tx: Tx, hash: Buffer): Promise<number> {
  const { attempts } = await tx
    .updateTable('one_time_tokens')
    .set({ attempts: sql<number>`attempts + 1` })
    .where('hash', '=', hash)
    .returning('attempts')
    .executeTakeFirstOrThrow()
  return attempts
}

export async function deleteTokens(
  tx: Tx,
  of: { kind: Kind; accountId?: number; workspaceId?: string; holding?: Record<string, unknown> },
): Promise<void> {
  const { kind, accountId, workspaceId, holding } = of
  await tx
    .deleteFrom('one_time_tokens')
    .where('kind', '=', kind)
    .$if(accountId !== undefined, query => query.where('account_id', '=', accountId ?? 0))
    .$if(workspaceId !== undefined, query => query.where('workspace_id', '=', workspaceId ?? ''))
    .$if(holding !== undefined, query => query.where('data', '@>', json(holding ?? {})))
    .execute()
}

export async function deleteExpired(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('one_time_tokens').where('expires_at', '<', before).execute()
}
