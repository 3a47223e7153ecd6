import { expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { buildConversation } from '../../test/support/conversations.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { recordWhatsappMessage, type WhatsappMessage } from '../domain/message-status/index.ts'

const guichet = await startGuichet()
const { api, database, clock } = guichet

const record = (message: Pick<WhatsappMessage, 'messageId' | 'status'> & Partial<WhatsappMessage>) =>
  database.transaction(tx =>
    recordWhatsappMessage(tx, acting(guichet, guichet), {
      ...{ templateName: 'order_update', rulesetId: '12345', ...message },
    }),
  )

test('a message is told with its latest status', async () => {
  const { id, contact } = await buildConversation(guichet)
  const of = { messageId: 'wamid_1', conversationId: Number(id), contactId: contact.id }
  await record({ ...of, status: 'sent' })
  clock.advance(20)
  await record({ ...of, status: 'delivered' })
  const { body } = await api.at('2.16').get('/messages/whatsapp/status?message_id=wamid_1')
  expect(body).toEqual({
    ...{ conversation_id: id, status: 'delivered', type: 'broadcast_outbound', message_id: 'wamid_1' },
    ...{ created_at: clock.now() - 20, updated_at: clock.now(), template_name: 'order_update' },
  })
  const error = { message: 'Message delivery failed', details: 'Recipient phone number not on WhatsApp' }
  await record({ ...of, status: 'failed', error })
  expect((await api.get('/messages/whatsapp/status?message_id=wamid_1')).body).toMatchObject({ error })
})

test('messages of a broadcast are listed page by page', async () => {
  for (const messageId of ['a', 'b', 'c']) await record({ messageId, status: 'read', rulesetId: '77' })
  const { body: first } = await api.get('/messages/status?ruleset_id=77&per_page=2')
  expect(first).toMatchObject({ type: 'list', ruleset_id: '77', total_count: 3, pages: { total_pages: 2 } })
  expect(first.events.map((event: { whatsapp_message_id: string }) => event.whatsapp_message_id)).toEqual([
    'c',
    'b',
  ])
  const cursor = encodeURIComponent(first.pages.next.starting_after)
  const { body: last } = await api.get(`/messages/status?ruleset_id=77&per_page=2&starting_after=${cursor}`)
  expect(last.events).toMatchObject([{ whatsapp_message_id: 'a', type: 'broadcast_outbound' }])
  expect(last.pages.next).toBeNull()
})

test('what is missing or not there is said', async () => {
  const refusal = async (path: string) => (await api.get(path)).body.errors[0]
  expect(await refusal('/messages/status')).toMatchObject({ message: 'ruleset_id is required' })
  expect(await refusal('/messages/whatsapp/status')).toMatchObject({ message: 'message_id is required' })
  expect(await refusal('/messages/whatsapp/status?message_id=none')).toEqual({
    ...{ code: 'whatsapp_message_not_found', message: 'Whatsapp message not found' },
  })
})
