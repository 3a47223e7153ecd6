import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'

/** A contact and those merged into it, with their addresses, and whether each is somebody else's too. */
export async function selectIdentities(
  tx: Tx,
  workspaceId: string,
  id: string,
): Promise<{ contactIds: string[]; addresses: string[] }> {
  const rows = await tx
    .selectFrom('contacts')
    .select(['id', 'email'])
    .where('workspace_id', '=', workspaceId)
    .where(contact => contact.or([contact('id', '=', id), contact('merged_into', '=', id)]))
    .execute()
  const contactIds = rows.map(row => row.id)
  const emails = rows.flatMap(({ email }) => email?.toLowerCase() ?? [])
  const shared = await tx
    .selectFrom('contacts')
    .select('email')
    .where('workspace_id', '=', workspaceId)
    .where('email', '=', sql<string>`any(${emails}::text[])`)
    .where('id', '<>', sql<string>`all(${contactIds}::text[])`)
    .where('merged_into', 'is', null)
    .execute()
  const others = new Set(shared.map(({ email }) => email))
  return { contactIds, addresses: [...new Set(emails)].filter(email => !others.has(email)) }
}

/** The conversations they take part in. */
export async function selectConversationIds(
  tx: Tx,
  workspaceId: string,
  contactIds: string[],
): Promise<number[]> {
  const rows = await tx
    .selectFrom('conversation_contacts')
    .select('conversation_id')
    .distinct()
    .where('workspace_id', '=', workspaceId)
    .where('contact_id', '=', sql<string>`any(${contactIds}::text[])`)
    .execute()
  return rows.map(({ conversation_id }) => conversation_id)
}

interface Theirs {
  contactIds: string[]
  conversationIds: number[]
}

/** The ids of the mails that they wrote there. */
export async function selectMailIds(tx: Tx, workspaceId: string, of: Theirs): Promise<number[]> {
  const rows = await tx
    .selectFrom('mail_messages as mail')
    .leftJoin('conversation_parts as part', join =>
      join
        .onRef('part.workspace_id', '=', 'mail.workspace_id')
        .onRef('part.conversation_id', '=', 'mail.conversation_id')
        .onRef('part.id', '=', 'mail.part_id'),
    )
    .innerJoin('conversations', join =>
      join
        .onRef('conversations.workspace_id', '=', 'mail.workspace_id')
        .onRef('conversations.id', '=', 'mail.conversation_id'),
    )
    .select('mail.id')
    .where('mail.workspace_id', '=', workspaceId)
    .where('mail.conversation_id', '=', sql<number>`any(${of.conversationIds}::bigint[])`)
    .where('mail.direction', '=', 'in')
    .where('mail.side_conversation_id', 'is', null)
    .where(
      sql<boolean>`case when mail.part_id is null then conversations.source_author_id else part.author_id end
        = any(${of.contactIds}::text[])`,
    )
    .execute()
  return rows.map(({ id }) => id)
}

/** The addresses of files that they attached there, now or before. */
export async function selectAttachedUrls(tx: Tx, workspaceId: string, of: Theirs): Promise<string[]> {
  const { rows } = await sql<{ url: string }>`
    with theirs as (
      select attachments from conversation_parts where workspace_id = ${workspaceId}
        and conversation_id = any(${of.conversationIds}::bigint[]) and author_id = any(${of.contactIds}::text[])
      union all select attachments from history.conversation_parts where workspace_id = ${workspaceId}
        and conversation_id = any(${of.conversationIds}::bigint[]) and author_id = any(${of.contactIds}::text[])
      union all select source_attachments from conversations where workspace_id = ${workspaceId}
        and id = any(${of.conversationIds}::bigint[]) and source_author_id = any(${of.contactIds}::text[])
      union all select source_attachments from history.conversations where workspace_id = ${workspaceId}
        and id = any(${of.conversationIds}::bigint[]) and source_author_id = any(${of.contactIds}::text[])
    )
    select distinct file->>'url' as url from theirs, jsonb_array_elements(attachments) file`.execute(tx)
  return rows.map(({ url }) => url)
}

/** Pictures that are with us, as words show them. */
const PICTURE = '<img [^<>]*/attachments/[^<>]*>'

/** Takes the files and the heads of mails out of what they wrote, now and before; the words stay. */
export async function eraseFilesOf(tx: Tx, workspaceId: string, of: Theirs): Promise<void> {
  const { contactIds, conversationIds } = of
  const body = (column: 'body' | 'source_body') =>
    sql<string>`regexp_replace(${sql.ref(column)}, ${PICTURE}, '', 'g')`
  await tx
    .updateTable('conversation_parts')
    .set({ attachments: json([]), email_message_metadata: null, body: body('body') })
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .where('author_id', '=', sql<string>`any(${contactIds}::text[])`)
    .where('author_type', 'in', ['user', 'lead', 'contact'])
    .where(
      sql<boolean>`(attachments <> '[]' or email_message_metadata is not null or body like '%/attachments/%')`,
    )
    .execute()
  await tx
    .updateTable('conversations')
    .set({ source_attachments: json([]), source_email: null, source_body: body('source_body') })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${conversationIds}::bigint[])`)
    .where('source_author_id', '=', sql<string>`any(${contactIds}::text[])`)
    .where('source_author_type', 'in', ['user', 'lead', 'contact'])
    .execute()
  await sql`update history.conversation_parts set attachments = '[]', email_message_metadata = null,
      body = ${body('body')}
    where workspace_id = ${workspaceId} and conversation_id = any(${conversationIds}::bigint[])
      and author_id = any(${contactIds}::text[])`.execute(tx)
  await sql`update history.conversations set source_attachments = '[]', source_email = null,
      source_body = ${body('source_body')}
    where workspace_id = ${workspaceId} and id = any(${conversationIds}::bigint[])
      and source_author_id = any(${contactIds}::text[])`.execute(tx)
}
