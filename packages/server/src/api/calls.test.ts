import { expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { buildContact, buildConversation } from '../../test/support/conversations.ts'
import { startGuichet, type TestWorkspace } from '../../test/support/guichet.ts'
import { topicsOf } from '../../test/support/topics.ts'
import { type CallInput, recordCall } from '../domain/call/index.ts'

const guichet = await startGuichet()
const { api, ownerId, token, origin, database, clock, createWorkspace } = guichet

const transcript = [
  { at: 3, speaker: 'Teammate 1', text: 'Hello, how can I help?' },
  { at: 3725, speaker: 'User', text: 'It took long.' },
]
const record = (input: Partial<CallInput> = {}, of: TestWorkspace = guichet) =>
  database.transaction(tx =>
    recordCall(tx, acting(guichet, of), {
      ...{ direction: 'outbound', phone: '+15551234567', initiatedAt: clock.now(), ...input },
    }),
  )

/** A call that went its whole way, in a conversation of its own. */
async function wholeCall() {
  const conversation = await buildConversation(guichet)
  const now = clock.now()
  const id = await record({
    ...{ conversationId: Number(conversation.id), contactId: conversation.contact.id, adminId: ownerId },
    ...{ answeredAt: now + 3, endedAt: now + 93, holdTime: 5, endedReason: 'answered' },
    ...{ recording: '/attachments/key/call.mp3', transcript },
  })
  return { id, conversation }
}

const raw = (path: string) =>
  fetch(origin + path, { headers: { authorization: `Bearer ${token}` }, redirect: 'manual' })

test('a call is shown with its times, and with how long it took in Preview', async () => {
  const { id, conversation } = await wholeCall()
  const { body } = await api.get(`/calls/${id}`)
  const now = clock.now()
  expect(body).toEqual({
    ...{ type: 'call', id: String(id), conversation_id: conversation.id, admin_id: String(ownerId) },
    ...{ contact_id: conversation.contact.id, state: 'completed', call_type: 'phone', direction: 'outbound' },
    ...{ initiated_at: now, answered_at: now + 3, ended_at: now + 93, created_at: now, updated_at: now },
    ...{
      recording_url: `${origin}/calls/${id}/recording`,
      transcription_url: `${origin}/calls/${id}/transcript`,
    },
    ...{
      ended_reason: 'answered',
      phone: '+15551234567',
      fin_recording_url: null,
      fin_transcription_url: null,
    },
    ...{ duration: 90, talk_time: 85, queue_time: 3, hold_time: 5 },
  })
  expect((await api.at('2.14').get(`/calls/${id}`)).body).not.toHaveProperty('duration')
  expect((await api.at('2.13').get(`/calls/${id}`)).status).toBe(400)
  expect((await api.get('/calls/999999')).body.errors).toEqual([{ code: 'not_found', message: 'Not Found' }])
})

test('the part that Fin took is a call of its own', async () => {
  const fin = await record({ transcript, recording: 'https://calls.example.com/1.mp3' })
  const id = await record({ finCallId: fin })
  expect((await api.get(`/calls/${id}`)).body).toMatchObject({
    fin_recording_url: `${origin}/calls/${fin}/recording`,
    fin_transcription_url: `${origin}/calls/${fin}/transcript`,
  })
  expect((await raw(`/calls/${fin}/recording`)).headers.get('location')).toBe(
    'https://calls.example.com/1.mp3',
  )
})

test('calls are listed page by page, the newest first', async () => {
  const other = await createWorkspace()
  const ids: string[] = []
  for (let n = 0; n < 3; n += 1) ids.push(String(await record({ initiatedAt: clock.now() + n }, other)))
  const { body } = await other.api.get('/calls?per_page=2')
  expect(body.data.map((call: { id: string }) => call.id)).toEqual([ids[2], ids[1]])
  expect(body).toMatchObject({ total_count: 3, pages: { page: 1, per_page: 2, total_pages: 2 } })
  expect((await other.api.get('/calls?per_page=100')).body.pages.per_page).toBe(25)
})

test('a recording is where its link leads, a transcript is a file of text', async () => {
  const { id } = await wholeCall()
  const recording = await raw(`/calls/${id}/recording`)
  expect([recording.status, recording.headers.get('location')]).toEqual([
    302,
    `${origin}/attachments/key/call.mp3`,
  ])
  const text = await raw(`/calls/${id}/transcript`)
  expect([text.status, text.headers.get('content-type')]).toEqual([200, 'text/plain; charset=utf-8'])
  const day = new Date(clock.now() * 1000).toISOString().slice(0, 10)
  expect(text.headers.get('content-disposition')).toBe(`attachment; filename=transcription_data-${day}.txt`)
  expect(await text.text()).toBe(
    '[00:00:03] Teammate 1: "Hello, how can I help?"\n[01:02:05] User: "It took long."',
  )
  const bare = await record()
  expect((await api.get(`/calls/${bare}/recording`)).body.errors[0].message).toBe('Recording Not Found')
  expect((await api.get(`/calls/${bare}/transcript`)).body.errors[0].message).toBe('Not Found')
})

test('calls of conversations come with what was said', async () => {
  const { id, conversation } = await wholeCall()
  const { body } = await api.post('/calls/search', { conversation_ids: [conversation.id, '999999'] })
  expect(body.data).toMatchObject([{ id: String(id), transcript, transcript_status: 'completed' }])
  const limit = {
    ...{ code: 'conversation_id_limit_exceeded', message: 'A list of up to 20 conversation IDs is required' },
  }
  const many = Array.from({ length: 21 }, (_, n) => String(n + 1))
  for (const request of [
    {},
    { conversation_ids: [] },
    { conversation_ids: many },
    { conversation_ids: 'x' },
  ]) {
    const refused = await api.post('/calls/search', request)
    expect([refused.status, refused.body.errors]).toEqual([400, [limit]])
  }
})

test('a call is announced with what there is of it', async () => {
  const { id } = await wholeCall()
  expect(await topicsOf(guichet, 'call', String(id))).toEqual([
    ...['call.started', 'call.ended', 'call.recording_available', 'call.transcription_available'],
  ])
})

test('the calls of a lead are those of the user it becomes', async () => {
  const { body: lead } = await api.post('/contacts', { role: 'lead', email: 'same@example.com' })
  const { body: user } = await api.post('/contacts', { email: 'same@example.com' })
  const id = await record({ contactId: lead.id })
  await api.post('/contacts/merge', { from: lead.id, into: user.id })
  expect((await api.get(`/calls/${id}`)).body.contact_id).toBe(user.id)
})

test('a call keeps its place when its contact is deleted', async () => {
  const contact = await buildContact(guichet)
  const id = await record({ contactId: contact.id })
  await api.delete(`/contacts/${contact.id}`)
  expect((await api.get(`/calls/${id}`)).body.contact_id).toBeNull()
})

test('a call announced to Fin is matched with the call, whichever comes first', async () => {
  const register = (call_id: string, phone_number: string) =>
    api.at('2.15').post('/fin_voice/register', { phone_number, call_id, data: { lang: 'en' } })
  const { body: announced } = await register('ext-1', '+353 83 000-0001')
  expect(announced).toMatchObject({
    ...{ user_phone_number: '+353830000001', external_call_id: 'ext-1', status: 'registered' },
    ...{ intercom_call_id: null, intercom_conversation_id: null, call_transcript: [], intent: [] },
  })
  const conversation = await buildConversation(guichet)
  const phone = '+353830000001'
  const call = await record({ phone, conversationId: Number(conversation.id), transcript })
  const { body: matched } = await api.get(`/fin_voice/collect/${announced.id}`)
  expect(matched).toMatchObject({
    ...{ id: announced.id, intercom_call_id: String(call), intercom_conversation_id: conversation.id },
    call_transcript: transcript,
  })
  expect((await api.get('/fin_voice/external_id/ext-1')).body).toEqual(matched)
  expect((await api.get('/fin_voice/phone_number/+353830000001')).body).toEqual(matched)
  expect((await api.get(`/fin_voice/conversation/${conversation.id}`)).body).toEqual([matched])
  const later = await record({ phone: '+353830000002' })
  expect((await register('ext-2', '+353830000002')).body.intercom_call_id).toBe(String(later))
  const twice = await register('ext-1', '+353830000009')
  expect([twice.status, twice.body.errors[0].code]).toEqual([409, 'conflict'])
})

test('what was never announced to Fin is not found', async () => {
  for (const path of ['collect/999999', 'external_id/none', 'phone_number/+10000000', 'conversation/999999'])
    expect((await api.get(`/fin_voice/${path}`)).status).toBe(404)
  expect((await api.post('/fin_voice/register', { phone_number: '+1' })).status).toBe(400)
})
