import type { TopicName } from '@guichet/contract/topics.ts'
import type { Happening } from '../../events/append.ts'

const topic: TopicName = 'procedure.hitl_notification.created'

/** A procedure asks a teammate; the rest of what is told is looked up by the run and the step. */
export const teammateAsked = (of: { conversationId: number; runId: number; stepId: string }): Happening => ({
  topic,
  object: { type: 'conversation', id: String(of.conversationId) },
  payload: { run_id: String(of.runId), step_id: of.stepId },
})
