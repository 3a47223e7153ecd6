import { companyId, contactId, type Volume } from './load-data.ts'

/** One operation under measure. `target` and `aim` are shares of what HTTP and SQL alone would allow together. */
export interface Measured {
  name: string
  method: string
  path: (n: number) => string
  body?: (n: number) => object
  connections: number
  target: number
  aim: number
  /** Set where 2.7 does not have it. */
  young?: true
}

/** The operations of the table of targets, over rows that are spread through the tables. */
export const measured = (
  of: Volume,
  workspace: { adminId: number; tagId: string; ticketIds: string[]; deepCursor: string },
): Measured[] => {
  const spread = (n: number, size: number) => ((n * 7919) % size) + 1
  return [
    { ...READ, name: 'GET a contact', path: n => `/contacts/${contactId(spread(n, of.contacts))}` },
    { ...READ, name: 'GET a company', path: n => `/companies/${companyId(spread(n, of.companies))}` },
    { ...READ, name: 'GET a tag', path: () => `/tags/${workspace.tagId}` },
    {
      ...READ,
      young: true,
      name: 'GET a ticket',
      path: n => `/tickets/${workspace.ticketIds[n % workspace.ticketIds.length]}`,
    },
    { ...PAGE, name: 'GET a conversation of 20 parts', path: n => `/conversations/${spread(n, 1000)}` },
    { ...PAGE, name: 'list 50 contacts', path: () => '/contacts?per_page=50' },
    {
      ...PAGE,
      name: 'list 50 contacts, deep in the list',
      path: () => `/contacts?per_page=50&starting_after=${encodeURIComponent(workspace.deepCursor)}`,
    },
    {
      ...PAGE,
      name: 'search 50 contacts by domain',
      method: 'POST',
      path: () => '/contacts/search',
      body: n => search('email_domain', '=', `company${spread(n, of.companies) - 1}.example`),
    },
    {
      ...PAGE,
      name: 'search a contact by external id',
      method: 'POST',
      path: () => '/contacts/search',
      body: n => search('external_id', '=', `ext-${spread(n, of.contacts)}`),
    },
    {
      ...PAGE,
      name: 'search contacts by a custom attribute and role',
      method: 'POST',
      path: () => '/contacts/search',
      body: n => ({
        query: {
          operator: 'AND',
          value: [
            { field: 'custom_attributes.plan', operator: '=', value: 'pro' },
            { field: 'role', operator: '=', value: n % 2 ? 'user' : 'lead' },
          ],
        },
        pagination: { per_page: 50 },
      }),
    },
    {
      ...PAGE,
      name: 'search 20 conversations by a word',
      method: 'POST',
      path: () => '/conversations/search',
      body: n => ({
        query: { field: 'source.body', operator: '=', value: String(spread(n, of.conversations)) },
        pagination: { per_page: 20 },
      }),
    },
    {
      ...PAGE,
      name: 'search articles',
      young: true,
      path: n =>
        `/articles/search?phrase=${encodeURIComponent(`refund subject${spread(n, of.articles) - 1}`)}`,
    },
    { ...PAGE, name: 'list 20 conversations', path: () => '/conversations?per_page=20' },
    {
      ...WRITE,
      name: 'POST a contact',
      method: 'POST',
      path: () => '/contacts',
      body: () => ({
        email: `${crypto.randomUUID()}@new.example`,
        name: 'New Person',
        external_id: crypto.randomUUID(),
      }),
      target: 0.45,
      aim: 0.65,
    },
    {
      ...WRITE,
      name: 'reply to a conversation',
      method: 'POST',
      path: n => `/conversations/${2000 + spread(n, of.conversations - 2000)}/reply`,
      body: () => ({
        message_type: 'comment',
        type: 'admin',
        admin_id: workspace.adminId,
        body: 'We are on it.',
      }),
      target: 0.4,
      aim: 0.6,
    },
  ]
}

const READ = { method: 'GET', connections: 16, target: 0.55, aim: 0.75 }
const PAGE = { method: 'GET', connections: 16, target: 0.45, aim: 0.65 }
const WRITE = { connections: 32 }

const search = (field: string, operator: string, value: string) => ({
  query: { field, operator, value },
  pagination: { per_page: 50 },
})
