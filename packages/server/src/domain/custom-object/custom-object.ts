import { customObjectsAreListed } from '@guichet/contract/changes/gates.ts'
import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type {
  CustomObjectInstanceDeleted,
  CustomObjectInstancePage,
  FoundCustomObjectInstance,
} from '@guichet/contract/models/custom-object-instance.ts'
import type { CreateOrUpdateCustomObjectInstanceRequest } from '@guichet/contract/operations/custom-objects.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { readAttributeValue } from '../attribute-value.ts'
import { numberedPage, numberedPages, type PageQuery } from '../paging.ts'
import { mayReadCustomObjects, mayWriteCustomObjects } from './custom-object.policy.ts'
import {
  deleteInstanceRow,
  type InstanceChange,
  type InstanceKey,
  selectInstance,
  selectPage,
  type TypeRow,
  upsertInstance,
} from './custom-object.sql.ts'
import { type InstanceView, viewInstance } from './custom-object.view.ts'
import { attributesOf, requireType } from './custom-object-type.ts'
import { referencedBy } from './references.ts'

type Found = Static<typeof FoundCustomObjectInstance>
type Page = Static<typeof CustomObjectInstancePage>
type Deleted = Static<typeof CustomObjectInstanceDeleted>

export interface InstanceQuery extends PageQuery {
  external_id?: string
  references_contact_id?: string
  references_conversation_id?: string
}

/** The instance of an external id, 404 when there is none; else a page of those a contact or conversation refers to, or of all. */
export async function listInstances(
  tx: Tx,
  actor: Actor,
  identifier: string,
  query: InstanceQuery,
): Promise<InstanceView | Found | Page> {
  mayReadCustomObjects(actor)
  const type = await requireType(tx, actor, identifier)
  if (query.external_id !== undefined) return findOne(tx, actor, type, query, query.external_id)
  if (!actor.gates.has(customObjectsAreListed)) throw missing('external_id')
  const page = numberedPage(query, PAGE)
  const among = await referencedBy(tx, actor.workspace.id, query)
  const { rows, total } = await selectPage(tx, actor.workspace.id, type, { among, page })
  return {
    type: 'list',
    pages: numberedPages(actor, pathOf(identifier), query, page, total),
    total_count: total,
    data: rows.map(row => viewInstance(type.identifier, row)),
  }
}

/** From 2.16 on the description calls the answer a list and the prose an object: it is both, or in strict mode the object. */
async function findOne(
  tx: Tx,
  actor: Actor,
  type: TypeRow,
  query: InstanceQuery,
  externalId: string,
): Promise<InstanceView | Found> {
  const row = await requireInstance(tx, actor, type, { external_id: externalId })
  const instance = viewInstance(type.identifier, row)
  if (actor.strict || !actor.gates.has(customObjectsAreListed)) return instance
  const pages = numberedPages(actor, pathOf(type.identifier), query, numberedPage({}, PAGE), 1)
  return { ...instance, type: 'list', pages, total_count: 1, data: [instance] }
}

/** Makes an instance, or changes the one that has its external id already. 400 for attributes that its kind does not have. */
export async function saveInstance(
  tx: Tx,
  actor: Actor,
  identifier: string,
  request: Static<typeof CreateOrUpdateCustomObjectInstanceRequest>,
): Promise<InstanceView> {
  mayWriteCustomObjects(actor)
  const type = await requireType(tx, actor, identifier)
  const row = await upsertInstance(tx, actor, type, readChange(type, request))
  return viewInstance(type.identifier, row)
}

/** One instance by its id, or by its external id. */
export async function findInstance(
  tx: Tx,
  actor: Actor,
  identifier: string,
  id: string,
): Promise<InstanceView> {
  mayReadCustomObjects(actor)
  const type = await requireType(tx, actor, identifier)
  const key = numericId(id)
  const byId = key === undefined ? undefined : await selectInstance(tx, actor.workspace.id, type, { id: key })
  return viewInstance(type.identifier, byId ?? (await requireInstance(tx, actor, type, { external_id: id })))
}

/** Deletes an instance by its id; what refers to it does so no longer. */
export async function deleteInstance(tx: Tx, actor: Actor, identifier: string, id: string): Promise<Deleted> {
  return remove(tx, actor, identifier, { id: numericId(id) ?? 0 })
}

/** Deletes an instance by its external id. */
export async function deleteInstanceByExternalId(
  tx: Tx,
  actor: Actor,
  identifier: string,
  externalId: string,
): Promise<Deleted> {
  return remove(tx, actor, identifier, { external_id: externalId })
}

async function remove(tx: Tx, actor: Actor, identifier: string, by: InstanceKey): Promise<Deleted> {
  mayWriteCustomObjects(actor)
  const type = await requireType(tx, actor, identifier)
  const row = await deleteInstanceRow(tx, actor.workspace.id, type, by)
  if (!row) throw problem(errors.customObjectNotFound)
  return { id: String(row.id), object: type.identifier, deleted: true }
}

async function requireInstance(tx: Tx, actor: Actor, type: TypeRow, by: InstanceKey) {
  const row = await selectInstance(tx, actor.workspace.id, type, by)
  if (!row) throw problem(errors.customObjectNotFound)
  return row
}

function readChange(
  type: TypeRow,
  request: Static<typeof CreateOrUpdateCustomObjectInstanceRequest>,
): InstanceChange {
  const { external_id, external_created_at, external_updated_at, custom_attributes } = request
  if (external_id !== undefined && external_id.length > LONGEST_ID)
    throw invalid(`external_id must have at most ${LONGEST_ID} characters`, 'external_id')
  return {
    external_id: external_id || null,
    times: {
      ...(external_created_at !== undefined && { external_created_at }),
      ...(external_updated_at !== undefined && { external_updated_at }),
    },
    attributes: readAttributes(type, custom_attributes ?? {}),
  }
}

function readAttributes(type: TypeRow, values: Record<string, unknown>): InstanceChange['attributes'] {
  const types = attributesOf(type)
  const set: Record<string, unknown> = {}
  const cleared: string[] = []
  for (const [name, value] of Object.entries(values)) {
    const dataType = types.get(name)
    if (dataType === undefined) throw invalid(`Custom attribute '${name}' does not exist`, name)
    if (value === null || value === '') cleared.push(name)
    else set[name] = readValue(name, dataType, value)
  }
  return { set, cleared }
}

function readValue(name: string, dataType: string, value: unknown): unknown {
  const read = readAttributeValue(dataType, value)
  if (read === undefined) throw invalid(`Custom attribute '${name}' must be of type ${dataType}`, name)
  if (typeof read === 'string' && read.length > LONGEST_VALUE)
    throw invalid(`Custom attribute '${name}' must have at most ${LONGEST_VALUE} characters`, name)
  return read
}

const PAGE = { usual: 20, most: 150 }
const pathOf = (identifier: string): string => `/custom_object_instances/${encodeURIComponent(identifier)}`

const LONGEST_ID = 255
const LONGEST_VALUE = 10_000
