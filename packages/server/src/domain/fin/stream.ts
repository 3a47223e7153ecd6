import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import { nowIn } from '../workspace/index.ts'
import { CHANNEL_PREFIX } from './answer-view.ts'
import { selectEvents } from './fin-event.sql.ts'
import { selectSession } from './session.sql.ts'
import { selectSettings } from './settings.sql.ts'
import { readStreamToken } from './stream-token.ts'

/** What somebody asks for who opens a stream. */
export interface StreamRequest {
  /** `fin_agent_api:<workspace>:<external id>` */
  channel: string
  token: string
  /** How far back to begin, such as `2m`. */
  rewind: string | undefined
  /** The last event a stream that broke has had. */
  lastEventId: string | undefined
}

/** A stream somebody may read: whose it is, and where it begins. */
export interface FinStream {
  workspaceId: string
  sessionId: number
  from: { after: number } | { sinceMs: number }
  /** When its token expires, in seconds by the clock of the workspace. */
  until: number
}

/** Lets somebody in who has a token for the channel they name; 401 for anybody else. `world` is the time in the world. */
export async function openFinStream(tx: Tx, request: StreamRequest, world: number): Promise<FinStream> {
  const [prefix, workspaceId = '', ...name] = request.channel.split(':')
  const now = await nowIn(tx, workspaceId, world)
  const settings = prefix === CHANNEL_PREFIX ? await selectSettings(tx, workspaceId) : undefined
  const claims = settings && readStreamToken(settings.stream_secret, request.token, now)
  const session = claims && (await selectSession(tx, workspaceId, Number(claims.sub)))
  if (!session || session.external_id !== name.join(':')) throw noEntry()
  return {
    ...{ workspaceId, sessionId: session.id, until: claims.exp },
    from: startOf(request, claims.after, now),
  }
}

const noEntry = (): Problem => problem(errors.unauthorized)

/** A stream goes on where it broke; else it begins as far back as is asked for; else with what came after its token. */
function startOf({ lastEventId, rewind }: StreamRequest, after: number, now: number): FinStream['from'] {
  if (lastEventId !== undefined && /^\d{1,15}$/.test(lastEventId)) return { after: Number(lastEventId) }
  const [, amount, unit] = rewind?.match(/^(\d{1,4})(s|m)$/) ?? []
  if (amount === undefined) return { after }
  const seconds = Math.min(Number(amount) * (unit === 'm' ? 60 : 1), LONGEST_REWIND)
  return { sinceMs: (now - seconds) * 1000 }
}

const LONGEST_REWIND = 3600

/** Whether the token that a stream was opened with has expired. */
export const hasExpired = async (
  tx: Tx,
  { workspaceId, until }: FinStream,
  world: number,
): Promise<boolean> => (await nowIn(tx, workspaceId, world)) >= until

/** Events of a stream from a place on, and whether there will be no more before somebody gives Fin the turn. */
export async function readFinStream(
  tx: Tx,
  { workspaceId, sessionId }: FinStream,
  from: FinStream['from'],
): Promise<{ events: { id: number; body: string }[]; atRest: boolean }> {
  // The session first: events committed in between are then read rather than missed.
  const session = await selectSession(tx, workspaceId, sessionId)
  const events = await selectEvents(tx, workspaceId, sessionId, from)
  return { events, atRest: !session || AT_REST.has(session.status) }
}

const AT_REST: ReadonlySet<string> = new Set(['awaiting_user_reply', 'complete'])
