import { expect, test } from 'vitest'
import { startAnother } from '../../test/support/another-server.ts'
import { Api } from '../../test/support/api.ts'
import { startGuichet } from '../../test/support/guichet.ts'

const { clock, createWorkspace } = await startGuichet()

test('an allow-list is kept as it was written, at the versions that have it', async () => {
  const api = (await createWorkspace()).api.at('2.16')
  const empty = { type: 'ip_allowlist', enabled: false, ip_allowlist: [] }
  expect((await api.get('/ip_allowlist')).body).toEqual(empty)
  const ip_allowlist = ['192.168.1.0/24', '10.0.0.1', '2001:db8::/32']
  const kept = { type: 'ip_allowlist', enabled: false, ip_allowlist }
  expect((await api.put('/ip_allowlist', { type: 'ip_allowlist', ip_allowlist })).body).toEqual(kept)
  expect((await api.at('2.14').get('/ip_allowlist')).body).toEqual(kept)
  expect((await api.put('/ip_allowlist', { ip_allowlist: ['10.0.0.0/33'] })).status).toBe(422)
  for (const version of ['2.13', 'Preview'] as const)
    expect((await api.at(version).get('/ip_allowlist')).status).toBe(400)
})

test('nobody locks themselves out', async () => {
  const api = (await createWorkspace()).api.at('2.16')
  const { status, body } = await api.put('/ip_allowlist', { enabled: true, ip_allowlist: ['10.0.0.0/8'] })
  expect(status).toBe(422)
  expect(body.errors).toEqual([
    {
      code: 'parameter_invalid',
      message: 'Your IP (127.0.0.1) is not on the allowlist. Saving would lock you out of this workspace.',
    },
  ])
  expect((await api.get('/ip_allowlist')).body.enabled).toBe(false)
})

test('only allowed addresses come in, on every node, from the moment it is enabled', async () => {
  const { api, token } = await createWorkspace()
  const elsewhere = await startAnother(clock)
  const there = new Api(elsewhere.origin, token)
  const foreign = { headers: { 'x-forwarded-for': '8.8.8.8' } }
  expect((await there.get('/me', foreign)).status).toBe(200)
  await api.at('2.16').put('/ip_allowlist', { enabled: true, ip_allowlist: ['127.0.0.0/8'] })
  expect((await api.get('/me')).status).toBe(200)
  await expect.poll(async () => (await there.get('/me', foreign)).status).toBe(403)
  const refused = await api.get('/me', foreign)
  expect([refused.status, refused.body.errors[0].code]).toEqual([403, 'forbidden'])
  await api.at('2.16').put('/ip_allowlist', { enabled: false })
  await expect.poll(async () => (await there.get('/me', foreign)).status).toBe(200)
})
