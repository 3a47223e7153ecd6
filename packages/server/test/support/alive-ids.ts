import type { Answer, Api } from './api.ts'

/** Ids of things that are there, by the path segment they follow: `contacts`, `conversations`, ... */
export async function aliveIds(api: Api): Promise<Record<string, string[]>> {
  const user = await idOf(
    api.post('/contacts', { email: 'hostile.user@example.com', external_id: 'hostile' }),
  )
  const lead = await idOf(api.post('/contacts', { role: 'lead', name: 'Hostile Lead' }))
  const company = await idOf(api.post('/companies', { company_id: 'hostile-co', name: 'Hostile Co' }))
  await api.post(`/contacts/${user}/companies`, { id: company })
  const tag = await idOf(api.post('/tags', { name: 'Hostile' }))
  const note = await idOf(api.post(`/contacts/${user}/notes`, { body: 'A note' }))
  const attribute = await api.post('/data_attributes', {
    name: 'hostile',
    model: 'contact',
    data_type: 'string',
  })
  const started = await api.post('/conversations', { from: { type: 'user', id: user }, body: 'Hello' })
  const conversation = String(started.body.conversation_id)
  const type = await idOf(api.post('/ticket_types', { name: 'Hostile' }))
  const ticket = await idOf(api.post('/tickets', { ticket_type_id: type, contacts: [{ id: user }] }))
  const admins = await api.get('/admins')
  return {
    contacts: [user, lead],
    companies: [company],
    tags: [tag],
    notes: [note],
    data_attributes: [String(attribute.body.id)],
    conversations: [conversation],
    tickets: [ticket],
    ticket_types: [type],
    admins: [String(admins.body.admins[0].id)],
    customers: [user],
    find_by_external_id: ['hostile'],
  }
}

async function idOf(answer: Promise<Answer>): Promise<string> {
  return String((await answer).body.id)
}
