import { expect, test } from 'vitest'
import { acting } from '../../test/support/acting.ts'
import { startGuichet } from '../../test/support/guichet.ts'
import { createBrand } from '../domain/brand/index.ts'
import { createEmailSetting } from '../domain/email-setting/index.ts'

const guichet = await startGuichet()
const { api, id, database, clock, createWorkspace } = guichet

test('the default brand is the workspace itself, and others come after it', async () => {
  const { body } = await api.at('2.15').get('/brands')
  expect(body).toMatchObject({ type: 'list', data: [{ type: 'brand', id, name: 'Test', is_default: true }] })
  const brandId = await database.transaction(tx =>
    createBrand(tx, acting(guichet, guichet), {
      name: 'Premium',
      helpCenterId: 10,
      defaultAddressSettingsId: 15,
    }),
  )
  expect((await api.get('/brands')).body.data).toHaveLength(2)
  expect((await api.get(`/brands/${brandId}`)).body).toEqual({
    ...{ type: 'brand', id: brandId, name: 'Premium', is_default: false, help_center_id: '10' },
    ...{ default_address_settings_id: '15', created_at: clock.now(), updated_at: clock.now() },
  })
  expect((await api.get(`/brands/${id}`)).body.is_default).toBe(true)
  expect((await api.get('/brands/999999')).body.errors).toEqual([
    { code: 'not_found', message: 'Brand not found' },
  ])
  expect((await api.at('2.14').get('/brands')).status).toBe(400)
})

test('more may be said of the default brand', async () => {
  const other = await createWorkspace()
  await database.transaction(tx =>
    createBrand(tx, acting(guichet, other), { name: 'House', isDefault: true, helpCenterId: 3 }),
  )
  expect((await other.api.get('/brands')).body.data).toMatchObject([
    { id: other.id, name: 'House', is_default: true, help_center_id: '3' },
  ])
})

test('addresses to send from are listed and found', async () => {
  const key = await database.transaction(tx =>
    createEmailSetting(tx, acting(guichet, guichet), { email: ' Support@Company.com ', verified: true }),
  )
  const setting = {
    ...{ type: 'email_setting', id: String(key), email: 'support@company.com', verified: true, brand_id: id },
    ...{ domain: 'company.com', forwarding_enabled: false, forwarded_email_last_received_at: null },
    ...{ created_at: clock.now(), updated_at: clock.now() },
  }
  expect((await api.get('/emails')).body).toEqual({ type: 'list', data: [setting] })
  expect((await api.at('2.15').get(`/emails/${key}`)).body).toEqual(setting)
  expect((await api.get('/emails/999999')).body.errors).toEqual([
    { code: 'not_found', message: 'Email setting not found' },
  ])
})

test('a brand sends from its first address, and one without any from that of the workspace', async () => {
  const other = await createWorkspace()
  const [brand, first, own] = await database.transaction(async tx => {
    const actor = acting(guichet, other)
    const made = await createBrand(tx, actor, { name: 'Premium' })
    await createBrand(tx, actor, { name: 'Bare' })
    const house = await createEmailSetting(tx, actor, { email: 'hello@house.com' })
    return [made, house, await createEmailSetting(tx, actor, { email: 'hello@premium.com', brandId: made })]
  })
  const { body } = await other.api.get('/brands')
  const addresses = body.data.map(
    (each: { default_address_settings_id: string }) => each.default_address_settings_id,
  )
  expect(addresses.toSorted()).toEqual([String(first), String(first), String(own)].toSorted())
  expect((await other.api.get(`/brands/${brand}`)).body.default_address_settings_id).toBe(String(own))
})
