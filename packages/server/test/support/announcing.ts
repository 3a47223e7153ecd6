import type { TopicName } from '@guichet/contract/topics.ts'
import { wakeDue } from '../../src/domain/conversation/index.ts'
import { buildContact, buildConversation, manage, reply } from './conversations.ts'
import { buildSubscriptionType, buildTeam, buildVisitor } from './factories.ts'
import type { Guichet } from './guichet.ts'
import { drainJobs } from './jobs.ts'

/** A call, and the topic it announces. */
export type Announcing = [TopicName, () => Promise<unknown>]

/** What each call announces, of the nouns that calls of the API change. */
export async function announcing(guichet: Guichet): Promise<Announcing[]> {
  const { api, database, clock, id: workspaceId, ownerId, botId } = guichet

  const team = await buildTeam(guichet, 'Announcers')
  const { body: type } = await api.post('/ticket_types', { name: 'Fault', category: 'Customer' })

  const user = async (): Promise<string> => (await buildContact(guichet)).id
  const lead = async (): Promise<string> => (await api.post('/contacts', { role: 'lead' })).body.id
  const tag = async (): Promise<string> => (await api.post('/tags', { name: 'Announced' })).body.id
  const conversation = () => buildConversation(guichet)

  const company = async (): Promise<string> =>
    (await api.post('/companies', { company_id: `c-${Math.random()}`, name: 'Announced' })).body.id

  const ticket = async (contact?: string) => {
    const contacts = [{ id: contact ?? (await user()) }]
    const ticket_attributes = { _default_title_: 'Broken', _default_description_: 'It is' }
    return (await api.post('/tickets', { ticket_type_id: type.id, contacts, ticket_attributes })).body
  }

  const states = (await api.get('/ticket_states')).body.data
  const stateOf = (category: string): string =>
    states.find((state: { category: string }) => state.category === category).id

  const replyToTicket = async (body: object, contact?: string) => {
    const { id } = await ticket(contact)
    await api.post(`/tickets/${id}/reply`, { message_type: 'comment', body: 'Words', ...body })
  }
  const byAdmin = { type: 'admin', admin_id: ownerId }
  const translation = { locale: 'fr', original_locale: 'en', body: 'Oui' }

  const changeTicket = async (body: object) =>
    api.put(`/tickets/${(await ticket()).id}`, { admin_id: ownerId, ...body })

  const changeLead = async (body: object) => api.put(`/contacts/${await lead()}`, body)
  const changeUser = async (body: object) => api.put(`/contacts/${await user()}`, body)

  /** A conversation with somebody beside its first contact. */
  async function joined() {
    const [{ id }, second] = [await conversation(), await user()]
    const customer = { intercom_user_id: second }
    await api.post(`/conversations/${id}/customers`, { admin_id: ownerId, customer })
    return { id, second }
  }

  return [
    [
      'admin.away_mode_updated',
      () => api.put(`/admins/${ownerId}/away`, { away_mode_enabled: true, away_mode_reassign: false }),
    ],
    [
      'admin.activity_log_event.created',
      () => api.put(`/admins/${ownerId}/away`, { away_mode_enabled: false, away_mode_reassign: false }),
    ],
    ['company.created', company],
    ['company.updated', async () => api.put(`/companies/${await company()}`, { name: 'Renamed' })],
    ['company.deleted', async () => api.delete(`/companies/${await company()}`)],
    [
      'company.contact.attached',
      async () => api.post(`/contacts/${await user()}/companies`, { id: await company() }),
    ],
    [
      'company.contact.detached',
      async () => {
        const [contactId, companyId] = [await user(), await company()]
        await api.post(`/contacts/${contactId}/companies`, { id: companyId })
        await api.delete(`/contacts/${contactId}/companies/${companyId}`)
      },
    ],
    ['contact.user.created', () => api.post('/contacts', { external_id: 'announced' })],
    ['contact.user.updated', () => changeUser({ name: 'Renamed' })],
    ['contact.email.updated', () => changeUser({ email: 'moved@example.com' })],
    ['contact.unsubscribed', () => changeUser({ unsubscribed_from_emails: true })],
    [
      'contact.subscribed',
      async () => {
        const id = await user()
        await api.put(`/contacts/${id}`, { unsubscribed_from_emails: true })
        await api.put(`/contacts/${id}`, { unsubscribed_from_emails: false })
      },
    ],
    ['contact.lead.created', lead],
    [
      'contact.lead.created',
      async () => {
        const from = { type: 'user', id: await buildVisitor(guichet, 'writing') }
        await api.post('/messages', { body: 'Hello', from })
      },
    ],
    ['contact.lead.updated', () => changeLead({ name: 'Renamed' })],
    ['contact.lead.added_email', () => changeLead({ email: 'added@example.com' })],
    ['contact.lead.signed_up', () => changeLead({ role: 'user', external_id: 'signed-up' })],
    ['contact.archived', async () => api.post(`/contacts/${await user()}/archive`)],
    [
      'contact.unarchive',
      async () => {
        const id = await user()
        await api.post(`/contacts/${id}/archive`)
        await api.post(`/contacts/${id}/unarchive`)
      },
    ],
    ['contact.deleted', async () => api.delete(`/contacts/${await user()}`)],
    [
      'contact.merged',
      async () =>
        api.post('/contacts/merge', {
          ...{ from: await lead(), into: await user() },
          skip_duplicate_validation: true,
        }),
    ],
    ['contact.user.tag.created', async () => api.post(`/contacts/${await user()}/tags`, { id: await tag() })],
    ['contact.lead.tag.created', async () => api.post(`/contacts/${await lead()}/tags`, { id: await tag() })],
    ...(['user', 'lead'] as const).map((role): [TopicName, () => Promise<unknown>] => [
      `contact.${role}.tag.deleted`,
      async () => {
        const [id, tagId] = [await (role === 'user' ? user() : lead()), await tag()]
        await api.post(`/contacts/${id}/tags`, { id: tagId })
        await api.delete(`/contacts/${id}/tags/${tagId}`)
      },
    ]),
    [
      'granular.subscribe',
      async () =>
        api.post(`/contacts/${await user()}/subscriptions`, {
          ...{ id: await buildSubscriptionType(guichet, 'opt_in'), consent_type: 'opt_in' },
        }),
    ],
    [
      'granular.unsubscribe',
      async () =>
        api.post(`/contacts/${await user()}/subscriptions`, {
          ...{ id: await buildSubscriptionType(guichet, 'opt_out'), consent_type: 'opt_out' },
        }),
    ],
    [
      'visitor.signed_up',
      async () => {
        const id = await buildVisitor(guichet, 'signing-up')
        const known = { email: 'visitor@example.com', user_id: 'visitor-signed-up' }
        await api.post('/visitors/convert', { visitor: { id }, user: known, type: 'user' })
      },
    ],
    [
      'event.created',
      async () => api.post('/events', { event_name: 'tried', created_at: clock.now(), id: await user() }),
    ],
    ['conversation.user.created', conversation],
    [
      'conversation.user.replied',
      async () => {
        const { id, contact } = await conversation()
        await reply(guichet, id, { type: 'user', intercom_user_id: contact.id, body: 'Hello?' })
      },
    ],
    [
      'conversation.admin.replied',
      async () => reply(guichet, (await conversation()).id, { ...byAdmin, body: 'Yes' }),
    ],
    [
      'conversation.admin.replied.translated',
      async () => reply(guichet, (await conversation()).id, { ...byAdmin, body: 'Yes', translation }),
    ],
    [
      'conversation.operator.replied',
      async () => reply(guichet, (await conversation()).id, { ...byAdmin, admin_id: botId, body: 'Yes' }),
    ],
    [
      'conversation.admin.noted',
      async () => reply(guichet, (await conversation()).id, { ...byAdmin, message_type: 'note', body: 'Hm' }),
    ],
    [
      'conversation.admin.assigned',
      async () =>
        manage(guichet, (await conversation()).id, { message_type: 'assignment', assignee_id: ownerId }),
    ],
    [
      'conversation.admin.open.assigned',
      async () => {
        const { id } = await conversation()
        await manage(guichet, id, { message_type: 'close' })
        await manage(guichet, id, { message_type: 'assignment', assignee_id: ownerId })
      },
    ],
    [
      'conversation.admin.closed',
      async () => manage(guichet, (await conversation()).id, { message_type: 'close' }),
    ],
    [
      'conversation.admin.opened',
      async () => manage(guichet, (await conversation()).id, { message_type: 'open' }),
    ],
    [
      'conversation.admin.snoozed',
      async () =>
        manage(guichet, (await conversation()).id, {
          ...{ message_type: 'snoozed', snoozed_until: clock.now() + 60 },
        }),
    ],
    ['conversation.admin.unsnoozed', () => wakeDue(database, clock.now() + 60, workspaceId)],
    [
      'conversation.admin.single.created',
      async () =>
        api.post('/messages', {
          ...{ message_type: 'inapp', body: 'Hello', from: { type: 'admin', id: ownerId } },
          to: { type: 'user', id: await user() },
          create_conversation_without_contact_reply: true,
        }),
    ],
    ['conversation.read', async () => api.put(`/conversations/${(await conversation()).id}`, { read: true })],
    [
      'conversation.priority.updated',
      async () => api.put(`/conversations/${(await conversation()).id}`, { priority: 'high' }),
    ],
    [
      'conversation.company.updated',
      async () => api.put(`/conversations/${(await conversation()).id}`, { company_id: await company() }),
    ],
    ['conversation.deleted', async () => api.delete(`/conversations/${(await conversation()).id}`)],
    ['conversation.contact.attached', joined],
    [
      'conversation.contact.attached',
      async () => {
        const [secondary, primary] = [await conversation(), await conversation()]
        await api.post(`/conversations/${secondary.id}/merge`, {
          merge_into_conversation_id: Number(primary.id),
        })
      },
    ],
    [
      'conversation.contact.detached',
      async () => {
        const { id, second } = await joined()
        await api.delete(`/conversations/${id}/customers/${second}`, { admin_id: ownerId })
      },
    ],
    [
      'conversation_part.redacted',
      async () => {
        const { id, sourceId } = await conversation()
        await api.post('/conversations/redact', {
          ...{ type: 'source', conversation_id: id, source_id: sourceId },
        })
      },
    ],
    [
      'conversation_part.tag.created',
      async () =>
        api.post(`/conversations/${(await conversation()).id}/tags`, {
          ...{ id: await tag(), admin_id: ownerId },
        }),
    ],
    ['ticket.created', () => ticket()],
    ['ticket.attribute.updated', () => changeTicket({ ticket_attributes: { _default_title_: 'Mended' } })],
    ['ticket.state.updated', () => changeTicket({ ticket_state_id: stateOf('in_progress') })],
    ['ticket.resolved', () => changeTicket({ ticket_state_id: stateOf('resolved') })],
    ['ticket.admin.assigned', () => changeTicket({ assignee_id: String(ownerId) })],
    ['ticket.team.assigned', () => changeTicket({ assignee_id: String(team) })],
    ['ticket.closed', () => changeTicket({ open: false })],
    ['ticket.admin.replied', () => replyToTicket(byAdmin)],
    ['ticket.admin.replied.translated', () => replyToTicket({ ...byAdmin, translation })],
    ['ticket.note.created', () => replyToTicket({ ...byAdmin, message_type: 'note' })],
    [
      'ticket.contact.replied',
      async () => {
        const id = await user()
        await replyToTicket({ type: 'user', intercom_user_id: id }, id)
      },
    ],
    [
      'ticket.contact.attached',
      async () =>
        api.post(`/conversations/${(await ticket()).id}/customers`, {
          ...{ admin_id: ownerId, customer: { intercom_user_id: await user() } },
        }),
    ],
    [
      'ticket.contact.detached',
      async () => {
        const [first, second] = [await user(), await user()]
        const { id } = await ticket(first)
        const customer = { intercom_user_id: second }
        await api.post(`/conversations/${id}/customers`, { admin_id: ownerId, customer })
        await api.delete(`/conversations/${id}/customers/${second}`, { admin_id: ownerId })
      },
    ],
    [
      'job.completed',
      async () => {
        await api.post('/tickets/enqueue', { ticket_type_id: type.id, contacts: [{ id: await user() }] })
        await drainJobs(guichet)
      },
    ],
  ]
}
