import type { Static } from '@guichet/contract/schema.ts'
import type { HitlNotification } from '@guichet/contract/topic-items.ts'
import type { Tx } from '../../db/database.ts'
import { toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { type PartRow, partsOf } from '../conversation/index.ts'
import { selectQuestion } from './question.sql.ts'
import { selectRun } from './run.sql.ts'
import { readSteps } from './steps.ts'

/** What the webhook of a question to a teammate tells; undefined when the run is gone. */
export async function viewHitlNotification(
  tx: Tx,
  actor: Actor,
  { conversationId, runId, stepId }: { conversationId: number; runId: number; stepId: string },
): Promise<Static<typeof HitlNotification> | undefined> {
  const run = await selectRun(tx, actor.workspace.id, runId)
  const question = await selectQuestion(tx, actor.workspace.id, runId, stepId)
  const step = readSteps(run?.steps ?? []).find(each => each.id === stepId)
  if (!run || !question || step?.kind !== 'ask_teammate') return undefined
  const parts = (await partsOf(tx, actor, [conversationId], 'all')).get(conversationId) ?? []
  return {
    type: 'procedure.hitl_notification',
    app_id: actor.workspace.id,
    conversation_id: String(conversationId),
    step_id: stepId,
    procedure_name: run.name,
    hitl_question: step.question,
    attributes_to_collect: step.attributes.map(each => ({ type: 'data_attribute', ...each })),
    callback_url: `${actor.origin}/procedures/${conversationId}/collect_agent_input`,
    expires_at: question.expires_at,
    priority: step.priority ? 'priority' : 'not_priority',
    assign_to: null,
    conversation_url: `${actor.origin}/app/conversations/${conversationId}`,
    recent_messages: parts.filter(isMessage).slice(-MOST_MESSAGES).map(viewMessage),
  }
}

const MOST_MESSAGES = 5

const isMessage = (part: PartRow): boolean => part.body !== null && part.part_type === 'comment'

const viewMessage = (part: PartRow) => ({
  author: part.author_type,
  body: toPlain(part.body ?? ''),
  created_at: part.created_at,
})
