import { Problem } from '@guichet/contract/errors.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type AttributeModel, checkCustomAttributes, definedAttributes } from '../data-attribute/index.ts'

/** Attributes that can be kept, and why the others cannot, by their names. */
export interface AcceptedAttributes {
  values: Record<string, unknown>
  errors: Record<string, string>
}

/** Reads attributes one by one, so that one that is wrong costs no other. `called` is what its error calls their owner. */
export async function acceptAttributes(
  tx: Tx,
  actor: Actor,
  of: { model: AttributeModel; called: 'User' | 'Conversation'; values: Record<string, unknown> },
): Promise<AcceptedAttributes> {
  const accepted: AcceptedAttributes = { values: {}, errors: {} }
  const names = Object.keys(of.values)
  if (names.length === 0) return accepted
  const defined = await definedAttributes(tx, actor.workspace.id, of.model)
  for (const name of names) {
    if (!defined.has(name)) accepted.errors[name] = `${of.called} attribute '${name}' does not exist`
    else await acceptOne(tx, actor, { ...of, name, accepted })
  }
  return accepted
}

async function acceptOne(
  tx: Tx,
  actor: Actor,
  of: {
    model: AttributeModel
    called: string
    values: Record<string, unknown>
    name: string
    accepted: AcceptedAttributes
  },
): Promise<void> {
  const { model, name, accepted } = of
  try {
    const values = { [name]: of.values[name] }
    Object.assign(accepted.values, await checkCustomAttributes(tx, actor, { model, values }))
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    accepted.errors[name] = error.message.replace(/^(Custom|Conversation)(?= attribute)/, of.called)
  }
}
