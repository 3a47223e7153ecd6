import type {
  BulkCreateContactsRequest,
  BulkDeleteContactsRequest,
  BulkUpdateContactsRequest,
} from '@guichet/contract/operations/contact-bulk.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { enqueueTask, findBulkJob, type NewTask } from '../bulk/index.ts'

/** Makes many contacts later; one that exists already is refused, and the others are made. */
export const bulkCreateContacts = (tx: Tx, actor: Actor, request: Static<typeof BulkCreateContactsRequest>) =>
  enqueue(tx, actor, 'create', request)

/** Changes many contacts later, each named by its id. */
export const bulkUpdateContacts = (tx: Tx, actor: Actor, request: Static<typeof BulkUpdateContactsRequest>) =>
  enqueue(tx, actor, 'update', request)

/** Deletes many contacts later, for good. */
export const bulkDeleteContacts = (tx: Tx, actor: Actor, request: Static<typeof BulkDeleteContactsRequest>) =>
  enqueue(tx, actor, 'delete', request)

/** How a bulk job of contacts stands. */
export const findContactBulk = (tx: Tx, actor: Actor, id: string) => findBulkJob(tx, actor, 'contacts', id)

const enqueue = (
  tx: Tx,
  actor: Actor,
  action: NewTask['action'],
  { contacts, job }: { contacts: object[]; job?: { id: string } },
) =>
  enqueueTask(tx, actor, { noun: 'contacts', kind: 'contact_bulk', action, items: contacts, jobId: job?.id })
