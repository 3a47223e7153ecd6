import type { Operation } from '@guichet/contract/operation.ts'
import { inboxFamilies } from '@guichet/contract/operations/inbox/index.ts'
import { families } from '@guichet/contract/operations/index.ts'
import fc from 'fast-check'
import { beforeAll, expect, test } from 'vitest'
import { routes } from '../src/api/routes.ts'
import { aliveIds } from './support/alive-ids.ts'
import { startGuichet } from './support/guichet.ts'
import { buildMember, type Member } from './support/members.ts'
import { nonsense } from './support/nonsense.ts'
import { makeDatabase } from './support/own-database.ts'
import { sessionOf } from './support/sessions.ts'

/** A database of its own: guesses at passwords are counted, and would keep others out. */
const guichet = await startGuichet({ DATABASE_URL: await makeDatabase() })
const built = new Set(routes.map(route => route.operation))
const operations = [families, inboxFamilies]
  .flatMap(all => Object.values(all).flatMap(family => Object.values<Operation>(family)))
  .filter(operation => built.has(operation))

let ids: Record<string, string[]> = {}
const requestFor = nonsense(() => ids)
beforeAll(async () => {
  ids = await aliveIds(guichet.api)
})

/** Refusals that are published in shapes of their own. */
const OWN_SHAPES: Record<string, object> = { '/fin/csat 422': { errors: expect.any(Object) } }

test.each(operations.map(operation => [`${operation.method} ${operation.path}`, operation] as const))(
  '%s answers nonsense in the envelope and never with a 5xx',
  async (_, operation) => {
    const member = operation.access === 'session' ? await buildMember(guichet, 'owner') : undefined
    let caller = await callerOf(member)
    await fc.assert(
      fc.asyncProperty(requestFor(operation), async ({ url, version, body }) => {
        const response = await fetch(guichet.origin + url, {
          method: operation.method,
          headers: {
            ...caller,
            'intercom-version': version,
            'content-type': 'application/json',
          },
          ...(body !== undefined && operation.method !== 'GET' && { body }),
        })
        // A stream that is let in says no more than that, and never ends.
        const isOpen = operation.streams === true && response.ok
        const text = isOpen ? '' : await response.text()
        if (isOpen) await response.body?.cancel()
        expect(response.status, `${operation.method} ${url} ${body} at ${version}: ${text}`).toBeLessThan(500)
        // What was written may have ended the session.
        if (member && response.ok && operation.method !== 'GET') caller = await callerOf(member)
        const shape = OWN_SHAPES[`${operation.path} ${response.status}`] ?? { type: 'error.list' }
        if (response.status >= 400) expect(JSON.parse(text)).toMatchObject(shape)
      }),
      { numRuns: Number(process.env['GUICHET_HOSTILE_RUNS'] ?? 25), seed: 20261122, endOnFailure: true },
    )
  },
)

/** A token, or the cookie of a new session. */
async function callerOf(member: Member | undefined): Promise<Record<string, string>> {
  if (!member) return { authorization: `Bearer ${guichet.token}` }
  return { cookie: `guichet_session=${await sessionOf(guichet, member)}`, origin: guichet.origin }
}
