import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type { CollectAgentInputRequest } from '@guichet/contract/operations/procedures.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { mayAnswerProcedures } from './procedure.policy.ts'
import { arePeopleAsked, lockQuestion, markAnswered } from './question.sql.ts'
import { resumeLater } from './question.ts'
import { lockRun, updateRun } from './run.sql.ts'
import { type AskedAttribute, readSteps } from './steps.ts'

type Request = Static<typeof CollectAgentInputRequest>

/**
 * What a teammate answers to a procedure that waits for it; it goes on right after. 404 for a question nobody asked, or
 * that waits no longer, 409 for one that has its answer, 400 when an attribute is missing or does not fit.
 */
export async function answerQuestion(
  tx: Tx,
  actor: Actor,
  { conversationId, request }: { conversationId: string; request: Request },
): Promise<Record<string, never>> {
  mayAnswerProcedures(actor)
  if (!(await arePeopleAsked(tx, actor.workspace.id))) throw problem(errors.procedureQuestionsOff)
  const question = await requireOpen(tx, actor, conversationId, request.step_id)
  const { run_id: runId, step_id: stepId } = question
  const run = await lockRun(tx, actor.workspace.id, runId)
  const step = readSteps(run?.steps).find(each => each.id === stepId)
  if (!run || step?.kind !== 'ask_teammate') throw problem(errors.notFound)
  const collected = { ...run.collected, ...readValues(step.attributes, request.attribute_values) }
  await markAnswered(tx, actor, { runId, stepId })
  await updateRun(tx, actor, { ...run, steps: [], collected }, run.state)
  await resumeLater(tx, actor, { runId, stepId })
  return {}
}

async function requireOpen(tx: Tx, actor: Actor, conversationId: string, stepId: string) {
  const id = numericId(conversationId)
  const question = id === undefined ? undefined : await lockQuestion(tx, actor.workspace.id, id, stepId)
  if (!question) throw problem(errors.notFound)
  if (question.answered_at !== null) throw problem(errors.procedureQuestionAnswered)
  if (question.expires_at <= actor.now) throw problem(errors.procedureQuestionExpired)
  return question
}

function readValues(asked: AskedAttribute[], given: Request['attribute_values']): Record<string, unknown> {
  const byIdentifier = new Map(given.map(({ identifier, value }) => [identifier, value]))
  for (const identifier of byIdentifier.keys()) {
    if (!asked.some(each => each.identifier === identifier))
      throw invalid(`attribute '${identifier}' was not asked for`, 'attribute_values')
  }
  return Object.fromEntries(
    asked.map(each => [each.identifier, readValue(each, byIdentifier.get(each.identifier))]),
  )
}

function readValue(asked: AskedAttribute, value: unknown): unknown {
  const { identifier, data_type } = asked
  if (value === undefined || value === null)
    throw invalid(`a value for attribute '${identifier}' is required`, 'attribute_values')
  if (!FITS[data_type](value, asked))
    throw invalid(`the value of attribute '${identifier}' must be of type ${data_type}`, 'attribute_values')
  return value
}

const FITS: Record<AskedAttribute['data_type'], (value: unknown, asked: AskedAttribute) => boolean> = {
  string: value => typeof value === 'string' && value.length <= LONGEST,
  integer: value => Number.isSafeInteger(value),
  float: value => typeof value === 'number',
  boolean: value => typeof value === 'boolean',
  list: (value, { options = [] }) => options.some(option => option.id === value),
}

const LONGEST = 10_000
