import { errors, problem } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { selectTeams } from './conversation-attribute.sql.ts'
import type { DataType } from './data-type.ts'

interface AttributeReference {
  type: 'one' | 'many'
  object_type_id?: string
}

/** What only some attributes have, as it lies in one column. */
export interface Settings {
  required: boolean
  visible_to_team_ids: string[]
  multiline: boolean
  reference?: AttributeReference
}

/** Settings as they lie in the database; what is not there is off. */
export function readSettings(stored: unknown): Settings {
  const { required, visible_to_team_ids, multiline, reference } = fieldsOf(stored)
  const { type, object_type_id } = fieldsOf(reference)
  const teams = Array.isArray(visible_to_team_ids) ? visible_to_team_ids.map(String) : []
  return {
    required: required === true,
    visible_to_team_ids: teams,
    multiline: multiline === true,
    ...((type === 'one' || type === 'many') && {
      reference: { type, ...(typeof object_type_id === 'string' && { object_type_id }) },
    }),
  }
}

/** The settings after a request: 422 for those of another data type, 404 for a team that does not exist. */
export async function changeSettings(
  tx: Tx,
  actor: Actor,
  dataType: DataType,
  { before, asked }: { before: Settings; asked: Partial<Settings> },
): Promise<Settings> {
  const { required, visible_to_team_ids, multiline, reference } = asked
  if (multiline !== undefined && dataType !== 'string') throw belongs('multiline', 'string')
  if (reference !== undefined && dataType !== 'relationship') throw belongs('reference', 'relationship')
  if (visible_to_team_ids) await requireTeams(tx, actor, visible_to_team_ids)
  const after: Settings = {
    ...before,
    ...(required !== undefined && { required }),
    ...(visible_to_team_ids !== undefined && { visible_to_team_ids }),
    ...(multiline !== undefined && { multiline }),
    ...(reference !== undefined && { reference }),
  }
  if (dataType === 'relationship' && !after.reference) {
    throw problem(errors.conversationAttributeInvalid, 'reference is required')
  }
  return after
}

async function requireTeams(tx: Tx, actor: Actor, ids: string[]): Promise<void> {
  const keys = new Set(ids.map(id => numericId(id) ?? 0))
  const found = await selectTeams(tx, actor.workspace.id, [...keys])
  if (found.length < keys.size) throw problem(errors.teamNotFound)
}

const belongs = (name: string, type: DataType) =>
  problem(errors.conversationAttributeInvalid, `${name} can only be set on ${type} attributes`)
