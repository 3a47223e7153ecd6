import { missing, type Problem } from '@guichet/contract/errors.ts'
import type {
  CreateConversationAttributeRequest,
  UpdateConversationAttributeRequest,
} from '@guichet/contract/operations/conversation-attributes.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { mayReadAttributes, mayWriteAttributes } from './conversation-attribute.policy.ts'
import {
  insertAttribute,
  moveValues,
  selectAttributeNamed,
  selectAttributes,
  updateRow,
} from './conversation-attribute.sql.ts'
import { type AttributeView, viewAttribute } from './conversation-attribute.view.ts'
import { type DataType, dataTypeOf, readDataType } from './data-type.ts'
import { firstOptions, type Option, refused } from './option.ts'
import { requireAttribute, requireAttributeToChange } from './require-attribute.ts'
import { changeSettings, readSettings } from './settings.ts'

type CreateRequest = Static<typeof CreateConversationAttributeRequest>
type UpdateRequest = Static<typeof UpdateConversationAttributeRequest>

/** The attributes conversations can have; archived ones only when asked for. */
export async function listAttributes(
  tx: Tx,
  actor: Actor,
  { withArchived }: { withArchived: boolean },
): Promise<{ type: 'list'; data: AttributeView[] }> {
  mayReadAttributes(actor)
  const rows = await selectAttributes(tx, actor.workspace.id, withArchived)
  return { type: 'list', data: rows.map(viewAttribute) }
}

/** One attribute, archived or not; 404 when there is none. */
export async function findAttribute(tx: Tx, actor: Actor, id: string): Promise<AttributeView> {
  mayReadAttributes(actor)
  return viewAttribute(await requireAttribute(tx, actor, id))
}

/** Defines an attribute; 422 for a name that is taken or parts that do not fit its data type. */
export async function createAttribute(
  tx: Tx,
  actor: Actor,
  { name, description, data_type, options, ...asked }: CreateRequest,
): Promise<AttributeView> {
  mayWriteAttributes(actor)
  const dataType = readDataType(data_type)
  const row = await insertAttribute(tx, actor, {
    name: readName(name),
    description: description ?? '',
    data_type: dataType,
    options: readFirstOptions(dataType, options),
    settings: await changeSettings(tx, actor, dataType, { before: readSettings({}), asked }),
  })
  if (!row) throw taken(name)
  return viewAttribute(row)
}

/** Changes what is given of an attribute. A new name takes the values of the conversations along. */
export async function updateAttribute(
  tx: Tx,
  actor: Actor,
  { id, request }: { id: string; request: UpdateRequest },
): Promise<AttributeView> {
  mayWriteAttributes(actor)
  const { name, description, ...asked } = request
  const row = await requireAttributeToChange(tx, actor, id)
  const settings = await changeSettings(tx, actor, dataTypeOf(row.data_type), {
    before: readSettings(row.settings),
    asked,
  })
  const renamed = name === undefined ? row.name : readName(name)
  if (renamed !== row.name && !row.archived) await rename(tx, actor, { from: row.name, to: renamed })
  return viewAttribute(
    await updateRow(tx, actor, row.id, {
      name: renamed,
      settings,
      ...(description !== undefined && { description: description ?? '' }),
    }),
  )
}

/** Archives an attribute: conversations keep its values, nothing new is written to it. */
export async function archiveAttribute(tx: Tx, actor: Actor, id: string): Promise<AttributeView> {
  mayWriteAttributes(actor)
  const row = await requireAttributeToChange(tx, actor, id)
  return viewAttribute(row.archived ? row : await updateRow(tx, actor, row.id, { archived: true }))
}

/** Brings an archived attribute back; 422 where another has its name by now. */
export async function restoreAttribute(tx: Tx, actor: Actor, id: string): Promise<AttributeView> {
  mayWriteAttributes(actor)
  const row = await requireAttributeToChange(tx, actor, id)
  if (!row.archived) return viewAttribute(row)
  if (await selectAttributeNamed(tx, actor.workspace.id, row.name)) throw taken(row.name)
  return viewAttribute(await updateRow(tx, actor, row.id, { archived: false }))
}

function readName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw missing('name')
  if (trimmed.length > LONGEST_NAME) throw refused(`name must be at most ${LONGEST_NAME} characters`)
  return trimmed
}

const LONGEST_NAME = 190

function readFirstOptions(dataType: DataType, options: CreateRequest['options']): Option[] | null {
  if (dataType === 'list') return firstOptions((options ?? []).map(option => option.label))
  if (options && options.length > 0) throw refused('Options can only be managed on list attributes')
  return null
}

async function rename(tx: Tx, actor: Actor, { from, to }: { from: string; to: string }): Promise<void> {
  if (await selectAttributeNamed(tx, actor.workspace.id, to)) throw taken(to)
  await moveValues(tx, actor.workspace.id, from, to)
}

const taken = (name: string): Problem => refused(`A conversation attribute named '${name}' already exists`)
