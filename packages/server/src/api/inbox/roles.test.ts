import { allOperations, publishedOperations } from '@guichet/contract/operations/all.ts'
import { permissionsOf, ROLES } from '@guichet/contract/roles.ts'
import { existsAt, NEWEST } from '@guichet/contract/version.ts'
import { beforeAll, expect, test } from 'vitest'
import type { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { signedInAs } from '../../../test/support/members.ts'

const guichet = await startGuichet()
const clients = new Map<string, Api>()
beforeAll(async () => {
  for (const role of ROLES) clients.set(role, await signedInAs(guichet, role))
})

const own = allOperations.filter(operation => !publishedOperations.includes(operation))
const ends = /sessions|password$/
const driven = [...publishedOperations.filter(each => existsAt(NEWEST, each)), ...own].filter(
  ({ access, path, method }) =>
    access !== 'public' && access !== 'messenger' && !(method !== 'GET' && ends.test(path)),
)

test.each(ROLES)(
  '%s may do what the table of roles says, by every operation there is',
  async role => {
    const api = clients.get(role)
    if (!api) throw new Error('nobody is signed in')
    const wrong: string[] = []
    for (const { method, path, scope, orScope = scope } of driven) {
      // What is there or not is beside the point: a role is looked at before anything else is.
      const url = path.replace(/\{\w+\}/g, '0')
      const response = await fetch(guichet.origin + url, {
        method,
        headers: {
          cookie: `guichet_session=${api.token}`,
          origin: guichet.origin,
          'content-type': 'application/json',
        },
        ...(method !== 'GET' && { body: '{}' }),
      })
      const refused =
        response.status === 403 && (await response.text()).includes('Your role does not permit this')
      await response.body?.cancel().catch(() => {})
      const may = permissionsOf[role].has(scope) || permissionsOf[role].has(orScope)
      if (refused === may) wrong.push(`${method} ${path} (${scope}): ${response.status}`)
    }
    expect(driven.length).toBeGreaterThan(200)
    expect(wrong).toEqual([])
  },
  60_000,
)

test('each role may do more than the one below it', () => {
  const [owner, admin, agent, light] = ROLES.map(role => permissionsOf[role])
  for (const [above, below] of [
    [owner, admin],
    [admin, agent],
    [agent, light],
  ])
    expect([...(below ?? [])].filter(name => !above?.has(name))).toEqual([])
})

test('nobody who is not signed in gets past what is for everybody', async () => {
  for (const { method, path } of driven) {
    const url = guichet.origin + path.replace(/\{\w+\}/g, '0')
    const response = await fetch(url, { method, headers: { origin: guichet.origin } })
    expect(response.status, `${method} ${path}`).toBe(401)
  }
})

test('a light agent writes notes, and nothing else', async () => {
  const { body: user } = await guichet.api.post('/contacts', { email: 'written.about@example.com' })
  const { body: started } = await guichet.api.post('/conversations', {
    ...{ from: { type: 'user', id: user.id }, body: 'Hello' },
  })
  const light = clients.get('light')
  const { body: me } = (await light?.get('/app/api/me')) ?? { body: undefined }
  const write = async (message_type: string, admin_id = me.admin.id) =>
    (
      await light?.post(`/conversations/${started.conversation_id}/reply`, {
        ...{ type: 'admin', admin_id, message_type, body: 'Words' },
      })
    )?.status
  expect([await write('note'), await write('comment')]).toEqual([200, 403])
  expect(await write('note', String(guichet.ownerId))).toBe(403)
  const note = await light?.post(`/contacts/${user.id}/notes`, { body: 'Noted' })
  expect([note?.status, note?.body.author.id]).toEqual([200, me.admin.id])
  expect((await light?.put(`/contacts/${user.id}`, { name: 'Renamed' }))?.status).toBe(403)
})

test('who is signed in writes in nobody else’s name, and not as a customer', async () => {
  const { body: user } = await guichet.api.post('/contacts', { email: 'spoken.for@example.com' })
  const { body: started } = await guichet.api.post('/conversations', {
    ...{ from: { type: 'user', id: user.id }, body: 'Hello' },
  })
  const agent = clients.get('agent')
  for (const as of [
    { type: 'admin', admin_id: guichet.ownerId },
    { type: 'user', intercom_user_id: user.id },
  ]) {
    const reply = { ...as, message_type: 'comment', body: 'Not my words' }
    expect((await agent?.post(`/conversations/${started.conversation_id}/reply`, reply))?.status).toBe(403)
  }
})
