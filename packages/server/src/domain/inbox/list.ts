import type { InboxItemList } from '@guichet/contract/models/inbox.ts'
import type { SearchRequest } from '@guichet/contract/models/search-request.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { searchConversations } from '../conversation/index.ts'
import { inboxSearchable } from './inbox.search.ts'
import { selectLastWords, selectPeople } from './inbox.sql.ts'

type Page = Static<typeof InboxItemList>
type Item = Page['data'][number]

/** One page of the conversations that a query tree describes, each with its person and what was said last. */
export async function listInbox(tx: Tx, actor: Actor, request: Static<typeof SearchRequest>): Promise<Page> {
  const { conversations, pages, total_count } = await searchConversations(tx, actor, {
    request,
    extras: {},
    searchable: inboxSearchable(tx, actor),
  })
  const ids = conversations.map(({ id }) => Number(id))
  const [previews, people] = ids.length === 0 ? [[], []] : await aboutAll(tx, actor, ids)
  const previewOf = new Map(previews.map(row => [String(row.conversation_id), row]))
  const personOf = new Map(people.map(row => [String(row.conversation_id), row]))
  return {
    type: 'list',
    data: conversations.map(conversation => ({
      conversation,
      person: viewPerson(personOf.get(conversation.id)),
      preview: viewPreview(previewOf.get(conversation.id)),
    })),
    pages,
    total_count,
  }
}

const aboutAll = (tx: Tx, { workspace }: Actor, ids: number[]) =>
  Promise.all([selectLastWords(tx, workspace.id, ids), selectPeople(tx, workspace.id, ids)])

type WordsRow = Awaited<ReturnType<typeof selectLastWords>>[number]
type PersonRow = Awaited<ReturnType<typeof selectPeople>>[number]

export const viewPerson = (row: PersonRow | undefined): Item['person'] =>
  row
    ? {
        ...{ id: row.id, name: row.name, email: row.email, avatar_url: row.avatar },
        location: { city: row.location_city, country: row.location_country },
      }
    : null

const viewPreview = (row: WordsRow | undefined): Item['preview'] =>
  row
    ? {
        kind: row.part_type === 'note' ? 'note' : 'message',
        author_type: row.author_type,
        author_name: row.author_name,
        text: row.redacted ? '' : row.words.replace(/\s+/g, ' ').trim(),
        has_attachments: row.has_attachments,
        created_at: row.created_at,
      }
    : null
