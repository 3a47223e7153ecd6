import { systemClock } from '../packages/server/src/clock.ts'
import { readConfig } from '../packages/server/src/config.ts'
import { type Database, openDatabase } from '../packages/server/src/db/database.ts'
import { issueToken } from '../packages/server/src/domain/token/index.ts'
import { createWorkspace } from '../packages/server/src/domain/workspace/index.ts'
import { buildLog } from '../packages/server/src/log.ts'
import { compose, type Services } from '../packages/server/src/services.ts'
import type { Measured } from './operations.ts'
import type { Statement } from './sql-load.ts'

/** How many different requests the statements are taken from. */
const SAMPLES = 200

/** What articles are written in. */
const WORDS = [
  ...[
    'invoice',
    'refund',
    'password',
    'shipping',
    'garden',
    'account',
    'tomato',
    'delivery',
    'window',
    'balcony',
  ],
  ...[
    'water',
    'subscription',
    'language',
    'holiday',
    'question',
    'answer',
    'team',
    'office',
    'customer',
    'seed',
  ],
]

/** Pages of 150 to walk before a listing counts as deep. */
const DEEP_PAGES = 50

/** A server in this process, for asking which statements a request is made of. */
export class Probe {
  readonly workspaceId: string
  readonly token: string
  readonly #adminId: number
  readonly #services: Services
  readonly #seen: Statement[]

  private constructor(of: {
    workspaceId: string
    token: string
    adminId: number
    services: Services
    seen: Statement[]
  }) {
    this.workspaceId = of.workspaceId
    this.token = of.token
    this.#adminId = of.adminId
    this.#services = of.services
    this.#seen = of.seen
  }

  static async open(databaseUrl: string): Promise<Probe> {
    const { workspaceId, token, adminId } = await makeWorkspace(databaseUrl)
    const seen: Statement[] = []
    const config = readConfig({ GUICHET_RATE_LIMIT: 'off' })
    const onStatement = (text: string, values: readonly unknown[]) => seen.push({ text, values: [...values] })
    const services = await compose({
      config,
      databaseUrl,
      clock: systemClock,
      log: buildLog('warn'),
      onStatement,
      // What runs by itself would be taken for a part of the requests.
      sweeping: false,
    })
    return new Probe({ workspaceId, token, adminId, services, seen })
  }

  /** What the operations need that no generated row is. */
  async prepare(articles: number): Promise<{
    adminId: number
    tagId: string
    ticketIds: string[]
    deepCursor: string
  }> {
    const tag = await this.#call('POST', '/tags', { name: 'Bench' })
    const type = await this.#call('POST', '/ticket_types', { name: 'Bench' })
    const contact = await this.#call('POST', '/contacts', { email: 'bench@example.com' })
    const ticketIds: string[] = []
    for (let n = 0; n < 50; n += 1) {
      const ticket = await this.#call('POST', '/tickets', {
        ticket_type_id: type.id,
        contacts: [{ id: contact.id }],
      })
      ticketIds.push(String(ticket.id))
    }
    await this.#writeArticles(articles)
    await this.#call('POST', '/data_attributes', { name: 'plan', model: 'contact', data_type: 'string' })
    return { adminId: this.#adminId, tagId: String(tag.id), ticketIds, deepCursor: await this.#deepCursor() }
  }

  /** An answer's bytes, and the statements of many requests of an operation, transactions' frames included. */
  async statementsOf(
    operation: Measured,
  ): Promise<{ answer: string; perRequest: number; next: (n: number) => Statement[] }> {
    let answer = ''
    const requests: Statement[][] = []
    for (let n = 1; n <= SAMPLES; n += 1) {
      this.#seen.length = 0
      answer = await this.#send(operation.method, operation.path(n), operation.body?.(n))
      requests.push(inTransaction([...this.#seen]))
    }
    const rewritten = requests.map(freshened)
    return {
      answer,
      perRequest: requests[0]?.length ?? 0,
      next: n => rewritten[n % rewritten.length]?.(n) ?? [],
    }
  }

  /** Articles of two hundred words each, of which one is theirs alone. */
  async #writeArticles(count: number): Promise<void> {
    const write = (n: number) => {
      const words = Array.from({ length: 200 }, (_, k) => WORDS[(n * 31 + k * k * 7) % WORDS.length])
      const body = `<p>${words.join(' ')} subject${n}</p>`
      const title = `${words.slice(0, 4).join(' ')} subject${n}`
      return this.#call('POST', '/articles', { title, body, author_id: this.#adminId, state: 'published' })
    }
    for (let n = 0; n < count; n += 16) {
      await Promise.all(Array.from({ length: Math.min(16, count - n) }, (_, k) => write(n + k)))
    }
  }

  /** A cursor well into the list of contacts. */
  async #deepCursor(): Promise<string> {
    let cursor = ''
    for (let page = 0; page < DEEP_PAGES; page += 1) {
      const after = cursor && `&starting_after=${encodeURIComponent(cursor)}`
      const { pages } = JSON.parse(await this.#send('GET', `/contacts?per_page=150${after}`, undefined))
      cursor = pages.next.starting_after
    }
    return cursor
  }

  async close(): Promise<void> {
    await this.#services.close()
  }

  async #call(method: string, path: string, body: object): Promise<Record<string, unknown>> {
    return JSON.parse(await this.#send(method, path, body))
  }

  async #send(method: string, url: string, body: object | undefined): Promise<string> {
    const response = await this.#services.app.inject({
      method: method === 'GET' ? 'GET' : 'POST',
      url,
      headers: { authorization: `Bearer ${this.token}`, 'intercom-version': 'Preview' },
      ...(body && { payload: body }),
    })
    if (response.statusCode >= 400)
      throw new Error(`${method} ${url} answered ${response.statusCode}: ${response.body}`)
    return response.body
  }
}

/**
 * The statements of one request as something that can be sent again: ids and identities that were made for it are made
 * anew, since the same row cannot be inserted twice.
 */
function freshened(statements: Statement[]): (n: number) => Statement[] {
  const unique = /^[0-9a-f]{24}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}(@new\.example)?$/
  const inserted = new Set(
    statements
      .filter(({ text }) => text.includes('insert into "contacts"'))
      .flatMap(({ values }) => values.filter(isText).filter(value => unique.test(value))),
  )
  let round = 0
  return () => {
    round += 1
    const salt = `${round.toString(16)}${process.pid.toString(16)}`
    const renew = (value: unknown) => (isText(value) && inserted.has(value) ? renewed(value, salt) : value)
    return statements.map(({ text, values }) => ({ text, values: values.map(renew) }))
  }
}

/** Writes travel between `begin` and `commit`, which no query builder sees. */
function inTransaction(statements: Statement[]): Statement[] {
  if (!statements.some(({ text }) => /^(insert|update|delete)/.test(text))) return statements
  return [{ text: 'begin', values: [] }, ...statements, { text: 'commit', values: [] }]
}

const isText = (value: unknown): value is string => typeof value === 'string'

const renewed = (value: string, salt: string): string => salt + value.slice(salt.length)

async function makeWorkspace(databaseUrl: string) {
  const database: Database = openDatabase(databaseUrl)
  const now = Math.floor(Date.now() / 1000)
  try {
    return await database.transaction(async tx => {
      const owner = { name: 'Bench Owner', email: 'bench@example.com' }
      const { id, appId, ownerId } = await createWorkspace(tx, { id: 'bench', name: 'Bench', owner, now })
      const { token } = await issueToken(tx, {
        workspaceId: id,
        appId,
        adminId: ownerId,
        label: 'bench',
        scopes: ['all'],
        now,
      })
      return { workspaceId: id, token, adminId: ownerId }
    })
  } finally {
    await database.close()
  }
}
