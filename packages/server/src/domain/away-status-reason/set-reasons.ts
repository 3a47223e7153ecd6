import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type {
  AwayReasonRules,
  CreateAwayReasonRequest,
  UpdateAwayReasonRequest,
} from '@guichet/contract/operations/inbox/away-reasons.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import {
  insertReason,
  selectMandatory,
  selectReasons,
  updateMandatory,
  updateReasonRow,
} from './away-status-reason.sql.ts'
import { type ReasonView, viewReason } from './away-status-reason.ts'

type Rules = Static<typeof AwayReasonRules>

const maySee = permission('use_app')
const mayManage = permission('manage_workspace')

/** Makes a reason to be away, behind all that there are. */
export async function createReason(
  tx: Tx,
  actor: Actor,
  { label, emoji }: Static<typeof CreateAwayReasonRequest>,
): Promise<ReasonView> {
  mayManage(actor)
  return viewReason(await insertReason(tx, actor, { label: readLabel(label), emoji: readEmoji(emoji ?? '') }))
}

/** Changes a reason, takes it off the list or brings it back. Who is away for it stays so. 404 for no such reason. */
export async function updateReason(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: Static<typeof UpdateAwayReasonRequest> },
): Promise<ReasonView> {
  mayManage(actor)
  const { label, emoji, deleted } = request
  const change = {
    ...(label !== undefined && { label: readLabel(label) }),
    ...(emoji !== undefined && { emoji: readEmoji(emoji) }),
    ...(deleted !== undefined && { deleted }),
  }
  const row = await byNumericId(id, key => updateReasonRow(tx, actor, key, change))
  if (!row) throw problem(errors.notFound)
  return viewReason(row)
}

/** Puts the reasons in an order: those that it does not name stand behind. 400 for one that is not there. */
export async function orderReasons(tx: Tx, actor: Actor, ids: readonly string[]): Promise<void> {
  mayManage(actor)
  const all = (await selectReasons(tx, actor.workspace.id)).map(({ id }) => String(id))
  const unknown = ids.find(id => !all.includes(id))
  if (unknown !== undefined) throw invalid(`ids names ${unknown.slice(0, 40)}, which is no reason`, 'ids')
  const ordered = [...new Set([...ids, ...all])]
  for (const [order, id] of ordered.entries()) await updateReasonRow(tx, actor, Number(id), { order })
}

/** Whether everybody who goes away has to say why. */
export async function findReasonRules(tx: Tx, actor: Actor): Promise<Rules> {
  maySee(actor)
  return rules(await selectMandatory(tx, actor.workspace.id))
}

export async function setReasonRules(tx: Tx, actor: Actor, mandatory: boolean): Promise<Rules> {
  mayManage(actor)
  await updateMandatory(tx, actor, mandatory)
  return rules(mandatory)
}

const rules = (mandatory: boolean): Rules => ({ type: 'away_reason_rules', mandatory })

function readLabel(given: string): string {
  const label = given.trim()
  if (label === '') throw missing('label')
  if (label.length > LONGEST_LABEL)
    throw invalid(`label may have at most ${LONGEST_LABEL} characters`, 'label')
  return label
}

const LONGEST_LABEL = 100

/** One sign as people see it, whatever it is made of; none is fine. */
function readEmoji(given: string): string | null {
  const emoji = given.trim()
  if (emoji === '') return null
  if ([...new Intl.Segmenter().segment(emoji)].length > 1 || emoji.length > 40)
    throw invalid('emoji must be a single one', 'emoji')
  return emoji
}
