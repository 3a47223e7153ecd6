import { expect, test } from 'vitest'
import { buildSubscriptionType } from '../../test/support/factories.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { topicsOf as topicsOfObject } from '../../test/support/topics.ts'

const guichet = await startGuichet()
const { api } = guichet

const topicsOf = (contactId: string) => topicsOfObject(guichet, 'contact', contactId)

test('the life of a lead is told step by step', async () => {
  const { body: lead } = await api.post('/contacts', { role: 'lead' })
  await api.put(`/contacts/${lead.id}`, { email: 'lead@example.com' })
  await api.put(`/contacts/${lead.id}`, { role: 'user' })
  await api.put(`/contacts/${lead.id}`, { email: 'user@example.com', unsubscribed_from_emails: true })
  await api.put(`/contacts/${lead.id}`, { unsubscribed_from_emails: false })
  await api.post(`/contacts/${lead.id}/archive`)
  await api.post(`/contacts/${lead.id}/archive`)
  await api.post(`/contacts/${lead.id}/unarchive`)
  await api.delete(`/contacts/${lead.id}`)
  expect(await topicsOf(lead.id)).toEqual([
    'contact.lead.created',
    'contact.lead.updated',
    'contact.lead.added_email',
    'contact.lead.signed_up',
    'contact.user.updated',
    'contact.email.updated',
    'contact.unsubscribed',
    'contact.user.updated',
    'contact.subscribed',
    'contact.archived',
    'contact.unarchive',
    'contact.deleted',
  ])
})

test('merges and choices about subscriptions are told, once', async () => {
  const { body: user } = await api.post('/contacts', { email: 'same@example.com' })
  const { body: lead } = await api.post('/contacts', { role: 'lead', email: 'same@example.com' })
  await api.post('/contacts/merge', { from: lead.id, into: user.id })
  const type = await buildSubscriptionType(guichet, 'opt_in')
  for (let n = 0; n < 2; n += 1)
    await api.post(`/contacts/${user.id}/subscriptions`, { id: type, consent_type: 'opt_in' })
  for (let n = 0; n < 2; n += 1) await api.delete(`/contacts/${user.id}/subscriptions/${type}`)
  expect(await topicsOf(user.id)).toEqual([
    'contact.user.created',
    'contact.merged',
    'granular.subscribe',
    'granular.unsubscribe',
  ])
})

test('a request that is refused tells nothing and changes nothing', async () => {
  const { body: one } = await api.post('/contacts', { email: 'one@example.com', name: 'One' })
  await api.post('/contacts', { email: 'two@example.com' })
  expect((await api.put(`/contacts/${one.id}`, { email: 'two@example.com', name: 'Two' })).status).toBe(409)
  expect((await api.get(`/contacts/${one.id}`)).body).toMatchObject({ email: 'one@example.com', name: 'One' })
  expect(await topicsOf(one.id)).toEqual(['contact.user.created'])
})

test('two leads that claim one identity at once do not both become that user', async () => {
  const leads = await Promise.all(
    [1, 2, 3, 4].map(() => api.post('/contacts', { role: 'lead', email: 'claim@example.com' })),
  )
  const answers = await Promise.all(
    leads.map(({ body }) => api.put(`/contacts/${body.id}`, { role: 'user' })),
  )
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409, 409])
  const winner = answers.find(({ status }) => status === 200)?.body.id
  for (const { status, body } of answers)
    if (status === 409)
      expect(body.errors[0].message).toBe(`A contact matching those details already exists with id=${winner}`)
})

test('updates of one contact at once all keep their attributes', async () => {
  for (const name of ['a1', 'a2', 'a3'])
    await api.post('/data_attributes', { name, model: 'contact', data_type: 'integer' })
  const { body } = await api.post('/contacts', { external_id: 'attributes' })
  await Promise.all(
    ['a1', 'a2', 'a3'].map((name, n) =>
      api.put(`/contacts/${body.id}`, { custom_attributes: { [name]: n } }),
    ),
  )
  expect((await api.get(`/contacts/${body.id}`)).body.custom_attributes).toEqual({ a1: 0, a2: 1, a3: 2 })
})
