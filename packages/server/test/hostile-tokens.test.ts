import fc from 'fast-check'
import { expect, test } from 'vitest'
import { startGuichet } from './support/guichet.ts'
import { buildMember } from './support/members.ts'
import { makeDatabase } from './support/own-database.ts'
import { sendRaw } from './support/raw.ts'
import { sessionOf } from './support/sessions.ts'

/** A database of its own: guesses at passwords are counted, and would keep others out. */
const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const session = await sessionOf(guichet, await buildMember(guichet, 'owner'))
const messenger = await bootedToken()

const RUNS = Number(process.env['GUICHET_HOSTILE_RUNS'] ?? 25) * 8

/** What can stand in a header at all: anything else is refused before anybody looks at it. */
const inHeader = fc
  .string({
    unit: fc.integer({ min: 0x20, max: 0xff }).map(code => String.fromCharCode(code)),
    maxLength: 200,
  })
  .map(text => text.replaceAll('\x7f', ''))

/** A token with something changed: a character, its case, its end, or what stands around it. */
const spoiled = (token: string): fc.Arbitrary<string> =>
  fc
    .oneof(
      inHeader,
      fc.nat(token.length - 1).map(at => token.slice(0, at)),
      fc.nat(token.length - 1).map(at => token.slice(0, at) + token.slice(at + 1)),
      fc
        .tuple(fc.nat(token.length - 1), inHeader)
        .map(([at, text]) => token.slice(0, at) + text + token.slice(at)),
      fc.constantFrom(
        token.toUpperCase(),
        `${token}=`,
        `"${token}`,
        `%${token}`,
        token.repeat(40),
        `${token}%00`,
      ),
      fc.constantFrom('__proto__', '%ED%A0%80', '%', 'null', 'undefined', '[object Object]'),
    )
    .filter(text => text.trim() !== token)

const READS = ['/app/api/me', '/app/api/sessions', '/contacts', '/app/api/stream']

test('a cookie that is no session of ours opens nothing, whatever it holds', async () => {
  const cookie = fc.oneof(
    spoiled(session).map(value => `guichet_session=${value.replaceAll(';', '')}`),
    spoiled(session).map(value => `other=1; guichet_session=${value.replaceAll(';', '')}; more=2`),
    inHeader.map(text => `${text}guichet_session`),
    fc.constantFrom(
      ...[`Guichet_Session=${session}`, `guichet_session`, `guichet_session=`, `guichet_session==${session}`],
      ...[`guichet_sessions=${session}`, `a=guichet_session=${session}`, ';'.repeat(4000), '='.repeat(4000)],
    ),
  )
  await fc.assert(
    fc.asyncProperty(cookie, fc.constantFrom(...READS), async (text, path) => {
      const { status, body } = await sendRaw(guichet.origin, { path, headers: { cookie: text } })
      expect([400, 401], `${text}: ${body}`).toContain(status)
      expect(JSON.parse(body)).toMatchObject({ type: 'error.list' })
    }),
    { numRuns: RUNS, seed: 20261125, endOnFailure: true },
  )
})

test('the cookie of a session does so, beside whatever else a browser sends', async () => {
  const around = fc.tuple(...[0, 1].map(() => fc.string({ unit: fc.constantFrom(...'abc=%"_') })))
  await fc.assert(
    fc.asyncProperty(around, async ([before = '', after = '']) => {
      const cookie = `x${before}; guichet_session=${session}; y${after}`
      const { status } = await sendRaw(guichet.origin, { path: '/app/api/me', headers: { cookie } })
      expect(status, cookie).toBe(200)
    }),
    { numRuns: RUNS / 4, seed: 20261125 },
  )
})

test('a token that is no messenger session of ours opens nothing, whatever it holds', async () => {
  const paths = ['/messenger/api/home', '/messenger/api/conversations', '/messenger/api/stream']
  const header = fc.oneof(
    spoiled(messenger).map(token => `Bearer ${token}`),
    inHeader,
    fc.constantFrom(
      messenger,
      `Basic ${messenger}`,
      'Bearer',
      `Bearer ${session}`,
      `Bearer ${guichet.token}`,
    ),
  )
  await fc.assert(
    fc.asyncProperty(header, fc.constantFrom(...paths), async (authorization, path) => {
      const { status, body } = await sendRaw(guichet.origin, { path, headers: { authorization } })
      expect([400, 401], `${authorization}: ${body}`).toContain(status)
      expect(JSON.parse(body)).toMatchObject({ type: 'error.list' })
    }),
    { numRuns: RUNS, seed: 20261125, endOnFailure: true },
  )
})

test('a messenger session is none of a teammate, and a teammate none of a messenger', async () => {
  const asCookie = { path: '/app/api/me', headers: { cookie: `guichet_session=${messenger}` } }
  const asBearer = { path: '/contacts', headers: { authorization: `Bearer ${messenger}` } }
  const asMessenger = { path: '/messenger/api/home', headers: { authorization: `Bearer ${session}` } }
  for (const request of [asCookie, asBearer, asMessenger])
    expect((await sendRaw(guichet.origin, request)).status).toBe(401)
})

async function bootedToken(): Promise<string> {
  const { body } = await sendRaw(guichet.origin, {
    ...{ method: 'POST', path: '/messenger/api/sessions', body: JSON.stringify({ app_id: guichet.id }) },
    headers: { 'content-type': 'application/json', origin: guichet.origin },
  })
  return String(JSON.parse(body).session)
}
