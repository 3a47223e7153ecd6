import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'

/** Something a customer wrote: a part, or what the conversation began with. */
export interface Said {
  /** Under which it is remembered: that of a part, or 0. */
  id: number
  /** Of what the conversation began with. */
  sourceId?: number
  body: string
}

export const SOURCE = 0
const CONTACTS = ['user', 'lead', 'contact']

/** What customers wrote in a conversation last, the latest first. */
export async function selectSaid(
  tx: Tx,
  workspaceId: string,
  { conversationId, most }: { conversationId: number; most: number },
): Promise<Said[]> {
  const [parts, source] = await Promise.all([
    tx
      .selectFrom('conversation_parts')
      .select(['id', 'body'])
      .where('workspace_id', '=', workspaceId)
      .where('conversation_id', '=', conversationId)
      .where('author_type', '=', sql<string>`any(${CONTACTS}::text[])`)
      .where('redacted', '=', false)
      .where(sql<boolean>`coalesce(body, '') <> ''`)
      .orderBy('id', 'desc')
      .limit(most)
      .execute(),
    tx
      .selectFrom('conversations')
      .select(['source_id as id', 'source_body as body'])
      .where('workspace_id', '=', workspaceId)
      .where('id', '=', conversationId)
      .where('source_author_type', '=', sql<string>`any(${CONTACTS}::text[])`)
      .where('source_redacted', '=', false)
      .where(sql<boolean>`coalesce(source_body, '') <> ''`)
      .executeTakeFirst(),
  ])
  return [
    ...parts.map(({ id, body }) => ({ id, body: body ?? '' })),
    ...(source ? [{ id: SOURCE, sourceId: source.id, body: source.body ?? '' }] : []),
  ]
}

/** What is remembered of a conversation in a language. */
export const selectTranslations = (
  tx: Tx,
  workspaceId: string,
  { conversationId, locale }: { conversationId: number; locale: string },
) =>
  tx
    .selectFrom('part_translations')
    .select(['part_id', 'source_locale', 'body'])
    .where('workspace_id', '=', workspaceId)
    .where('conversation_id', '=', conversationId)
    .where('locale', '=', locale)
    .execute()

export interface NewTranslation {
  conversationId: number
  said: Said
  locale: string
  sourceLocale: string
  body: string | null
}

/** Remembers a translation, unless what was said has been taken away meanwhile; that waits for one who is about to. */
export async function insertTranslation(
  tx: Tx,
  actor: Actor,
  { conversationId, said, locale, sourceLocale, body }: NewTranslation,
): Promise<void> {
  const { id: workspaceId } = actor.workspace
  const stands =
    said.id === SOURCE
      ? tx
          .selectFrom('conversations')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('id', '=', conversationId)
          .where('source_redacted', '=', false)
          .forShare()
      : tx
          .selectFrom('conversation_parts')
          .select('id')
          .where('workspace_id', '=', workspaceId)
          .where('conversation_id', '=', conversationId)
          .where('id', '=', said.id)
          .where('redacted', '=', false)
          .forShare()
  if (!(await stands.executeTakeFirst())) return
  await tx
    .insertInto('part_translations')
    .values({
      ...{ workspace_id: workspaceId, conversation_id: conversationId, part_id: said.id, locale },
      ...{ source_locale: sourceLocale, body, created_at: actor.now },
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
