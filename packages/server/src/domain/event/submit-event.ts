import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { CreateEventRequest } from '@guichet/contract/operations/events.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { checkSeconds } from '../check-seconds.ts'
import { type ContactNamed, type ContactRef, findContactBy } from '../contact/index.ts'
import { eventCreated } from './event.events.ts'
import { mayWriteEvents } from './event.policy.ts'
import { insertEvent, insertEventTypes } from './event.sql.ts'
import { checkMetadata } from './event-metadata.ts'
import { addToSummary } from './event-summary.sql.ts'

/**
 * Records that a person did something, and counts it. The same event of the same person at the same second is one
 * event: sent again it changes nothing. 404 for nobody.
 */
export async function submitEvent(
  tx: Tx,
  actor: Actor,
  request: Static<typeof CreateEventRequest>,
): Promise<undefined> {
  mayWriteEvents(actor)
  const name = checkEventName(request.event_name)
  const createdAt = checkSeconds(request.created_at, 'created_at')
  const metadata = checkMetadata(request.metadata ?? {})
  const { id: contactId } = await requirePerson(tx, actor, request)
  const workspaceId = actor.workspace.id
  const event = await insertEvent(tx, { workspaceId, contactId, name, createdAt, metadata })
  if (!event) return
  const at = createdAt * 1000
  await insertEventTypes(tx, workspaceId, [name], actor.now)
  await addToSummary(tx, { workspaceId, contactId, name, count: 1, firstMs: at, lastMs: at })
  await append(tx, actor, eventCreated({ id: event.id, contactId, name }))
}

export function checkEventName(name: string): string {
  const trimmed = name.trim()
  if (trimmed === '') throw missing('event_name')
  if (trimmed.length > LONGEST_NAME)
    throw invalid(`event_name must have at most ${LONGEST_NAME} characters`, 'event_name')
  return trimmed
}

const LONGEST_NAME = 255

/** The person an event is about; 400 when none is named, 404 for nobody. */
export async function requirePerson(tx: Tx, actor: Actor, named: ContactNamed): Promise<ContactRef> {
  const { id, intercom_user_id, user_id, email } = named
  if ([id, intercom_user_id, user_id, email].every(each => each === undefined)) throw missing('user_id')
  const person = await findContactBy(tx, actor, { id, intercom_user_id, user_id, email })
  if (!person) throw problem(errors.contactNotFound)
  return person
}
