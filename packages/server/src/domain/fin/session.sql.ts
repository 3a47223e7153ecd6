import { type Insertable, sql, type Updateable } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { FinSessions } from '../../db/schema.d.ts'
import type { Actor } from '../actor.ts'

const columns = [
  ...(['id', 'app_id', 'external_id', 'external_user_id', 'contact_id', 'conversation_id', 'kind'] as const),
  ...(['status', 'follow_up', 'email_style', 'survey', 'survey_requested_at', 'rating', 'remark'] as const),
  'created_at',
] as const

const sessions = (tx: Tx, workspaceId: string) =>
  tx.selectFrom('fin_sessions').select(columns).where('workspace_id', '=', workspaceId)

/** The session of an external id, held until the transaction ends. */
export const lockSessionNamed = (tx: Tx, workspaceId: string, externalId: string) =>
  sessions(tx, workspaceId).where('external_id', '=', externalId).forUpdate().executeTakeFirst()

export const lockSession = (tx: Tx, workspaceId: string, id: number) =>
  sessions(tx, workspaceId).where('id', '=', id).forUpdate().executeTakeFirst()

export const selectSession = (tx: Tx, workspaceId: string, id: number) =>
  sessions(tx, workspaceId).where('id', '=', id).executeTakeFirst()

/** The session behind a conversation, held until the transaction ends. */
export const lockSessionOf = (tx: Tx, workspaceId: string, conversationId: number) =>
  sessions(tx, workspaceId)
    .where('conversation_id', '=', conversationId)
    .orderBy('id', 'desc')
    .limit(1)
    .forUpdate()
    .executeTakeFirst()

export type Session = NonNullable<Awaited<ReturnType<typeof selectSession>>>
export type Status = Session['status']

export type NewSession = Omit<
  Insertable<FinSessions>,
  'workspace_id' | 'id' | 'app_id' | 'created_at' | 'updated_at'
>

/** The new session; undefined when its external id has one. */
export const insertSession = (tx: Tx, actor: Actor, session: NewSession): Promise<Session | undefined> =>
  tx
    .insertInto('fin_sessions')
    .values({
      ...session,
      workspace_id: actor.workspace.id,
      app_id: actor.appId,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .onConflict(conflict => conflict.doNothing())
    .returning(columns)
    .executeTakeFirst()

export async function updateSession(
  tx: Tx,
  actor: Actor,
  id: number,
  changes: Updateable<FinSessions>,
): Promise<void> {
  await tx
    .updateTable('fin_sessions')
    .set({ ...changes, updated_at: actor.now })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .execute()
}

/** Remembers a message for as long as one like it would be a repetition; whether it is none. */
export async function rememberMessage(
  tx: Tx,
  actor: Actor,
  { sessionId, digest, since }: { sessionId: number; digest: string; since: number },
): Promise<boolean> {
  const key = { workspace_id: actor.workspace.id, session_id: sessionId }
  await tx
    .deleteFrom('fin_messages')
    .where('workspace_id', '=', key.workspace_id)
    .where('session_id', '=', sessionId)
    .where('received_at', '<', since)
    .execute()
  const row = await tx
    .insertInto('fin_messages')
    .values({ ...key, digest, received_at: actor.now })
    .onConflict(conflict => conflict.doNothing())
    .returning('digest')
    .executeTakeFirst()
  return row !== undefined
}

/** Notes on a conversation what the AI agent did in it; what is not named stays. */
export async function noteAiAgent(
  tx: Tx,
  actor: Actor,
  conversationId: number,
  notes: Record<string, unknown>,
): Promise<void> {
  const fresh = { source_type: 'profile', created_at: actor.now }
  await tx
    .updateTable('conversations')
    .set({
      ai_agent_participated: true,
      ai_agent: sql<string>`${json(fresh)}::jsonb || coalesce(ai_agent, '{}') || ${json({ ...notes, updated_at: actor.now })}::jsonb`,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', conversationId)
    .execute()
}
