import type { Answer, Api } from './api.ts'

/** Ids of things that are there, by the path segment they follow: `contacts`, `conversations`, ... */
export type AliveIds = Record<string, string[]>

/**
 * Makes one of everything a workspace can make through the API. What is unique and may be sent by others (emails, external
 * ids) is told by `word`, all other text holds `mark`; `attribute` is the name of one of contacts. What is not built yet is left out.
 */
export async function aliveIds(
  api: Api,
  word = 'hostile',
  mark = 'Hostile',
  attribute = 'hostile',
): Promise<AliveIds> {
  const people = await peopleOf(api, word, mark)
  const [user = ''] = people['contacts'] ?? []
  return {
    ...people,
    ...(await labelsOf(api, { mark, attribute, user })),
    ...(await threadsOf(api, word, mark, user)),
    ...(await contentOf(api, word, mark)),
  }
}

async function peopleOf(api: Api, word: string, mark: string): Promise<AliveIds> {
  const email = `${word}.user@example.com`
  const user = await idOf(api.post('/contacts', { email, external_id: word, name: `${mark} user` }))
  const lead = await idOf(api.post('/contacts', { role: 'lead', name: `${mark} lead` }))
  const company = await idOf(
    api.post('/companies', { company_id: `${word}-co`, name: `${mark} company`, plan: `${mark} plan` }),
  )
  await api.post(`/contacts/${user}/companies`, { id: company })
  await api.post('/events', {
    event_name: 'ordered',
    id: user,
    created_at: 1_700_000_000,
    metadata: { mark },
  })
  const admins = await api.get('/admins')
  return {
    contacts: [user, lead],
    companies: [company],
    admins: [String(admins.body.admins[0].id)],
    customers: [user],
    find_by_external_id: [word],
  }
}

async function labelsOf(
  api: Api,
  { mark, attribute: name, user }: { mark: string; attribute: string; user: string },
): Promise<AliveIds> {
  const tag = await idOf(api.post('/tags', { name: mark }))
  await api.post(`/contacts/${user}/tags`, { id: tag })
  const note = await idOf(api.post(`/contacts/${user}/notes`, { body: `${mark} note` }))
  const attribute = { name, description: mark, model: 'contact', data_type: 'string' }
  const options = [{ label: `${mark} one` }, { label: `${mark} two` }]
  const listed = await made(
    api.post('/conversations/attributes', { name: `${mark} list`, data_type: 'list', options }),
  )
  return {
    tags: [tag],
    content_stats: [
      await idOf(
        api.post('/content_stats', {
          ...{ content_type: 'survey', content_id: mark, content_title: mark, stat_type: 'answer' },
          ...{ receipt_id: `${mark} receipt`, contact: { id: user }, tags: [{ id: tag }] },
          answers: [{ question_id: mark, response: mark }],
        }),
      ),
    ],
    notes: [note],
    data_attributes: [await idOf(api.post('/data_attributes', attribute))],
    attributes: [String(listed.body.id)],
    options: (listed.body.options ?? []).map((option: { id: string }) => option.id),
  }
}

async function threadsOf(api: Api, word: string, mark: string, user: string): Promise<AliveIds> {
  const started = await api.post('/conversations', {
    from: { type: 'user', id: user },
    body: `${mark} hello`,
  })
  const conversation = String(started.body.conversation_id)
  const replied = await api.post(`/conversations/${conversation}/reply`, {
    ...{ type: 'user', intercom_user_id: user, message_type: 'comment', body: `${mark} more` },
  })
  const parts = replied.body.conversation_parts.conversation_parts
  const type = await made(api.post('/ticket_types', { name: `${mark} type`, description: mark }))
  const attribute = await idOf(
    api.post(`/ticket_types/${type.body.id}/attributes`, {
      ...{ name: `${mark} number`, description: mark, data_type: 'integer' },
    }),
  )
  const of = { ticket_type_id: type.body.id, ticket_attributes: { _default_title_: `${mark} ticket` } }
  const ticket = await idOf(api.post('/tickets', { ...of, contacts: [{ id: user }] }))
  const job = await idOf(api.post('/tickets/enqueue', { ...of, contacts: [{ external_id: word }] }))
  return {
    conversations: [conversation],
    conversation_parts: parts.map((part: { id: string }) => part.id),
    sources: [String(started.body.id)],
    tickets: [ticket],
    ticket_types: [String(type.body.id)],
    ticket_attributes: [attribute],
    ticket_states: type.body.ticket_states.data.map((state: { id: string }) => state.id),
    jobs: [job],
    status: [job],
  }
}

async function contentOf(api: Api, word: string, mark: string): Promise<AliveIds> {
  const [me] = (await api.get('/admins')).body.admins
  const text = { title: `${mark} title`, body: `<p>${mark} body</p>` }
  const ids = {
    collections: api.post('/help_center/collections', { name: `${mark} collection` }),
    articles: api.post('/articles', { ...text, author_id: Number(me.id), state: 'published' }),
    internal_articles: api.post('/internal_articles', {
      ...text,
      author_id: Number(me.id),
      owner_id: Number(me.id),
    }),
    content_snippets: api.post('/content_snippets', { title: mark, body_markdown: `${mark} snippet` }),
    folders: api.post('/folders', { folder: { name: `${mark} folder` } }),
    audiences: api.post('/audiences', { name: `${mark} audience`, predicates: [] }),
    news_items: api.post('/news/news_items', { ...text, sender_id: Number(me.id) }),
    content_import_sources: api.post('/ai/content_import_sources', {
      ...{ sync_behavior: 'api', url: `https://example.com/${mark}` },
    }),
    office_hours_schedules: api.post('/office_hours_schedules', {
      ...{
        name: `${mark} hours`,
        time_zone_name: 'UTC',
        time_intervals: [{ start_minute: 540, end_minute: 1020 }],
      },
    }),
    secure_mode_secrets: api.post('/secure_mode_secrets', { name: `${mark} secret` }),
    data_connectors: api.post('/data_connectors', {
      ...{ name: `${mark} connector`, http_method: 'get', url: `https://example.com/${word}` },
    }),
  }
  const alive: AliveIds = {}
  for (const [noun, answer] of Object.entries(ids)) {
    const { status, body } = await answer
    if (status < 300) alive[noun] = [String(body.id)]
  }
  return alive
}

async function idOf(answer: Promise<Answer>): Promise<string> {
  return String((await made(answer)).body.id)
}

async function made(sent: Promise<Answer>): Promise<Answer> {
  const answer = await sent
  if (answer.status >= 300) throw new Error(`nothing was made: ${JSON.stringify(answer.body)}`)
  return answer
}
