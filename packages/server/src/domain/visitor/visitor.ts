import { errors, missing, problem } from '@guichet/contract/errors.ts'
import type { UpdateVisitorRequest } from '@guichet/contract/operations/visitors.ts'
import { pseudonymOf } from '@guichet/contract/pseudonym.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { objectId, uuid } from '../../db/ids.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import {
  mayReadContacts,
  mayWriteContacts,
  readText,
  updateContactRow,
  withoutNulls,
} from '../contact/index.ts'
import { checkCustomAttributes } from '../data-attribute/index.ts'
import { tagsOn } from '../tag/index.ts'
import { insertVisitor, lockVisitor, selectVisitor, type VisitorKey, type VisitorRow } from './visitor.sql.ts'
import { type VisitorView, viewVisitor } from './visitor.view.ts'

/** Makes a visitor, as the messenger does for somebody it does not know. Returns both ids. */
export async function createVisitor(
  tx: Tx,
  actor: Actor,
  { userId = uuid() }: { userId?: string } = {},
): Promise<{ id: string; userId: string }> {
  mayWriteContacts(actor)
  const id = objectId(actor.now)
  const { now, workspace } = actor
  await insertVisitor(tx, {
    workspace_id: workspace.id,
    id,
    external_id: userId,
    pseudonym: pseudonymOf(id),
    now,
  })
  return { id, userId }
}

/** One visitor by its user id; 404 for none, and for somebody who has become a contact. */
export async function findVisitor(tx: Tx, actor: Actor, userId: string): Promise<VisitorView> {
  mayReadContacts(actor)
  return show(tx, actor, await requireVisitor(tx, actor, { user_id: userId }))
}

/** Changes the name and the custom attributes of a visitor. 404 for no such visitor. */
export async function updateVisitor(
  tx: Tx,
  actor: Actor,
  request: Static<typeof UpdateVisitorRequest>,
): Promise<VisitorView> {
  mayWriteContacts(actor)
  const key = visitorKey(request)
  if (!key) throw missing('id', 'id or user_id is required')
  const before = await holdVisitor(tx, actor, key)
  const values = await checkCustomAttributes(tx, actor, {
    ...{ model: 'contact', values: request.custom_attributes ?? {} },
  })
  const stored = typeof before.custom_attributes === 'object' ? before.custom_attributes : {}
  await updateContactRow(tx, actor.workspace.id, before.id, {
    ...(request.name !== undefined && { name: readText('name', request.name) }),
    custom_attributes: json(withoutNulls({ ...stored, ...values })),
    updated_at: actor.now,
  })
  return show(tx, actor, await requireVisitor(tx, actor, { id: before.id }))
}

/** How a request names a visitor; undefined when it does not. */
export function visitorKey(named: { id?: string; user_id?: string; email?: string }): VisitorKey | undefined {
  if (named.id !== undefined) return { id: named.id }
  if (named.user_id !== undefined) return { user_id: named.user_id }
  return named.email === undefined ? undefined : { email: named.email }
}

/** The visitor of a key; 404 for none. */
async function requireVisitor(tx: Tx, actor: Actor, key: VisitorKey): Promise<VisitorRow> {
  const row = await selectVisitor(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.visitorNotFound)
  return row
}

/** The visitor of a key, held until the transaction ends; 404 for none. */
export async function holdVisitor(tx: Tx, actor: Actor, key: VisitorKey): Promise<VisitorRow> {
  const row = await lockVisitor(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.visitorNotFound)
  return row
}

async function show(tx: Tx, actor: Actor, row: VisitorRow): Promise<VisitorView> {
  const tags = await tagsOn(tx, actor.workspace.id, 'contact', [row.id])
  return viewVisitor(row, tags.get(row.id) ?? [])
}
