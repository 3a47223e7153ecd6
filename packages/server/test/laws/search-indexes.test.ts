import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openDatabase, type Tx } from '../../src/db/database.ts'
import { type SearchedNoun, UNINDEXED } from '../../src/db/search/unindexed.ts'
import type { Actor } from '../../src/domain/actor.ts'
import { COMPANY_FIELDS } from '../../src/domain/company/company.search.ts'
import { searchCompanies } from '../../src/domain/company/index.ts'
import { CONTACT_FIELDS } from '../../src/domain/contact/contact.search.ts'
import { searchContacts } from '../../src/domain/contact/index.ts'
import { CONVERSATION_FIELDS } from '../../src/domain/conversation/conversation.search.ts'
import { searchConversations } from '../../src/domain/conversation/index.ts'
import { searchTickets } from '../../src/domain/ticket/index.ts'
import { TICKET_FIELDS } from '../../src/domain/ticket/ticket.search.ts'
import { acting } from '../support/acting.ts'
import { BIG, fillWorkspace, MANY } from '../support/fill-workspace.ts'
import { startGuichet } from '../support/guichet.ts'
import { makeDatabase } from '../support/own-database.ts'

/** A database of its own: what the planner knows of the rows is what is written here, and all of that. */
const databaseUrl = await makeDatabase()
const guichet = await startGuichet({ DATABASE_URL: databaseUrl })

interface Statement {
  sql: string
  parameters: readonly unknown[]
}

/** What the searches of a noun are made of: statements over its table. */
let said: Statement[] = []
const heard = openDatabase(databaseUrl, {
  onStatement: (sql, parameters) => said.push({ sql, parameters }),
})
const client = new pg.Client({ connectionString: databaseUrl })
afterAll(async () => {
  await Promise.all([heard.close(), client.end()])
})

let defined: Record<SearchedNoun, string[]>
beforeAll(async () => {
  await client.connect()
  defined = await fillWorkspace(guichet, client)
}, 120_000)

type Search = (tx: Tx, actor: Actor, query: Record<string, unknown>) => Promise<unknown>

const NOUNS: Record<SearchedNoun, { fields: readonly string[]; search: Search }> = {
  contacts: {
    fields: CONTACT_FIELDS,
    search: (tx, actor, query) => searchContacts(tx, actor, { search: { query } }),
  },
  companies: { fields: COMPANY_FIELDS, search: (tx, actor, query) => searchCompanies(tx, actor, { query }) },
  conversations: {
    fields: CONVERSATION_FIELDS,
    search: (tx, actor, query) => searchConversations(tx, actor, { request: { query }, extras: {} }),
  },
  tickets: { fields: TICKET_FIELDS, search: (tx, actor, query) => searchTickets(tx, actor, { query }) },
}

/** A value of which there are few or none, where the name does not tell it: the first the field takes is asked for. */
const RARE = ['none-such', 1_000_003, true]
const RARE_OF: Record<string, unknown> = {
  ...{ 'contacts.role': 'lead', 'conversations.state': 'snoozed', 'conversations.priority': 'urgent' },
  ...{ 'tickets.category': 'tracker', 'tickets.state': 'resolved', 'conversations.open': false },
  ...{ 'tickets.open': false, 'contacts.id': '5ba682d23d7cf92bef87bfd4' },
  ...{ 'contacts.tag_id': 1_000_003, 'companies.tag_id': 1_000_003, 'conversations.tag_ids': 1_000_003 },
  ...{ 'conversations.teammate_ids': 1_000_003, 'tickets.teammate_ids': 1_000_003 },
}

const nouns: SearchedNoun[] = ['contacts', 'companies', 'conversations', 'tickets']

describe.each(nouns)('a search of %s', noun => {
  test('for few of many reads few, unless it is listed that it reads them all', async () => {
    const { fields } = NOUNS[noun]
    const walking: string[] = []
    for (const field of [...fields, ...defined[noun]]) if (await walks(noun, field)) walking.push(field)
    expect(walking.toSorted()).toEqual([...UNINDEXED[noun]].toSorted())
  }, 120_000)
})

/** Whether an equality search reads far more rows than it finds, or the table from end to end. */
async function walks(noun: SearchedNoun, field: string): Promise<boolean> {
  for (const { sql, parameters } of await statementsOf(noun, field)) {
    const { rows } = await client.query(`explain (analyze, format json) ${sql}`, [...parameters])
    if (nodesOf(rows[0]['QUERY PLAN'][0].Plan).some(node => wasteful(node))) return true
  }
  return false
}

async function statementsOf(noun: SearchedNoun, field: string): Promise<Statement[]> {
  const rare = RARE_OF[`${noun}.${field}`]
  for (const value of rare === undefined ? RARE : [rare]) {
    said = []
    try {
      const query = { field, operator: '=', value }
      await NOUNS[noun].search(heard.read, acting(guichet, guichet), query)
    } catch {
      continue
    }
    return said.filter(({ sql }) => /^select/i.test(sql) && BIG.some(table => sql.includes(`"${table}"`)))
  }
  throw new Error(`${noun} could not be searched by ${field}`)
}

interface PlanNode {
  'Node Type': string
  'Relation Name'?: string
  'Rows Removed by Filter'?: number
  'Rows Removed by Index Recheck'?: number
  'Actual Loops'?: number
  Plans?: PlanNode[]
}

const nodesOf = (node: PlanNode): PlanNode[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)]

function wasteful(node: PlanNode): boolean {
  if (!BIG.includes(node['Relation Name'] ?? '')) return false
  const passed = (node['Rows Removed by Filter'] ?? 0) + (node['Rows Removed by Index Recheck'] ?? 0)
  return node['Node Type'] === 'Seq Scan' || passed * (node['Actual Loops'] ?? 1) > MANY / 20
}
