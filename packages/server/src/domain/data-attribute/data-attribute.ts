import { conversationAttributesStandApart } from '@guichet/contract/changes/gates.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  CreateDataAttributeRequest,
  UpdateDataAttributeRequest,
} from '@guichet/contract/operations/data-attributes.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { checkDescription, checkName, checkOptions, checkType, nameTaken, typeWithOptions } from './checks.ts'
import type { AttributeModel } from './custom-attributes.ts'
import { mayReadDataAttributes, mayWriteDataAttributes } from './data-attribute.policy.ts'
import {
  type AttributeRow,
  insertAttribute,
  insertRelationship,
  isInSegments,
  lockAttribute,
  lockNames,
  selectAttributes,
  selectModelOfName,
  updateAttributeRow,
} from './data-attribute.sql.ts'
import { type DataAttributeView, viewCustom, viewStandard } from './data-attribute.view.ts'
import { standardAttributes } from './standard-attributes.ts'

interface ListQuery {
  model?: string
  include_archived?: boolean
}

/** The standard attributes of a model and those the workspace defined, of every model when none is named. */
export async function listDataAttributes(
  tx: Tx,
  actor: Actor,
  query: ListQuery,
): Promise<{ type: 'list'; data: DataAttributeView[] }> {
  mayReadDataAttributes(actor)
  const models = modelsWanted(actor, query.model)
  const withArchived = query.include_archived ?? false
  const rows = await selectAttributes(tx, actor.workspace.id, { models, withArchived })
  return { type: 'list', data: models.flatMap(model => attributesOf(model, rows)) }
}

/** Defines an attribute. 400 for a name another one of contacts or companies has, and for what is not one. */
export async function createDataAttribute(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateDataAttributeRequest>,
): Promise<DataAttributeView> {
  mayWriteDataAttributes(actor)
  const model = personOrCompany(request.model)
  const name = checkName(request.name)
  const data_type = checkType(request.data_type)
  const row = {
    ...{ model, name, data_type },
    options: data_type === 'options' ? checkOptions(request.options) : null,
    description: checkDescription(request.description),
    messenger_writable: request.messenger_writable ?? false,
  }
  await claimName(tx, actor, name, model)
  return viewCustom(await insertAttribute(tx, actor, row))
}

/** Defines an attribute that leads to objects of a kind, which settings do and no call. */
export async function createReferenceAttribute(
  tx: Tx,
  actor: Actor,
  { model, name, type, many = true }: { model: AttributeModel; name: string; type: string; many?: boolean },
): Promise<void> {
  mayWriteDataAttributes(actor)
  const reference = { type: many ? 'many' : 'one', object_type_id: type }
  await insertRelationship(tx, actor, { model, name: checkName(name), reference })
}

/** Changes an attribute the workspace defined, but for its name and type. 422 to archive one that a segment is made with. */
export async function updateDataAttribute(
  tx: Tx,
  actor: Actor,
  id: string,
  request: Static<typeof UpdateDataAttributeRequest>,
): Promise<DataAttributeView> {
  mayWriteDataAttributes(actor)
  const row = await byNumericId(id, key => lockAttribute(tx, actor.workspace.id, key))
  if (!row) throw problem(errors.dataAttributeNotFound)
  await checkArchiving(tx, actor, row, request.archived)
  const { archived, description, messenger_writable, options } = request
  const changed = await updateAttributeRow(tx, actor, row.id, {
    ...(archived !== undefined && { archived }),
    ...(description !== undefined && { description: checkDescription(description) }),
    ...(typeof messenger_writable === 'boolean' && { messenger_writable }),
    ...(options !== undefined && {
      data_type: typeWithOptions(row.data_type),
      options: checkOptions(options),
    }),
  })
  return viewCustom(changed)
}

/** Archives an attribute by its name, where there is one. 400 while something is made of it. */
export async function archiveAttribute(
  tx: Tx,
  actor: Actor,
  { model, name }: { model: AttributeModel; name: string },
): Promise<void> {
  const known = await selectAttributes(tx, actor.workspace.id, { models: [model], withArchived: false })
  const found = known.find(row => row.name === name)
  if (found) await updateDataAttribute(tx, actor, String(found.id), { archived: true })
}

function modelsWanted(actor: Actor, model: string | undefined): AttributeModel[] {
  const apart = actor.gates.has(conversationAttributesStandApart)
  if (model === undefined) return apart ? ['contact', 'company'] : ['contact', 'company', 'conversation']
  if (model !== 'conversation') return [personOrCompany(model)]
  if (apart) throw problem(errors.dataAttributeOfConversations)
  return [model]
}

function attributesOf(model: AttributeModel, rows: AttributeRow[]): DataAttributeView[] {
  const { first, last } = standardAttributes[model]
  return [
    ...first.map(row => viewStandard(model, row)),
    ...rows.filter(row => row.model === model).map(viewCustom),
    ...last.map(row => viewStandard(model, row)),
  ]
}

function personOrCompany(model: string | undefined): 'contact' | 'company' {
  if (model === 'contact' || model === 'company') return model
  throw problem(errors.dataAttributeModelInvalid, undefined, 'model')
}

/** Both models share one set of names. */
async function claimName(tx: Tx, actor: Actor, name: string, wanted: AttributeModel): Promise<void> {
  await lockNames(tx, actor.workspace.id)
  const taken = await selectModelOfName(tx, actor.workspace.id, name)
  if (taken) throw nameTaken(name, taken, wanted)
}

async function checkArchiving(
  tx: Tx,
  actor: Actor,
  row: AttributeRow,
  archived = row.archived,
): Promise<void> {
  if (archived === row.archived) return
  if (!archived) return claimName(tx, actor, row.name, row.model)
  if (await isInSegments(tx, actor.workspace.id, row.name)) throw problem(errors.dataAttributeInUse)
}
