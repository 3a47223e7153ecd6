import { objectId } from '../../src/db/ids.ts'
import type { Answer } from './api.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'

type Place = TestWorkspace & Pick<Guichet, 'database' | 'clock'>

export interface TestContact {
  id: string
  external_id: string
  name: string
  email: string
}

let made = 0

/** A contact of its own, written straight into the database. */
export async function buildContact(
  { id: workspace_id, database, clock }: Place,
  { role = 'user' }: { role?: 'user' | 'lead' | 'visitor' } = {},
): Promise<TestContact> {
  made += 1
  const contact = {
    id: objectId(clock.now()),
    external_id: `person-${made}-${Math.random()}`,
    name: `Joe ${made}`,
    email: `joe${made}@${workspace_id}.com`,
  }
  const times = { created_at: clock.now(), updated_at: clock.now() }
  await database.transaction(tx =>
    tx
      .insertInto('contacts')
      .values({ workspace_id, role, ...contact, ...times })
      .execute(),
  )
  return contact
}

/** A conversation that a contact began, with what it began with. */
export async function buildConversation(
  place: Place,
  { contact, body = 'Hello there' }: { contact?: TestContact; body?: string } = {},
): Promise<{ id: string; sourceId: string; contact: TestContact }> {
  const by = contact ?? (await buildContact(place))
  const { body: message } = await place.api.post('/conversations', {
    from: { type: 'user', id: by.id },
    body,
  })
  return { id: message.conversation_id, sourceId: message.id, contact: by }
}

/** A comment by the owner, or whatever else `body` says. */
export const reply = ({ api, ownerId }: TestWorkspace, id: string, body: object): Promise<Answer> =>
  api.post(`/conversations/${id}/reply`, {
    message_type: 'comment',
    type: 'admin',
    admin_id: ownerId,
    ...body,
  })

/** An action by the owner. */
export const manage = ({ api, ownerId }: TestWorkspace, id: string, body: object): Promise<Answer> =>
  api.post(`/conversations/${id}/parts`, { type: 'admin', admin_id: ownerId, ...body })

/** The bodies of the parts of a conversation. */
export const thread = (conversation: { conversation_parts: { conversation_parts: { body: string }[] } }) =>
  conversation.conversation_parts.conversation_parts.map(part => part.body)
