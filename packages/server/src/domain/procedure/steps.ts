import { oneOf, optional, type Static, Type } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'

/** What a teammate is asked to fill in. Options are those of a list, by their ids. */
export const AskedAttribute = Type.Object({
  identifier: Type.String({ maxLength: 255 }),
  name: Type.String({ maxLength: 255 }),
  label: Type.String({ maxLength: 255 }),
  data_type: oneOf('string', 'integer', 'float', 'boolean', 'list'),
  options: optional(Type.Array(Type.Object({ id: Type.String(), label: Type.String() }))),
})

const step = { id: Type.String({ maxLength: 255 }) }

const Say = Type.Object({ kind: Type.Literal('say'), ...step, body: Type.String() })

const AskUser = Type.Object({
  kind: Type.Literal('ask_user'),
  ...step,
  question: Type.String(),
  /** What the answer is kept as. */
  identifier: Type.String({ maxLength: 255 }),
})

const AskTeammate = Type.Object({
  kind: Type.Literal('ask_teammate'),
  ...step,
  question: Type.String(),
  attributes: Type.Array(AskedAttribute, { maxItems: 50 }),
  /** How long an answer is waited for, in seconds. */
  expires_in: Type.Integer({ minimum: 1, maximum: 31_536_000 }),
  priority: optional(Type.Boolean()),
})

const Escalate = Type.Object({ kind: Type.Literal('escalate'), ...step })

export const Steps = Type.Array(Type.Union([Say, AskUser, AskTeammate, Escalate]), { maxItems: 100 })

export type Step = Static<typeof Steps>[number]
export type AskTeammateStep = Static<typeof AskTeammate>
export type AskedAttribute = Static<typeof AskedAttribute>

const validator = Compile(Steps)

/** The steps of a procedure as they are stored; throws for what are none. */
export function readSteps(value: unknown): Step[] {
  if (!validator.Check(value)) throw new Error('these are not the steps of a procedure')
  return value
}

/** Words with what a run has learnt filled in: `{{order_number}}`. A name that nothing is known of stays empty. */
export const filledIn = (words: string, collected: Record<string, unknown>): string =>
  words.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => escaped(String(collected[name] ?? '')))

const escaped = (text: string): string => text.replace(/[&<>"]/g, char => ESCAPES[char] ?? char)

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }
