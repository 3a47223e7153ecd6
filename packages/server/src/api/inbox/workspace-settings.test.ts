import { expect, test } from 'vitest'
import { startAnother } from '../../../test/support/another-server.ts'
import { Api } from '../../../test/support/api.ts'
import { startGuichet } from '../../../test/support/guichet.ts'
import { letterTo } from '../../../test/support/letters.ts'
import { buildMember, signedIn } from '../../../test/support/members.ts'

const guichet = await startGuichet()

async function furnish() {
  const workspace = await guichet.createWorkspace()
  const owner = await buildMember(guichet, 'owner', { workspace })
  return { workspace, api: await signedIn(guichet, owner) }
}

test('a workspace is renamed and moved, and everybody is told so at once, on every server', async () => {
  const { workspace, api } = await furnish()
  const elsewhere = await startAnother(guichet.clock)
  const there = Api.ofSession(elsewhere.origin, api.token)
  expect((await there.get('/app/api/me')).body.workspace.name).toBe('Test')
  expect((await api.get('/app/api/workspace')).body).toMatchObject({
    ...{ id: workspace.id, name: 'Test', timezone: 'UTC', language: 'en', sandbox: false },
  })
  const change = { name: '  Brindille 🌱 ', timezone: 'Europe/Paris', language: 'fr' }
  expect((await api.patch('/app/api/workspace', change)).body).toMatchObject({
    ...{ name: 'Brindille 🌱', timezone: 'Europe/Paris', language: 'fr' },
  })
  await expect
    .poll(async () => (await there.get('/app/api/me')).body.workspace)
    .toMatchObject({ name: 'Brindille 🌱', timezone: 'Europe/Paris' })
  const { body } = await workspace.api.get('/admins/activity_logs?created_at_after=0')
  const types = body.activity_logs.map(({ activity_type }: { activity_type: string }) => activity_type)
  expect(types).toEqual(expect.arrayContaining(['app_name_change', 'app_timezone_change']))
})

test('what a workspace cannot be is refused, and changes nothing', async () => {
  const { api } = await furnish()
  for (const change of [
    { name: '   ' },
    { name: 'x'.repeat(256) },
    { timezone: 'Mars/Olympus' },
    { language: 'tlh' },
    { name: 'Half', timezone: 'Nowhere' },
  ])
    expect((await api.patch('/app/api/workspace', change)).status).toBe(400)
  expect((await api.get('/app/api/workspace')).body).toMatchObject({ name: 'Test', timezone: 'UTC' })
})

test('mails to teammates are in the language of the workspace', async () => {
  const { workspace, api } = await furnish()
  const email = `nouveau@${workspace.id}.example`
  const invite = async () => {
    await api.post('/app/api/invitations', { email, role: 'agent' })
    return (await letterTo(guichet, workspace, email))?.text
  }
  expect(await invite()).toContain('To join, open this link')
  await api.patch('/app/api/workspace', { language: 'fr' })
  expect(await invite()).toContain('Pour accepter, ouvrez ce lien')
})
