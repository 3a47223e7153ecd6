import { afterEach, expect, test } from 'vitest'
import { Api } from '../../../test/support/api.ts'
import { buildContact, buildConversation, reply } from '../../../test/support/conversations.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { happened } from '../../../test/support/happened.ts'
import { itemAt } from '../../../test/support/items.ts'
import { startLibreTranslate } from '../../../test/support/libre-translate.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const service = await startLibreTranslate({ apiKey: 'secret' })
const guichet = await startGuichet({
  ...{ LIBRETRANSLATE_URL: `${service.url}/`, LIBRETRANSLATE_API_KEY: 'secret' },
})
const { api, ownerId, origin, createWorkspace } = guichet
const { clock, database } = guichet

afterEach(() => {
  service.failing = undefined
  service.heard.length = 0
  clock.advance(3600)
})

const translate = (id: string, to = 'en', by = api) =>
  by.post(`/app/api/conversations/${id}/translations`, { to })

const byCustomer = (id: string, contact: { id: string }, body: string) =>
  reply(guichet, id, { type: 'user', admin_id: undefined, intercom_user_id: contact.id, body })

const asked = (path: string) => service.heard.filter(heard => heard.path === path)

test('what customers wrote is read in another language, and asked of the service once', async () => {
  const { id, sourceId, contact } = await buildConversation(guichet, {
    body: 'Bonjour, où est ma commande ?',
  })
  const { body: said } = await byCustomer(id, contact, 'Elle est où ?\nMa commande')
  await reply(guichet, id, { body: 'Where is it?' })
  const partId = said.conversation_parts.conversation_parts[0].id
  const expected = {
    ...{ type: 'conversation_translations', to: 'en', language: 'fr', failed: 0 },
    data: [
      {
        ...{ id: partId, is_source: false, from: 'fr', to: 'en' },
        body: '<p class="no-margin">[en] Elle est où ?</p>\n<p class="no-margin">[en] Ma commande</p>',
      },
      {
        ...{ id: sourceId, is_source: true, from: 'fr', to: 'en' },
        body: '<p class="no-margin">[en] Bonjour, où est ma commande ?</p>',
      },
    ],
  }
  expect(await translate(id)).toMatchObject({ status: 200, body: expected })
  expect(asked('/translate').map(({ body }) => body)).toContainEqual({
    ...{
      q: '<p class="no-margin">Bonjour, où est ma commande ?</p>',
      source: 'fr',
      target: 'en',
      format: 'html',
    },
    api_key: 'secret',
  })
  expect([asked('/detect').length, asked('/translate').length]).toEqual([2, 2])
  expect((await translate(id)).body).toEqual(expected)
  expect([asked('/detect').length, asked('/translate').length]).toEqual([2, 2])
  await byCustomer(id, contact, 'Merci')
  expect((await translate(id)).body.data).toHaveLength(3)
  expect(asked('/translate')).toHaveLength(3)
})

test('what is in the language of the reader is left as it is, and what is too short to tell is taken for the rest', async () => {
  const { id, contact } = await buildConversation(guichet, { body: 'Hello, where is my order?' })
  expect((await translate(id)).body).toMatchObject({ language: 'en', failed: 0, data: [] })
  expect(asked('/translate')).toEqual([])
  expect((await translate(id, 'fr')).body.data).toMatchObject([
    { from: 'en', body: expect.stringContaining('[fr]') },
  ])
  await byCustomer(id, contact, 'Zut')
  await byCustomer(id, contact, '👍 42')
  const { body } = await translate(id, 'fr')
  expect([body.language, body.data.map(({ from }: { from: string }) => from)]).toEqual(['en', ['en', 'en']])
})

test('what comes back is cleaned as what people write is', async () => {
  const { id } = await buildConversation(guichet, { body: 'Bonjour, où est ma commande' })
  service.words['en Bonjour, où est ma commande'] =
    '<img src=x onerror=alert(1)><script>alert(1)</script>Hello'
  const [{ body }] = (await translate(id)).body.data
  expect(body).not.toMatch(/script|onerror/)
  expect(body).toContain('Hello')
  service.words['fr Hi'] = '<b onclick="x()">Salut</b>'
  const { body: sent } = await api.post('/app/api/translations', { body: '<p>Hi</p>', from: 'en', to: 'fr' })
  expect(sent).toEqual({ type: 'translation', from: 'en', to: 'fr', body: '<p><b>Salut</b></p>' })
})

test('a service that fails, hangs or refuses is told of, and nothing is kept of it', async () => {
  const { id, contact } = await buildConversation(guichet, { body: 'Bonjour, où est ma commande ?' })
  const preview = () => api.post('/app/api/translations', { body: 'Hello', from: 'en', to: 'fr' })
  await translate(id, 'fr')
  const failures: [typeof service.failing, RegExp][] = [
    [{ status: 429, error: 'Slowdown: 20 per 1 minute' }, /busy: Slowdown/],
    [{ status: 500, error: 'Cannot translate text' }, /failed: Cannot translate text/],
    [
      { status: 400, error: 'Invalid request: request (9) exceeds text limit (5)' },
      /refused: .* exceeds text limit/,
    ],
  ]
  for (const [failing, says] of failures) {
    service.failing = failing
    for (const answer of [await translate(id), await preview()]) {
      expect([answer.status, answer.body.errors[0].code]).toEqual([502, 'translation_failed'])
      expect(answer.body.errors[0].message).toMatch(says)
    }
  }
  service.failing = undefined
  expect((await translate(id)).body.data).toHaveLength(1)
  // What is known is shown though the rest cannot be had.
  await byCustomer(id, contact, 'Merci, je suis là')
  service.failing = { status: 500, error: 'Cannot translate text' }
  expect((await translate(id)).body).toMatchObject({ failed: 1, language: 'fr', data: [{ is_source: true }] })
})

test('what nobody can translate is refused', async () => {
  const { id } = await buildConversation(guichet)
  expect((await translate(id, 'xx')).body.errors[0].message).toMatch(/^to is no language/)
  const refused = async (body: object) =>
    (await api.post('/app/api/translations', { body: 'Hello', ...body })).status
  expect(await refused({ from: 'en', to: 'xx' })).toBe(400)
  expect(await refused({ from: 'en', to: 'en' })).toBe(400)
  expect(await refused({ from: 'en', to: 'fr', body: '<p> </p>' })).toBe(400)
  expect(await refused({ from: 'en', to: 'fr', body: 'x'.repeat(50_001) })).toBe(400)
  const other = await createWorkspace()
  expect((await translate(id, 'en', other.api)).status).toBe(404)
  expect((await translate('0')).status).toBe(404)
})

test('without a service there is none of it', async () => {
  const plain = await startGuichet()
  expect((await plain.api.get('/app/api/translation_service')).body).toEqual({
    ...{ type: 'translation_service', is_set_up: false, languages: [] },
  })
  const { id } = await buildConversation(plain)
  expect((await translate(id, 'en', plain.api)).status).toBe(404)
  expect((await api.get('/app/api/translation_service')).body).toMatchObject({
    ...{ is_set_up: true, languages: [{ code: 'en', name: 'English' }, { code: 'fr' }, { code: 'de' }, {}] },
  })
})

const TRANSLATION = { locale: 'fr', original_locale: 'en', body: '<p>Bonjour !</p>' }

test('a reply is kept as it was written and as the customer gets it', async () => {
  const { body: session } = await Api.ofNobody(origin).post('/messenger/api/sessions', {
    ...{ app_id: guichet.id, user_data: { user_id: crypto.randomUUID() } },
  })
  const me = new Api(origin, session.session)
  const { id } = (await me.post('/messenger/api/conversations', { body: 'Salut' })).body
  const { body: answer } = await reply(guichet, id, { body: '<p>Hello!</p>', translation: TRANSLATION })
  const translations = { original: 'en', en: '<p>Hello!</p>', fr: '<p>Bonjour !</p>' }
  const [part] = answer.conversation_parts.conversation_parts
  expect(part).toMatchObject({ body: '<p>Hello!</p>', translations })
  const { body: read } = await me.get(`/messenger/api/conversations/${id}`)
  expect(read.parts.at(-1).body).toBe('<p>Bonjour !</p>')
  const partAt = async (version: '2.14' | 'Preview', query = '') =>
    (await api.at(version).get(`/conversations/${id}${query}`)).body.conversation_parts.conversation_parts[0]
  expect(await partAt('Preview')).toMatchObject({ body: '<p>Hello!</p>', translations })
  expect((await partAt('2.14')).body).toBe('<p>Hello!</p>')
  expect(await partAt('2.14')).not.toHaveProperty('translations')
  // Before, what was asked for came in the place of what was written.
  expect((await partAt('2.14', '?include_translations=true')).body).toBe('<p>Bonjour !</p>')
  expect(await partAt('Preview', '?include_translations=true')).toMatchObject({
    body: '<p>Hello!</p>',
    translations,
  })
  const told = await happened(guichet, {
    objectId: id,
    topics: ['conversation.admin.replied', 'conversation.admin.replied.translated'],
  })
  expect(told.map(({ topic }) => topic)).toEqual([
    'conversation.admin.replied',
    'conversation.admin.replied.translated',
  ])
  const [, event] = told
  if (!event) throw new Error('it was not told')
  expect((await itemAt(guichet, event))('Preview')).toMatchObject({
    conversation_parts: { conversation_parts: [{ body: 'Hello!', translations }] },
  })
})

test('a translated reply is found in either language', async () => {
  const owner = await signedIn(guichet, await buildMember(guichet, 'owner'))
  const { id } = await buildConversation(guichet)
  const translation = { ...TRANSLATION, body: 'Des betteraves' }
  await reply(guichet, id, { body: 'Beetroots', translation })
  for (const words of ['beetroots', 'betteraves']) {
    const { body } = await owner.post('/app/api/inbox/search', { words })
    expect(body.data.map((hit: { conversation_id: string }) => hit.conversation_id)).toEqual([id])
  }
})

test('a reply to a ticket can be a translated one too', async () => {
  const { body: type } = await api.post('/ticket_types', { name: 'Translated', category: 'Customer' })
  const contact = await buildContact(guichet)
  const { body: ticket } = await api.post('/tickets', {
    ticket_type_id: type.id,
    contacts: [{ id: contact.id }],
  })
  const words = { message_type: 'comment', type: 'admin', admin_id: ownerId, body: 'Hello' }
  const { body: part } = await api.post(`/tickets/${ticket.id}/reply`, { ...words, translation: TRANSLATION })
  expect(part).toMatchObject({
    body: '<p class="no-margin">Hello</p>',
    translations: { original: 'en', fr: '<p>Bonjour !</p>' },
  })
  const told = await happened(guichet, { objectId: ticket.id, topics: ['ticket.admin.replied.translated'] })
  expect(told).toHaveLength(1)
})

test('only a comment of an admin has a translation, and one that says something in another language', async () => {
  const { id, contact } = await buildConversation(guichet)
  const refused = async (more: object) =>
    (await reply(guichet, id, { body: 'Hello', translation: TRANSLATION, ...more })).body.errors[0].message
  expect(await refused({ message_type: 'note' })).toMatch(/^Only comments of admins/)
  expect(await refused({ type: 'user', intercom_user_id: contact.id })).toMatch(/^Only comments of admins/)
  for (const [translation, says] of [
    [{ locale: 'en' }, /another/],
    [{ locale: 'a<b>' }, /must be a language/],
    [{ original_locale: '' }, /must be a language/],
    [{ body: '<p></p>' }, /cannot be blank/],
  ] as const)
    expect(await refused({ translation: { ...TRANSLATION, ...translation } })).toMatch(says)
  expect((await api.get(`/conversations/${id}`)).body.conversation_parts.total_count).toBe(0)
})

test('what is taken away is gone in every language', async () => {
  const { id, sourceId, contact } = await buildConversation(guichet, {
    body: 'Bonjour, où est ma commande ?',
  })
  const { body: said } = await byCustomer(id, contact, 'Merci, je suis là')
  const { body: sent } = await reply(guichet, id, { body: 'Hello', translation: TRANSLATION })
  await translate(id)
  const rows = () =>
    database.read
      .selectFrom('part_translations')
      .select('part_id')
      .where('workspace_id', '=', guichet.id)
      .where('conversation_id', '=', Number(id))
      .execute()
  expect(await rows()).toHaveLength(2)
  const redact = (more: object) => api.post('/conversations/redact', { conversation_id: id, ...more })
  const partOf = ({ conversation_parts }: typeof said) => conversation_parts.conversation_parts[0].id
  await redact({ type: 'source', source_id: sourceId })
  await redact({ type: 'conversation_part', conversation_part_id: partOf(said) })
  await redact({ type: 'conversation_part', conversation_part_id: partOf(sent) })
  expect(await rows()).toEqual([])
  const { body } = await api.get(`/conversations/${id}?include_translations=true`)
  expect(JSON.stringify(body)).not.toMatch(/Bonjour|Merci|Hello/)
  expect((await translate(id)).body.data).toEqual([])
  await api.delete(`/conversations/${id}`)
})
