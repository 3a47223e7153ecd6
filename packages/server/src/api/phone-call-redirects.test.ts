import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const { api, origin, token, database } = await startGuichet()
const strict = await startGuichet({ GUICHET_STRICT: '1' })

const redirect = (body: object, at = { origin, token }) =>
  fetch(`${at.origin}/phone_call_redirects`, {
    method: 'POST',
    headers: { authorization: `Bearer ${at.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })

const byPhone = async (phone: string) =>
  (await api.post('/contacts/search', { query: { field: 'phone', operator: '=', value: phone } })).body.data

test('a caller gets a link, and is a lead with what the call is about', async () => {
  await api.post('/data_attributes', { name: 'issue_type', model: 'contact', data_type: 'string' })
  const phone = '+353832345678'
  const { body } = await api.at('2.7').post('/phone_call_redirects', {
    ...{ phone, custom_attributes: { issue_type: 'Billing' } },
  })
  expect(body).toMatchObject({ type: 'phone_call_redirect', phone })
  expect(body.url).toMatch(new RegExp(`^${origin}/msgr/[0-9a-f-]{36}$`))
  const again = await api.post('/phone_call_redirects', { phone: '+353 83 234 5678' })
  expect(again.body.url).not.toBe(body.url)
  const found = await byPhone(phone)
  expect(found).toMatchObject([{ role: 'lead', custom_attributes: { issue_type: 'Billing' } }])
})

test('a caller who is known stays who they are', async () => {
  const { body: user } = await api.post('/contacts', { email: 'caller@example.com', phone: '+353831111111' })
  await api.post('/phone_call_redirects', { phone: '+353831111111' })
  expect((await byPhone('+353831111111')).map(({ id }: { id: string }) => id)).toEqual([user.id])
  const row = await database.unguarded.read
    .selectFrom('phone_call_redirects')
    .select('sms_status')
    .where('contact_id', '=', user.id)
    .executeTakeFirstOrThrow()
  expect(row.sms_status).toBe('pending')
})

test('what is no number, and attributes that are not there, are refused in both shapes', async () => {
  const odd = await redirect({ phone: '12' })
  expect(odd.status).toBe(400)
  expect(await odd.json()).toEqual({
    ...{ error_key: 'invalid_phone_number', message: 'Invalid phone number', type: 'error.list' },
    errors: [{ code: 'invalid_phone_number', message: 'Invalid phone number' }],
  })
  const unknown = await redirect({ phone: '+353832345678', custom_attributes: { nope: 1 } })
  expect(unknown.status).toBe(422)
  expect(await unknown.json()).toMatchObject({ error_key: 'invalid_custom_attributes' })
})

test('a strict server answers and refuses as the original was recorded', async () => {
  const made = await redirect({ phone: '+353832345678' }, strict)
  expect(Object.keys(Object(await made.json()))).toEqual(['type', 'url'])
  expect(await (await redirect({ phone: 'x' }, strict)).json()).toEqual({
    ...{ error_key: 'invalid_phone_number', message: 'Invalid phone number' },
  })
})
