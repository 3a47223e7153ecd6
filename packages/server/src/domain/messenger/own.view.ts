import { fieldsOf } from '@guichet/contract/fields.ts'
import type {
  MessengerAuthor,
  MessengerConversation,
  MessengerPart,
} from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { type Attachment, viewAttachment } from '../conversation/index.ts'
import {
  type OwnRow,
  type ReadablePart,
  selectFaces,
  selectLastReadable,
  selectReadable,
  selectSources,
} from './own.sql.ts'

export type OwnConversation = Static<typeof MessengerConversation>
type PartView = Static<typeof MessengerPart>

/** Conversations as the contact who takes part in them sees them; one alone comes with all there is to read. */
export async function viewOwn(
  tx: Tx,
  actor: Actor,
  rows: OwnRow[],
  { whole = false }: { whole?: boolean } = {},
): Promise<OwnConversation[]> {
  const { id: workspaceId } = actor.workspace
  const ids = rows.map(({ id }) => id)
  const [only] = ids
  const [sources, parts] = await Promise.all([
    selectSources(tx, workspaceId, ids),
    whole && only !== undefined
      ? selectReadable(tx, workspaceId, only)
      : selectLastReadable(tx, workspaceId, ids),
  ])
  const faces = await facesOf(tx, workspaceId, [...sources, ...parts])
  const first = new Map(
    sources.map(source => [
      source.conversation_id,
      viewPart(actor, faces, { ...source, id: 0, metadata: null }),
    ]),
  )
  const later = Map.groupBy(parts, part => part.conversation_id)
  return rows.flatMap(row => {
    const source = first.get(row.id)
    if (!source) return []
    const read = (later.get(row.id) ?? []).map(part => viewPart(actor, faces, part))
    const begun = hasContent(source) ? [source] : []
    const last = read.at(-1) ?? source
    return [{ ...viewConversation(row, last), ...(whole && { parts: onlyOpenOffers([...begun, ...read]) }) }]
  })
}

/** A ticket may begin without a message. */
const hasContent = ({ body, attachments, redacted }: PartView): boolean =>
  (body ?? '') !== '' || attachments.length > 0 || redacted

/** What is over can be rated, where somebody of the team had to do with it: a ticket is closed by them. */
function viewConversation(row: OwnRow, last: PartView): OwnConversation {
  const closed = row.state === 'closed'
  return {
    type: 'messenger_conversation',
    id: String(row.id),
    title: row.ticket_title ?? row.title,
    open: !closed,
    created_at: row.created_at,
    updated_at: row.updated_at,
    unread: last.author.kind !== 'contact' && Number(last.id) > row.read_part_id,
    last_part: last,
    ticket:
      row.category === null
        ? null
        : {
            ...{ title: row.ticket_title, description: row.description, category: row.category },
            ...{ kind: row.kind ?? '', state: row.external_label ?? '', resolved: row.phase === 'resolved' },
          },
    rating:
      row.rating !== null || (closed && (row.category !== null || row.first_admin_reply_at !== null))
        ? { rating: row.rating, remark: row.rating_remark }
        : null,
  }
}

/** Answers are offered until somebody says something. */
const onlyOpenOffers = (parts: PartView[]): PartView[] =>
  parts.map((part, at) => (at === parts.length - 1 ? part : { ...part, quick_replies: [] }))

type Faces = Map<number, string | null>
type Written = Omit<ReadablePart, 'metadata' | 'author_type'> & {
  author_type: string | null
  metadata: unknown
}

function viewPart(actor: Actor, faces: Faces, part: Written): PartView {
  return {
    type: 'messenger_part',
    id: String(part.id),
    author: viewAuthor(faces, part),
    body: part.redacted ? null : part.body,
    attachments: part.redacted ? [] : part.attachments.map(file => viewFile(actor, file)),
    created_at: part.created_at,
    quick_replies: offersOf(part.metadata),
    redacted: part.redacted,
  }
}

function viewFile(actor: Actor, file: Attachment) {
  const { name, url, content_type, filesize, width, height } = viewAttachment(actor, file)
  return { name, url, content_type, filesize, width: width ?? null, height: height ?? null }
}

function offersOf(metadata: unknown): PartView['quick_replies'] {
  const options: unknown = fieldsOf(metadata)['quick_reply_options']
  return (Array.isArray(options) ? options : []).flatMap(option => {
    const { uuid, text } = fieldsOf(option)
    return typeof uuid === 'string' && typeof text === 'string' ? [{ uuid, text }] : []
  })
}

const CONTACTS = new Set(['user', 'lead', 'visitor', 'contact'])

function viewAuthor(
  faces: Faces,
  { author_type, author_id, author_name }: Pick<Written, 'author_type' | 'author_id' | 'author_name'>,
): Static<typeof MessengerAuthor> {
  const kind = CONTACTS.has(author_type ?? '') ? 'contact' : author_type === 'bot' ? 'bot' : 'teammate'
  const avatar = kind === 'contact' ? null : (faces.get(numericId(author_id ?? '') ?? 0) ?? null)
  return { kind, id: author_id, name: author_name, avatar }
}

async function facesOf(
  tx: Tx,
  workspaceId: string,
  written: { author_type: string | null; author_id: string | null }[],
): Promise<Faces> {
  const ids = written.flatMap(({ author_type, author_id }) =>
    CONTACTS.has(author_type ?? '') ? [] : (numericId(author_id ?? '') ?? []),
  )
  const rows = ids.length === 0 ? [] : await selectFaces(tx, workspaceId, [...new Set(ids)])
  return new Map(rows.map(row => [row.id, row.avatar_url]))
}
