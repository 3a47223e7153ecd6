import type { Api } from './api.ts'
import { buildSegment, buildSubscriptionType } from './factories.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'

/** What a random life of a workspace has made so far, by noun: the ids that reads ask for. */
export interface Life {
  workspace: TestWorkspace
  made: Record<Noun, string[]>
  /** Things that the five nouns show. */
  tags: string[]
  people: string[]
  states: string[]
  type: { id: string; attribute: string }
  subscription: string
  pick<T>(of: T[]): T | undefined
  chance(): number
  now(): number
}

export const NOUNS = ['contacts', 'companies', 'conversations', 'tickets', 'articles'] as const
export type Noun = (typeof NOUNS)[number]

/** A workspace with what acts need to be there, all of which changes as well. */
export async function beginLife(guichet: Guichet, chance: () => number): Promise<Life> {
  const workspace = await guichet.createWorkspace()
  const { api } = workspace
  const rules = { field: 'created_at', operator: '>', value: { days_ago: 0.001 } }
  await buildSegment(guichet, 'Fresh', rules, 'company', workspace)
  const type = (await api.post('/ticket_types', { name: 'Fault', category: 'Customer' })).body
  const attribute = await api.post(`/ticket_types/${type.id}/attributes`, {
    ...{ name: 'Machine', description: 'Which', data_type: 'string' },
  })
  const attributes = [
    { name: 'colour', model: 'contact', data_type: 'string' },
    { name: 'floors', model: 'company', data_type: 'integer' },
  ]
  for (const each of attributes) await api.post('/data_attributes', each)
  await api.post('/conversations/attributes', { name: 'Mood', data_type: 'string' })
  const states = (await api.get('/ticket_states')).body.data.map((state: { id: string }) => state.id)
  const subscription = String(await buildSubscriptionType(guichet, 'opt_out', workspace))
  return {
    ...{ workspace, states, subscription, chance, tags: [], people: [] },
    made: { contacts: [], companies: [], conversations: [], tickets: [], articles: [] },
    type: { id: String(type.id), attribute: String(attribute.body.id) },
    pick: of => of[Math.floor(chance() * of.length)],
    now: () => guichet.clock.now(),
  }
}

/** One random act; a refusal is an act too. Answers its name. */
export async function actAtRandom(life: Life): Promise<string> {
  const [name, act] = life.pick(ACTS) ?? ['nothing', async () => undefined]
  await act(life, life.workspace.api)
  return name
}

const word = ({ chance }: Life): string => `w${Math.floor(chance() * 1e9).toString(36)}`

const keep = (list: string[], id: unknown): void => {
  if (id !== undefined) list.push(String(id))
}

type Act = (life: Life, api: Api) => Promise<unknown>

const on = (noun: Noun, act: (api: Api, id: string, life: Life) => Promise<unknown>): Act => {
  return async (life, api) => {
    const id = life.pick(life.made[noun])
    return id === undefined ? undefined : act(api, id, life)
  }
}

const byAdmin = (life: Life, body: object) => ({
  ...{ type: 'admin', admin_id: life.workspace.ownerId },
  ...body,
})

const ACTS: [string, Act][] = [
  [
    'make a user',
    async (life, api) =>
      keep(
        life.made.contacts,
        (await api.post('/contacts', { external_id: word(life), name: word(life) })).body.id,
      ),
  ],
  [
    'make a lead',
    async (life, api) =>
      keep(life.made.contacts, (await api.post('/contacts', { role: 'lead', name: word(life) })).body.id),
  ],
  [
    'change a contact',
    on('contacts', (api, id, life) =>
      api.put(`/contacts/${id}`, { name: word(life), custom_attributes: { colour: word(life) } }),
    ),
  ],
  ['archive a contact', on('contacts', (api, id) => api.post(`/contacts/${id}/archive`))],
  ['unarchive a contact', on('contacts', (api, id) => api.post(`/contacts/${id}/unarchive`))],
  [
    'block a contact',
    on('contacts', (api, id, { chance }) =>
      chance() < 0.2 ? api.post(`/contacts/${id}/block`) : api.get('/tags'),
    ),
  ],
  [
    'merge contacts',
    on('contacts', (api, from, life) =>
      api.post('/contacts/merge', {
        from,
        into: life.pick(life.made.contacts),
        skip_duplicate_validation: true,
      }),
    ),
  ],
  [
    'note a contact',
    on('contacts', (api, id, life) => api.post(`/contacts/${id}/notes`, { body: word(life) })),
  ],
  [
    'subscribe a contact',
    on('contacts', (api, id, life) =>
      api.post(`/contacts/${id}/subscriptions`, { id: life.subscription, consent_type: 'opt_out' }),
    ),
  ],
  [
    'unsubscribe a contact',
    on('contacts', (api, id, life) => api.delete(`/contacts/${id}/subscriptions/${life.subscription}`)),
  ],
  [
    'make a tag',
    async (life, api) => keep(life.tags, (await api.post('/tags', { name: word(life) })).body.id),
  ],
  [
    'rename a tag',
    async (life, api) => api.post('/tags', { id: life.pick(life.tags) ?? '0', name: word(life) }),
  ],
  [
    'delete a tag',
    async (life, api) => (life.chance() < 0.3 ? api.delete(`/tags/${life.pick(life.tags)}`) : 0),
  ],
  [
    'tag a contact',
    on('contacts', (api, id, life) => api.post(`/contacts/${id}/tags`, { id: life.pick(life.tags) ?? '0' })),
  ],
  [
    'untag a contact',
    on('contacts', (api, id, life) => api.delete(`/contacts/${id}/tags/${life.pick(life.tags)}`)),
  ],
  [
    'save a company',
    async (life, api) =>
      keep(
        life.made.companies,
        (
          await api.post('/companies', {
            company_id: `c${Math.floor(life.chance() * 6)}`,
            name: word(life),
            plan: word(life),
          })
        ).body.id,
      ),
  ],
  [
    'change a company',
    on('companies', (api, id, life) =>
      api.put(`/companies/${id}`, { size: Math.floor(life.chance() * 99), custom_attributes: { floors: 3 } }),
    ),
  ],
  [
    'delete a company',
    on('companies', async (api, id, { chance }) => (chance() < 0.3 ? api.delete(`/companies/${id}`) : 0)),
  ],
  [
    'note a company',
    on('companies', (api, id, life) => api.post(`/companies/${id}/notes`, { body: word(life) })),
  ],
  [
    'tag a company',
    on('companies', async (api, id, life) => api.post('/tags', { name: word(life), companies: [{ id }] })),
  ],
  [
    'attach a contact',
    on('contacts', (api, id, life) =>
      api.post(`/contacts/${id}/companies`, { id: life.pick(life.made.companies) ?? '0' }),
    ),
  ],
  [
    'detach a contact',
    on('contacts', (api, id, life) =>
      api.delete(`/contacts/${id}/companies/${life.pick(life.made.companies)}`),
    ),
  ],
  [
    'begin a conversation',
    on('contacts', async (api, id, life) => {
      const { body } = await api.post('/conversations', { from: { type: 'contact', id }, body: word(life) })
      keep(life.made.conversations, body.conversation_id)
    }),
  ],
  [
    'reply',
    on('conversations', (api, id, life) =>
      api.post(`/conversations/${id}/reply`, byAdmin(life, { message_type: 'comment', body: word(life) })),
    ),
  ],
  [
    'note a conversation',
    on('conversations', (api, id, life) =>
      api.post(`/conversations/${id}/reply`, byAdmin(life, { message_type: 'note', body: word(life) })),
    ),
  ],
  ...['open', 'close', 'snoozed', 'assignment'].map((message_type): [string, Act] => [
    `${message_type} a conversation`,
    on('conversations', (api, id, life) =>
      api.post(
        `/conversations/${id}/parts`,
        byAdmin(life, {
          message_type,
          ...(message_type === 'snoozed' && { snoozed_until: life.now() + 90 }),
          ...(message_type === 'assignment' && { assignee_id: String(life.workspace.ownerId) }),
        }),
      ),
    ),
  ]),
  [
    'change a conversation',
    on('conversations', (api, id, life) =>
      api.put(`/conversations/${id}`, {
        ...{ title: word(life), read: life.chance() < 0.5, custom_attributes: { Mood: word(life) } },
        ...(life.made.companies.length > 0 && { company_id: life.pick(life.made.companies) }),
      }),
    ),
  ],
  [
    'tag a conversation',
    on('conversations', (api, id, life) =>
      api.post(`/conversations/${id}/tags`, {
        id: life.pick(life.tags) ?? '0',
        admin_id: life.workspace.ownerId,
      }),
    ),
  ],
  [
    'untag a conversation',
    on('conversations', (api, id, life) =>
      api.delete(`/conversations/${id}/tags/${life.pick(life.tags)}`, { admin_id: life.workspace.ownerId }),
    ),
  ],
  [
    'add a participant',
    on('conversations', (api, id, life) =>
      api.post(`/conversations/${id}/customers`, {
        ...{
          admin_id: life.workspace.ownerId,
          customer: { intercom_user_id: life.pick(life.made.contacts) ?? '0' },
        },
      }),
    ),
  ],
  [
    'remove a participant',
    on('conversations', (api, id, life) =>
      api.delete(`/conversations/${id}/customers/${life.pick(life.made.contacts)}`, {
        admin_id: life.workspace.ownerId,
      }),
    ),
  ],
  [
    'make a ticket',
    on('contacts', async (api, id, life) => {
      const ticket_attributes = { _default_title_: word(life), Machine: word(life) }
      const { body } = await api.post('/tickets', {
        ticket_type_id: life.type.id,
        contacts: [{ id }],
        ticket_attributes,
      })
      keep(life.made.tickets, body.id)
    }),
  ],
  [
    'turn a conversation into a ticket',
    on('conversations', async (api, id, life) => {
      const { status, body } = await api.post(`/conversations/${id}/convert`, {
        ticket_type_id: life.type.id,
      })
      if (status === 200) keep(life.made.tickets, body.id)
    }),
  ],
  [
    'change a ticket',
    on('tickets', (api, id, life) =>
      api.put(`/tickets/${id}`, {
        ...{ ticket_attributes: { _default_title_: word(life) }, is_shared: life.chance() < 0.5 },
        ...{ ticket_state_id: life.pick(life.states), admin_id: life.workspace.ownerId },
      }),
    ),
  ],
  [
    'delete a ticket',
    on('tickets', async (api, id, { chance }) => (chance() < 0.2 ? api.delete(`/tickets/${id}`) : 0)),
  ],
  [
    'reply to a ticket',
    on('tickets', (api, id, life) =>
      api.post(`/tickets/${id}/reply`, byAdmin(life, { message_type: 'comment', body: word(life) })),
    ),
  ],
  [
    'change a ticket type',
    async (life, api) =>
      api.put(`/ticket_types/${life.type.id}/attributes/${life.type.attribute}`, { description: word(life) }),
  ],
  [
    'rename a ticket type',
    async (life, api) => api.put(`/ticket_types/${life.type.id}`, { name: word(life) }),
  ],
  [
    'write an article',
    async (life, api) => {
      const { body } = await api.post('/articles', {
        ...{ title: word(life), body: `<p>${word(life)}</p>`, author_id: life.workspace.ownerId },
        ...{ state: life.chance() < 0.5 ? 'draft' : 'published' },
      })
      keep(life.made.articles, body.id)
    },
  ],
  ...['published', 'draft'].map((state): [string, Act] => [
    `have an article ${state}`,
    on('articles', (api, id, life) =>
      api.put(`/articles/${id}`, { title: word(life), body: `<p>${word(life)}</p>`, state }),
    ),
  ]),
  [
    'stage a draft',
    on('articles', (api, id, life) => api.put(`/articles/${id}/draft`, { title: word(life) })),
  ],
  [
    'translate an article',
    on('articles', (api, id, life) =>
      api.put(`/articles/${id}`, {
        translated_content: {
          fr: { title: word(life), body: word(life), author_id: life.workspace.ownerId, state: 'published' },
        },
      }),
    ),
  ],
  [
    'move an article',
    on('articles', async (api, id, life) => {
      const { body } = await api.post('/help_center/collections', { name: word(life) })
      return api.put(`/articles/${id}`, { parent_ids: [Number(body.id)] })
    }),
  ],
  [
    'delete an article',
    on('articles', async (api, id, { chance }) => (chance() < 0.3 ? api.delete(`/articles/${id}`) : 0)),
  ],
]
