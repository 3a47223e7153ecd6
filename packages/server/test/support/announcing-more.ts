import { contentKinds, isContentKind } from '@guichet/contract/content-kinds.ts'
import { afterAll } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { createBanner } from '../../src/domain/banner/index.ts'
import { recordCall } from '../../src/domain/call/index.ts'
import { executeConnector } from '../../src/domain/data-connector/index.ts'
import { recordHandover } from '../../src/domain/message/index.ts'
import { sendOutgoing } from '../../src/domain/outgoing/index.ts'
import { createProcedure } from '../../src/domain/procedure/index.ts'
import { guardedEgress } from '../../src/egress/egress.ts'
import { smtpMailer } from '../../src/mail/smtp.ts'
import type { Texter } from '../../src/mail/texter.ts'
import { secretsOf } from '../../src/services.ts'
import { localFiles } from '../../src/storage/local.ts'
import { acting } from './acting.ts'
import type { Announcing } from './announcing.ts'
import { Api } from './api.ts'
import { manage, reply } from './conversations.ts'
import type { Guichet } from './guichet.ts'
import { drainJobs } from './jobs.ts'
import { letterTo } from './letters.ts'
import { startMailServer } from './mail-server.ts'
import { buildMember, enteredBy, PASSWORD, signedIn } from './members.ts'
import { startReceiver } from './receiver.ts'

/**
 * What is announced by more than the nouns of `announcing`: content, messages that are sent, the telephone, teammates who come and
 * go, customers in their messenger, and what runs by itself. Calls of the API cause it wherever there is one.
 */
export const announcingMore = async (guichet: Guichet): Promise<Announcing[]> => [
  ...content(guichet),
  ...(await messages(guichet)),
  ...telephone(guichet),
  ...(await teammates(guichet)),
  ...messenger(guichet),
  ...(await procedures(guichet)),
  ...told(guichet),
]

type Make = (path: string, body: object) => Promise<string>

const maker =
  ({ api }: Guichet): Make =>
  async (path, body) =>
    String((await api.post(path, body)).body.id)

function content(guichet: Guichet): Announcing[] {
  const { api, ownerId, database } = guichet
  const make = maker(guichet)
  const article = (state = 'draft') => make('/articles', { title: 'How to', author_id: ownerId, state })
  const about = () => ({ sync_behavior: 'api', url: `https://${crypto.randomUUID()}.example/` })
  const source = () => make('/ai/content_import_sources', about())
  const audience = () => make('/audiences', { name: 'Announced' })
  const snippet = (more: object = {}) => make('/content_snippets', { title: 'Announced', ...more })
  const snippetForFew = async () => snippet({ audience_ids: [Number(await audience())] })
  return [
    ['article.created', () => article()],
    ['article.published', () => article('published')],
    ['article.updated', async () => api.put(`/articles/${await article()}`, { title: 'How not to' })],
    [
      'article.unpublished',
      async () => api.put(`/articles/${await article('published')}`, { state: 'draft' }),
    ],
    ['article.deleted', async () => api.delete(`/articles/${await article()}`)],
    ['content_import_source.created', source],
    [
      'content_import_source.updated',
      async () => api.put(`/ai/content_import_sources/${await source()}`, about()),
    ],
    ['content_import_source.deleted', async () => api.delete(`/ai/content_import_sources/${await source()}`)],
    ['audience.created', audience],
    ['audience.updated', async () => api.put(`/audiences/${await audience()}`, { name: 'Renamed' })],
    ['audience.deleted', async () => api.delete(`/audiences/${await audience()}`)],
    ['audience.member_added', snippetForFew],
    [
      'audience.member_removed',
      async () => api.put(`/content_snippets/${await snippetForFew()}`, { audience_ids: [] }),
    ],
    ['content_snippet.created', () => snippet()],
    [
      'content_snippet.updated',
      async () => api.put(`/content_snippets/${await snippet()}`, { title: 'New' }),
    ],
    ['content_snippet.deleted', async () => api.delete(`/content_snippets/${await snippet()}`)],
    [
      'content_stat.banner',
      async () => {
        const contact = await make('/contacts', { external_id: crypto.randomUUID() })
        await database.transaction(tx =>
          createBanner(tx, acting(guichet, guichet), { title: 'News', body: 'Hi there!' }),
        )
        await api.get(`/contacts/${contact}/banners`)
      },
    ],
  ]
}

/** What is sent by channels of their own, with a mail server and a carrier of texts that take everything. */
async function messages(guichet: Guichet): Promise<Announcing[]> {
  const { api, ownerId, database, clock, id: within } = guichet
  const make = maker(guichet)
  const server = await startMailServer()
  const mailer = smtpMailer({ url: server.url, from: { address: 'support@guichet.test' } })
  afterAll(() => mailer.close())
  const files = localFiles('none')
  const texter: Texter = {
    hand: async () => ({ outcome: 'sent', carrierId: crypto.randomUUID(), refused: [] }),
  }
  const send = async (message: object, contact: object) => {
    const id = await make('/contacts', { external_id: crypto.randomUUID(), ...contact })
    const sent = { from: { type: 'admin', id: ownerId }, to: { type: 'user', id }, body: 'Hello', ...message }
    await api.post('/messages', sent)
    await sendOutgoing({ database, mailer, texter, files, now: clock.now(), within, onTold: recordHandover })
  }
  return [
    [
      'content_stat.email',
      () =>
        send(
          { message_type: 'email', subject: 'News', template: 'plain' },
          { email: `${crypto.randomUUID()}@example.com` },
        ),
    ],
    ['content_stat.sms', () => send({ message_type: 'sms' }, { phone: '+33612345678' })],
  ]
}

function telephone(guichet: Guichet): Announcing[] {
  const { database, clock } = guichet
  const call = () =>
    database.transaction(tx =>
      recordCall(tx, acting(guichet, guichet), {
        ...{ direction: 'outbound', phone: '+15551234567', initiatedAt: clock.now() },
        ...{ answeredAt: clock.now(), endedAt: clock.now(), endedReason: 'answered' },
        recording: '/attachments/key/call.mp3',
        transcript: [{ at: 1, speaker: 'User', text: 'Hello' }],
      }),
    )
  return [
    ['call.started', call],
    ['call.ended', call],
    ['call.recording_available', call],
    ['call.transcription_available', call],
  ]
}

/** Teammates come and go by our own pages. */
async function teammates(guichet: Guichet): Promise<Announcing[]> {
  const { origin } = guichet
  const owner = await signedIn(guichet, await buildMember(guichet, 'owner'))
  const member = await buildMember(guichet, 'agent', { password: PASSWORD })
  const nobody = Api.ofNobody(origin)
  const signIn = async () =>
    enteredBy(await nobody.post('/app/api/sessions', { email: member.email, password: PASSWORD }), origin)
  return [
    ['admin.logged_in', signIn],
    ['admin.logged_out', async () => (await signIn()).delete('/app/api/sessions/current')],
    [
      'admin.added_to_workspace',
      async () => {
        const email = `${crypto.randomUUID()}@example.com`
        await owner.post('/app/api/invitations', { email, role: 'agent' })
        const { token } = (await letterTo(guichet, guichet, email)) ?? {}
        await nobody.post(`/app/api/invitations/${token}/accept`, { name: 'Newcomer', password: PASSWORD })
      },
    ],
    [
      'admin.removed_from_workspace',
      async () => {
        const { adminId } = await buildMember(guichet, 'agent')
        await owner.delete(`/app/api/teammates/${adminId}`, {})
      },
    ],
  ]
}

/** What customers do in their messenger. */
function messenger(guichet: Guichet): Announcing[] {
  const { api, origin, id: app_id, ownerId } = guichet
  const boot = async (more: object = {}) => {
    const { body } = await Api.ofNobody(origin).post('/messenger/api/sessions', { app_id, ...more })
    return { me: new Api(origin, body.session), session: body.session, contact: body.contact }
  }
  const user_data = () => ({ user_id: crypto.randomUUID() })
  const byAdmin = { type: 'admin', admin_id: ownerId }
  return [
    [
      'visitor.signed_up',
      async () => {
        const { session } = await boot()
        await boot({ session, user_data: user_data() })
      },
    ],
    [
      'conversation.rating.added',
      async () => {
        const { me } = await boot({ user_data: user_data() })
        const { id } = (await me.post('/messenger/api/conversations', { body: 'Hello' })).body
        await reply(guichet, id, { ...byAdmin, body: 'Done' })
        await manage(guichet, id, { message_type: 'close' })
        await me.put(`/messenger/api/conversations/${id}/rating`, { rating: 5, remark: 'Quick' })
      },
    ],
    [
      'ticket.rating.provided',
      async () => {
        const { me, contact } = await boot({ user_data: user_data() })
        const { body: type } = await api.post('/ticket_types', {
          ...{ name: `Rated ${crypto.randomUUID()}`, category: 'Customer' },
        })
        const { id } = (
          await api.post('/tickets', {
            ...{ ticket_type_id: type.id, contacts: [{ id: contact.id }] },
            ticket_attributes: { _default_title_: 'Broken', _default_description_: 'It is' },
          })
        ).body
        await api.post(`/tickets/${id}/reply`, { message_type: 'comment', ...byAdmin, body: 'Mended' })
        await api.put(`/tickets/${id}`, { admin_id: ownerId, open: false })
        await me.put(`/messenger/api/conversations/${id}/rating`, { rating: 4 })
      },
    ],
    [
      'content_stat.chat',
      async () => {
        const { contact } = await boot({ user_data: user_data() })
        await api.post('/messages', {
          ...{ message_type: 'inapp', body: 'Welcome', from: { type: 'admin', id: ownerId } },
          to: { type: 'user', id: contact.id },
        })
      },
    ],
    [
      'content_stat.news_item',
      async () => {
        const { me } = await boot({ user_data: user_data() })
        const [feed] = (await api.get('/news/newsfeeds')).body.data
        const { body: item } = await api.post('/news/news_items', {
          ...{ title: 'News', body: 'Hi there!', sender_id: ownerId, state: 'live' },
          newsfeed_assignments: [{ newsfeed_id: Number(feed.id) }],
        })
        await me.post(`/messenger/api/news/${item.id}/views`)
      },
    ],
  ]
}

/** What other programs show, each told of by its own. */
const told = ({ api }: Guichet): Announcing[] =>
  Object.keys(contentKinds)
    .filter(isContentKind)
    .map(kind => [
      `content_stat.${kind}`,
      async () => {
        const email = `${crypto.randomUUID()}@example.com`
        await api.post('/contacts', { email })
        await api.post('/content_stats', {
          ...{ content_type: kind, content_id: 'welcome', content_title: 'Welcome', stat_type: 'receipt' },
          ...{ receipt_id: crypto.randomUUID(), contact: { email } },
        })
      },
    ])

/** What runs by itself: procedures and the connectors they call. */
async function procedures(guichet: Guichet): Promise<Announcing[]> {
  const { api, database } = guichet
  const there = await startReceiver()
  const secrets = secretsOf(readConfig({}))
  return [
    [
      'data_connector.execution.completed',
      async () => {
        const { body: connector } = await api.post('/data_connectors', {
          ...{ name: 'Get order', description: 'Looks it up', http_method: 'post', audiences: ['leads'] },
          ...{ url: there.url, body: '{"order": 7}' },
        })
        await executeConnector(
          { database, secrets, egress: guardedEgress(['127.0.0.1']), pause: async () => {} },
          acting(guichet, guichet),
          { connectorId: connector.id, inputs: {}, source: { type: 'inbox' } },
        )
      },
    ],
    [
      'procedure.hitl_notification.created',
      async () => {
        const id = await database.transaction(tx =>
          createProcedure(tx, acting(guichet, guichet), {
            ...{ name: 'Refund', description: 'Gives money back' },
            steps: [
              {
                ...{ kind: 'ask_teammate', id: 'approval', question: 'May they?', expires_in: 3600 },
                attributes: [
                  { identifier: 'approved', name: 'approved', label: 'Approved', data_type: 'boolean' },
                ],
              },
            ],
          }),
        )
        const user = { id: crypto.randomUUID(), name: 'Ada' }
        await api.post(`/fin/procedures/${id}/run`, { conversation_id: crypto.randomUUID(), user })
        await drainJobs(guichet)
      },
    ],
  ]
}
