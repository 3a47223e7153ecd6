import type { FinAgentAnswer } from '@guichet/contract/models/fin-agent.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { selectLastEventId } from './fin-event.sql.ts'
import { isoMs } from './fin-event.ts'
import type { Session } from './session.sql.ts'
import { ensureSettings } from './settings.sql.ts'
import { signStreamToken, TOKEN_LIFE } from './stream-token.ts'

export type FinAnswer = Static<typeof FinAgentAnswer>

/** Why attributes were left out: of the user, and of the conversation. */
export interface AttributeErrors {
  user: Record<string, string>
  conversation: Record<string, string>
}

export const noErrors: AttributeErrors = { user: {}, conversation: {} }

/** What a caller is told once Fin has the turn. */
export async function viewAnswer(
  tx: Tx,
  actor: Actor,
  { session, errors, rewinds }: { session: Session; errors: AttributeErrors; rewinds: boolean },
): Promise<FinAnswer> {
  const failed = viewErrors(errors)
  return {
    conversation_id: session.external_id,
    user_id: session.external_user_id,
    status: session.status,
    created_at_ms: isoMs(actor.now),
    sse_subscription_url: await streamUrl(tx, actor, session, { rewinds }),
    ...(failed && { errors: failed }),
  }
}

/** The address of a session's stream, good for as long as its token. */
export async function streamUrl(
  tx: Tx,
  actor: Actor,
  session: Session,
  { rewinds }: { rewinds: boolean },
): Promise<string> {
  const { stream_secret } = await ensureSettings(tx, actor.workspace.id)
  const token = signStreamToken(stream_secret, {
    sub: String(session.id),
    after: await selectLastEventId(tx, actor.workspace.id, session.id),
    exp: actor.now + TOKEN_LIFE,
  })
  const channel = channelOf(actor.workspace.id, session.external_id)
  return `${actor.origin}/event-stream?channels=${channel}&accessToken=${token}${rewinds ? '&rewind=2m' : ''}`
}

const channelOf = (workspaceId: string, externalId: string): string =>
  `${CHANNEL_PREFIX}:${workspaceId}:${encodeURIComponent(externalId)}`

export const CHANNEL_PREFIX = 'fin_agent_api'

function viewErrors({ user, conversation }: AttributeErrors): FinAnswer['errors'] {
  const given = (errors: Record<string, string>): boolean => Object.keys(errors).length > 0
  if (!given(user) && !given(conversation)) return undefined
  return {
    ...(given(user) && { user: { attributes: user } }),
    ...(given(conversation) && { conversation: { attributes: conversation } }),
  }
}
