import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'

/** What hangs on somebody. */
export interface Uses {
  companies: string[]
  /** Whether there is anything else of theirs: conversations, notes, events, other tags. */
  isUsed: boolean
}

/** What hangs on some people, but for one tag. */
export async function selectUses(
  tx: Tx,
  workspaceId: string,
  { ids, tagId }: { ids: string[]; tagId: number },
): Promise<Map<string, Uses>> {
  const rows = await tx
    .selectFrom('contacts')
    .select(contact => [
      'contacts.id',
      contact
        .selectFrom('contact_companies as in')
        .select(sql<string[]>`coalesce(array_agg("in".company_id), '{}')`.as('all'))
        .where('in.workspace_id', '=', workspaceId)
        .whereRef('in.contact_id', '=', 'contacts.id')
        .as('companies'),
      contact
        .or([
          ...USING.map(table =>
            contact.exists(
              contact
                .selectFrom(table)
                .select(sql`1`.as('one'))
                .where(`${table}.workspace_id`, '=', workspaceId)
                .whereRef(`${table}.contact_id`, '=', 'contacts.id'),
            ),
          ),
          contact.exists(
            contact
              .selectFrom('contact_merges as merge')
              .select(sql`1`.as('one'))
              .where('merge.workspace_id', '=', workspaceId)
              .whereRef('merge.into_contact_id', '=', 'contacts.id'),
          ),
          contact.exists(
            contact
              .selectFrom('taggings as tagging')
              .select(sql`1`.as('one'))
              .where('tagging.workspace_id', '=', workspaceId)
              .where('tagging.object_type', '=', 'contact')
              .where('tagging.tag_id', '!=', tagId)
              .whereRef('tagging.object_id', '=', 'contacts.id'),
          ),
        ])
        .as('used'),
    ])
    .where('contacts.workspace_id', '=', workspaceId)
    .where('contacts.id', '=', sql<string>`any(${ids}::text[])`)
    .execute()
  return new Map(
    rows.map(({ id, companies, used }) => [id, { companies: companies ?? [], isUsed: Boolean(used) }]),
  )
}

const USING = [
  ...([
    'conversation_contacts',
    'notes',
    'events',
    'calls',
    'contact_subscriptions',
    'messenger_sessions',
  ] as const),
  ...(['message_recipients', 'fin_sessions', 'whatsapp_messages'] as const),
] as const

/** Those of some companies that have people or notes. */
export async function selectUsedCompanies(tx: Tx, workspaceId: string, ids: string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('contact_companies')
    .select('company_id')
    .where('workspace_id', '=', workspaceId)
    .where('company_id', '=', sql<string>`any(${ids}::text[])`)
    .union(
      tx
        .selectFrom('notes')
        .select(sql<string>`company_id`.as('company_id'))
        .where('workspace_id', '=', workspaceId)
        .where('company_id', '=', sql<string>`any(${ids}::text[])`),
    )
    .execute()
  return new Set(rows.map(row => row.company_id))
}
