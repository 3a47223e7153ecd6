import { invalid } from '@guichet/contract/errors.ts'
import type { Retention, UpdateRetentionRequest } from '@guichet/contract/operations/inbox/retention.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { keepEvents } from '../../events/retention.sql.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { keepFor } from '../history/index.ts'
import { permission } from '../permission.ts'
import { mergeRetention, selectRetention } from './retention.sql.ts'

type View = Static<typeof Retention>
type Asked = Static<typeof UpdateRetentionRequest>

const mayManage = permission('manage_workspace')

/** For how long the workspace keeps things. */
export async function findRetention(tx: Tx, actor: Actor): Promise<View> {
  mayManage(actor)
  return { type: 'retention', ...(await selectRetention(tx, actor.workspace.id)) }
}

/** Keeps what a request names for other times; 400 for less than a day, and for events of less than a week, by which apps are told. */
export async function updateRetention(tx: Tx, actor: Actor, asked: Asked): Promise<View> {
  mayManage(actor)
  for (const [name, days] of Object.entries(asked)) check(name, days)
  const { history_days, event_days, ...own } = asked
  const before = await findRetention(tx, actor)
  if (history_days !== undefined) await keepFor(tx, actor.workspace.id, history_days)
  if (event_days !== undefined) await keepEvents(tx, actor.workspace.id, event_days)
  if (Object.keys(own).length > 0) await mergeRetention(tx, actor, own)
  const after = await findRetention(tx, actor)
  await logActivity(tx, actor, {
    ...{ type: 'security_settings_change', description: 'Changed for how long data is kept.' },
    metadata: { before, after },
  })
  return after
}

function check(name: string, days: number | null): void {
  const least = name === 'event_days' ? 7 : 1
  if (days !== null && (days < least || days > MOST_DAYS))
    throw invalid(`${name} must be from ${least} to ${MOST_DAYS}, or null`, name)
}

const MOST_DAYS = 3650
