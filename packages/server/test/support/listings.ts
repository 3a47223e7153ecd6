import type { Operation } from '@guichet/contract/operation.ts'
import { activityLogs } from '@guichet/contract/operations/activity-logs.ts'
import { calls } from '@guichet/contract/operations/calls.ts'
import { companies } from '@guichet/contract/operations/companies.ts'
import { contactHistory } from '@guichet/contract/operations/contact-history.ts'
import { contacts } from '@guichet/contract/operations/contacts.ts'
import { conversationExtras } from '@guichet/contract/operations/conversation-extras.ts'
import { conversations } from '@guichet/contract/operations/conversations.ts'
import { deletedConversations } from '@guichet/contract/operations/deleted-conversations.ts'
import { events } from '@guichet/contract/operations/events.ts'
import { helpCenters } from '@guichet/contract/operations/help-centers.ts'
import { messageStatuses } from '@guichet/contract/operations/message-statuses.ts'
import { notes } from '@guichet/contract/operations/notes.ts'
import { tickets } from '@guichet/contract/operations/tickets.ts'
import { CONTENT_LISTINGS } from './content-listings.ts'
import { drainEvents } from './happened.ts'
import { type Listing, made, type Place, removed } from './listing.ts'

/** Lists that page and cannot be walked here, each with its reason. */
export const UNWALKED = new Map<Operation, string>([[helpCenters.list, 'all of them come at once']])

type In = Pick<Place, 'workspace'>

const makeContact = ({ workspace: { api } }: In, number: number) =>
  made(api.post('/contacts', { email: `person${number}@example.com`, name: `Person ${number}` }))
const makeCompany = ({ workspace: { api } }: In, number: number) =>
  made(api.post('/companies', { company_id: `c${number}`, name: `Company ${number}` }))

async function makeConversation({ workspace: { api } }: In, at: string): Promise<string> {
  const { body } = await api.post('/conversations', { from: { type: 'user', id: at }, body: 'Hello' })
  return String(body.conversation_id)
}

async function makeTicket({ workspace: { api } }: In, at: string): Promise<string> {
  const [contact, type] = at.split(' ')
  return made(api.post('/tickets', { ticket_type_id: type, contacts: [{ id: contact }] }))
}

const aContact: Listing['prepare'] = place => makeContact(place, 0)
const aCompany: Listing['prepare'] = place => makeCompany(place, 0)

const logEntries: Pick<Listing, 'make'> = {
  make: ({ workspace: { id }, guichet: { database, clock } }) =>
    database.transaction(tx =>
      tx
        .insertInto('activity_logs')
        .values({
          ...{ workspace_id: id, activity_type: 'app_name_change', activity_description: 'Did' },
          performed_by: JSON.stringify({ type: 'admin', id: '1', email: 'ada@example.com', ip: null }),
          created_at: clock.now(),
        })
        .execute(),
    ),
}

/** Every list that pages. A new one belongs here: the law asks for it. */
export const LISTINGS: Listing[] = [
  {
    ...{ operation: contacts.list, style: 'cursor', usual: 10, most: 150 },
    ...{ make: makeContact, remove: removed('/contacts') },
  },
  {
    ...{ operation: contacts.search, style: 'search', usual: 50, most: 150 },
    ...{ make: makeContact, remove: removed('/contacts') },
  },
  {
    ...{ operation: contactHistory.activities, style: 'cursor', usual: 50, most: 150 },
    make: async (place, number) => {
      await makeContact(place, number)
      await drainEvents(place.guichet)
    },
  },
  {
    ...{ operation: contactHistory.mergeHistory, style: 'history', usual: 50, most: 150 },
    prepare: aContact,
    path: at => `/contacts/${at}/merge_history`,
    make: async ({ workspace: { api }, at }, number) => {
      const lead = { role: 'lead', email: 'person0@example.com', name: `Lead ${number}` }
      await made(api.post('/contacts/merge', { from: await made(api.post('/contacts', lead)), into: at }))
    },
    idOf: row => row.source_contact_id,
  },
  {
    ...{ operation: conversationExtras.listSideConversations, style: 'page', usual: 25, most: 50 },
    prepare: async place => makeConversation(place, await makeContact(place, 0)),
    path: at => `/conversations/${at}/side_conversations`,
    make: ({ workspace: { api }, at }) =>
      made(api.post(`/app/api/conversations/${at}/side_conversations`, { body: 'Words' })),
    idOf: row => row.side_conversation_id,
  },
  {
    ...{ operation: conversationExtras.listParts, style: 'cursor', usual: 50, most: 150 },
    prepare: async place => makeConversation(place, await makeContact(place, 0)),
    path: at => `/conversations/${at}/parts`,
    make: ({ workspace: { api, ownerId }, at }) =>
      made(
        api.post(`/conversations/${at}/reply`, {
          ...{ message_type: 'comment', type: 'admin', admin_id: ownerId, body: 'Words' },
        }),
      ),
  },
  {
    ...{ operation: companies.find, style: 'page', usual: 15, most: 60 },
    ...{ make: makeCompany, remove: removed('/companies') },
  },
  {
    ...{ operation: companies.list, style: 'page', usual: 15, most: 60, asked: { order: 'asc' } },
    ...{ make: makeCompany, remove: removed('/companies') },
  },
  {
    ...{ operation: companies.scroll, style: 'scroll', usual: 100, most: 100 },
    ...{ make: makeCompany, remove: removed('/companies') },
  },
  {
    ...{ operation: companies.search, style: 'search', usual: 15, most: 150 },
    ...{ make: makeCompany, remove: removed('/companies') },
  },
  {
    ...{ operation: companies.listContacts, style: 'page', usual: 50, most: 150, prepare: aCompany },
    path: at => `/companies/${at}/contacts`,
    make: async (place, number) =>
      made(
        place.workspace.api.post(`/contacts/${await makeContact(place, number)}/companies`, { id: place.at }),
      ),
  },
  {
    ...{ operation: companies.listForContact, style: 'page', usual: 50, most: 150, prepare: aContact },
    path: at => `/contacts/${at}/companies`,
    make: async (place, number) =>
      made(
        place.workspace.api.post(`/contacts/${place.at}/companies`, { id: await makeCompany(place, number) }),
      ),
  },
  {
    ...{ operation: events.list, style: 'events', usual: 50, most: 150, prepare: aContact },
    path: at => `/events?type=user&intercom_user_id=${at}`,
    // Four to a second: what happened at once must not be lost between two pages. A second of the same name would be.
    make: ({ workspace: { api }, guichet: { clock }, at }, number) =>
      api.post('/events', {
        ...{ event_name: `counted-${number % 4}`, id: at, metadata: { number: String(number) } },
        created_at: clock.now() - 1000 + Math.floor(number / 4),
      }),
    idOf: row => row.metadata.number,
  },
  {
    ...{ operation: notes.listForContact, style: 'page', usual: 50, most: 150, prepare: aContact },
    path: at => `/contacts/${at}/notes`,
    make: ({ workspace: { api }, at }) => made(api.post(`/contacts/${at}/notes`, { body: 'Note' })),
  },
  {
    ...{ operation: notes.listForCompany, style: 'page', usual: 50, most: 150, prepare: aCompany },
    path: at => `/companies/${at}/notes`,
    make: ({ workspace: { api }, at }) => made(api.post(`/companies/${at}/notes`, { body: 'Note' })),
  },
  {
    ...{ operation: conversations.list, style: 'cursor', usual: 20, most: 150, prepare: aContact },
    make: place => makeConversation(place, place.at),
    remove: removed('/conversations'),
  },
  {
    ...{ operation: conversations.search, style: 'search', usual: 20, most: 150, prepare: aContact },
    make: place => makeConversation(place, place.at),
    remove: removed('/conversations'),
  },
  {
    ...{ operation: deletedConversations.list, style: 'page', usual: 20, most: 60, prepare: aContact },
    asked: { order: 'asc' },
    make: async place =>
      made(place.workspace.api.delete(`/conversations/${await makeConversation(place, place.at)}`)),
  },
  {
    ...{ operation: tickets.search, style: 'search', usual: 20, most: 150 },
    prepare: async place =>
      `${await makeContact(place, 0)} ${await made(place.workspace.api.post('/ticket_types', { name: 'Type' }))}`,
    make: place => makeTicket(place, place.at),
    remove: removed('/tickets'),
  },
  {
    ...{ operation: activityLogs.list, style: 'page', usual: 20, most: 250 },
    asked: { created_at_after: '1' },
    ...logEntries,
  },
  {
    ...{ operation: activityLogs.search, style: 'page', usual: 20, most: 250 },
    body: { created_at_after: '1' },
    ...logEntries,
  },
  {
    ...{ operation: calls.list, style: 'page', usual: 25, most: 25 },
    make: ({ workspace: { id }, guichet: { database, clock } }) =>
      database.transaction(tx =>
        tx
          .insertInto('calls')
          .values({
            ...{ workspace_id: id, state: 'completed', direction: 'inbound', phone: '+15551234567' },
            ...{ initiated_at: clock.now(), created_at: clock.now(), updated_at: clock.now() },
          })
          .execute(),
      ),
  },
  {
    ...{ operation: messageStatuses.list, style: 'cursor', usual: 50, most: 100 },
    asked: { ruleset_id: 'rules' },
    make: ({ workspace: { id }, guichet: { database, clock } }, number) =>
      database.transaction(tx =>
        tx
          .insertInto('whatsapp_messages')
          .values({
            ...{ workspace_id: id, whatsapp_message_id: `w-${number}`, ruleset_id: 'rules' },
            ...{ template_name: 'hello', created_at: clock.now(), updated_at: clock.now() },
          })
          .execute(),
      ),
  },
  ...CONTENT_LISTINGS,
]
