import { expect, test } from 'vitest'
import { startGuichet } from '../../test/support/guichet.ts'
import { liveSecrets } from '../domain/identity-secret/index.ts'
import { keyOfPassphrase, secretBox } from '../secrets/secret-box.ts'

const KEY = 'a passphrase of the test'
const { api, id, database, clock, createWorkspace } = await startGuichet({ GUICHET_SECRET_KEY: KEY })

test('a secret is shown once, kept sealed, and signs until it is deleted', async () => {
  const { status, body } = await api.post('/secure_mode_secrets', {
    name: 'Production Web',
    supports_web: true,
  })
  expect(status).toBe(201)
  const { secret, ...shown } = body
  expect(Buffer.from(secret, 'base64url')).toHaveLength(32)
  expect(shown).toEqual({
    ...{
      type: 'identity_verification_secret',
      id: shown.id,
      name: 'Production Web',
      created_at: clock.now(),
    },
    ...{ supports_android: false, supports_ios: false, supports_web: true },
  })
  expect((await api.get('/secure_mode_secrets')).body).toEqual({ type: 'list', data: [shown] })
  const { sealed } = await database.unguarded.read
    .selectFrom('identity_secrets')
    .select('sealed')
    .where('id', '=', Number(shown.id))
    .executeTakeFirstOrThrow()
  expect(sealed).not.toContain(secret)
  const secrets = secretBox(async () => keyOfPassphrase(KEY))
  const live = () => liveSecrets(database.read, id, { platform: 'supports_web', secrets })
  expect(await live()).toEqual([secret])
  const deleted = await api.delete(`/secure_mode_secrets/${shown.id}`)
  expect([deleted.status, deleted.body]).toEqual([204, undefined])
  expect(await live()).toEqual([])
  expect((await api.get('/secure_mode_secrets')).body.data).toEqual([])
})

test('a secret needs a name and a platform', async () => {
  const refusal = async (body: object) => {
    const answer = await api.post('/secure_mode_secrets', body)
    expect(answer.status).toBe(422)
    return answer.body.errors[0]
  }
  const nameless = { code: 'parameter_invalid', message: 'name is required' }
  expect(await refusal({ supports_web: true })).toEqual(nameless)
  expect(await refusal({ name: ' ', supports_web: true })).toEqual(nameless)
  expect((await refusal({ name: 'None' })).message).toBe('at least one platform must be supported')
})

test('secrets of another workspace are as if they were not there', async () => {
  const other = await createWorkspace()
  const { body } = await other.api.post('/secure_mode_secrets', { name: 'Theirs', supports_ios: true })
  const { body: refused } = await api.delete(`/secure_mode_secrets/${body.id}`)
  expect(refused.errors).toEqual([
    {
      code: 'identity_verification_secret_not_found',
      message: 'Identity verification secret not found',
    },
  ])
})
