import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'

const guichet = await startGuichet()
const { api, createWorkspace, database } = guichet

const register = async (more: object = {}) =>
  (await api.post('/app/api/apps', { name: 'Shop sync', ...more })).body

test('a workspace begins with an app of its own, and registers others', async () => {
  const { api: theirs } = await createWorkspace()
  const own = (await theirs.get('/app/api/apps')).body.data
  expect(own).toMatchObject([{ name: 'Guichet', scopes: ['all'], installed: true, api_version: null }])
  const { body: app } = await theirs.post('/app/api/apps', {
    ...{ name: ' Shop sync ', redirect_urls: ['https://shop.example/back', 'http://localhost:3000/'] },
    ...{ scopes: ['read_conversations'], api_version: '2.11', uninstall_url: 'https://shop.example/gone' },
  })
  expect(app).toMatchObject({
    ...{
      type: 'app',
      name: 'Shop sync',
      api_version: '2.11',
      scopes: ['read_conversations'],
      installed: true,
    },
    ...{ webhook_url: null, webhook_topics: [], webhook_policy: 'intercom' },
  })
  expect(app.client_id).not.toBe(own[0].client_id)
  expect((await theirs.get('/app/api/apps')).body.data).toHaveLength(2)
  const { body: changed } = await theirs.patch(`/app/api/apps/${app.id}`, { name: 'Sync', api_version: null })
  expect(changed).toMatchObject({ name: 'Sync', api_version: null, redirect_urls: app.redirect_urls })
  expect((await theirs.get(`/app/api/apps/${app.id}`)).body).toEqual(changed)
})

test('an app that was not installed is, once that is asked for, and asking again changes nothing', async () => {
  const { api: theirs } = await createWorkspace()
  const { body: app } = await theirs.post('/app/api/apps', { name: 'Later', install: false })
  expect(app.installed).toBe(false)
  const { body: installed } = await theirs.post(`/app/api/apps/${app.id}/install`)
  expect(installed).toEqual({ ...app, installed: true })
  expect((await theirs.post(`/app/api/apps/${app.id}/install`)).body).toEqual(installed)
  expect((await api.post(`/app/api/apps/${app.id}/install`)).status).toBe(404)
  const { api: limited } = await createWorkspace({ scopes: ['read_tags'] })
  expect((await limited.post(`/app/api/apps/${app.id}/install`)).status).toBe(403)
})

test('a version an app chooses counts at once for its calls', async () => {
  const { api: theirs, token } = await createWorkspace()
  const served = async () => {
    const { headers } = await fetch(`${theirs.origin}/me`, { headers: { authorization: `Bearer ${token}` } })
    return headers.get('intercom-version')
  }
  expect(await served()).toBe('2.16')
  const [own] = (await theirs.get('/app/api/apps')).body.data
  await theirs.patch(`/app/api/apps/${own.id}`, { api_version: '2.9' })
  await expect.poll(served).toBe('2.9')
})

test('a secret is rotated while both are live, and the first is retired', async () => {
  const { id, client_id } = await register()
  const reveal = async () => (await api.post(`/app/api/apps/${id}/secrets/reveal`)).body
  const first = await reveal()
  expect(first).toMatchObject({ client_id, client_secrets: [expect.stringMatching(/^[\w-]{43}$/)] })
  expect(await reveal()).toEqual(first)
  const { body: both } = await api.post(`/app/api/apps/${id}/secrets/rotate`)
  expect(both.client_secrets).toEqual([first.client_secrets[0], expect.stringMatching(/^[\w-]{43}$/)])
  expect(both.webhook_secrets[0]).toBe(`whsec_${Buffer.from(first.client_secrets[0]).toString('base64')}`)
  expect((await api.post(`/app/api/apps/${id}/secrets/rotate`)).status).toBe(409)
  const { body: after } = await api.post(`/app/api/apps/${id}/secrets/retire`)
  expect(after.client_secrets).toEqual([both.client_secrets[1]])
  expect((await api.post(`/app/api/apps/${id}/secrets/retire`)).status).toBe(409)
  const kept = await database.read.selectFrom('app_registrations').selectAll().execute()
  expect(JSON.stringify(kept)).not.toContain(after.client_secrets[0])
})

test.each([
  [{ name: '  ' }, 'name'],
  [{ name: 'x'.repeat(300) }, 'name'],
  [{ redirect_urls: ['shop'] }, 'redirect_urls'],
  [{ redirect_urls: ['http://shop.example/'] }, 'redirect_urls'],
  [{ redirect_urls: ['https://shop.example/#part'] }, 'redirect_urls'],
  [{ redirect_urls: ['javascript:alert(1)'] }, 'redirect_urls'],
  [{ uninstall_url: 'https://me:secret@shop.example/' }, 'uninstall_url'],
  [{ scopes: ['rule_the_world'] }, 'scopes'],
])('an app cannot be %j', async (settings, field) => {
  const { status, body } = await api.post('/app/api/apps', { name: 'App', ...settings })
  expect([status, body.errors[0]]).toMatchObject([422, { code: 'parameter_invalid', field }])
})

test('an app is given no permission that its maker does not hold', async () => {
  const { api: limited } = await createWorkspace({ scopes: ['manage_apps', 'read_tags'] })
  const register = (scopes: string[]) => limited.post('/app/api/apps', { name: 'App', scopes })
  expect((await register(['read_tags'])).status).toBe(201)
  expect((await register(['write_tags'])).status).toBe(422)
  expect((await register(['all'])).status).toBe(422)
})

test('apps are managed with the permission for it, and only by the workspace that owns them', async () => {
  const { id } = await register()
  const { api: without } = await createWorkspace({ scopes: ['read_tags'] })
  const other = await createWorkspace()
  const { body } = await without.get('/app/api/apps')
  expect(body.errors[0].message).toBe(
    'You do not have the required scope (manage_apps) to access this resource',
  )
  const attempts = [
    other.api.get(`/app/api/apps/${id}`),
    other.api.patch(`/app/api/apps/${id}`, { name: 'Mine' }),
    other.api.delete(`/app/api/apps/${id}`),
    ...['reveal', 'rotate', 'retire'].map(act => other.api.post(`/app/api/apps/${id}/secrets/${act}`)),
  ]
  expect((await Promise.all(attempts)).map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404])
  expect((await api.get(`/app/api/apps/${id}`)).body.name).toBe('Shop sync')
})

test('a deleted app is gone, and one does not delete the app one acts through', async () => {
  const { id } = await register()
  expect((await api.delete(`/app/api/apps/${id}`)).status).toBe(204)
  expect((await api.get(`/app/api/apps/${id}`)).status).toBe(404)
  const [own] = (await api.get('/app/api/apps')).body.data
  expect((await api.delete(`/app/api/apps/${own.id}`)).status).toBe(409)
})
