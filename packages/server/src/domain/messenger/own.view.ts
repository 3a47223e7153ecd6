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
import { asks, type FormFieldView, type FormRow, fieldsFor, selectForms } from '../attribute-form/index.ts'
import { requireContact } from '../contact/index.ts'
import { type Attachment, viewAttachment } from '../conversation/index.ts'
import { selfOf } from './messenger-actor.ts'
import {
  type OwnRow,
  type ReadablePart,
  selectFaces,
  selectLastReadable,
  selectReadable,
  selectSources,
  selectStateLabels,
} from './own.sql.ts'
import { factsOf } from './ticket-facts.ts'

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
  const alone = whole ? only : undefined
  const [sources, parts, beside, facts] = await Promise.all([
    selectSources(tx, workspaceId, ids),
    alone === undefined ? selectLastReadable(tx, workspaceId, ids) : selectReadable(tx, workspaceId, alone),
    alone === undefined ? NOTHING : besideOf(tx, actor, alone),
    alone !== undefined && rows[0]?.category ? factsOf(tx, actor, rows[0]) : [],
  ])
  const faces = await facesOf(tx, workspaceId, [...sources, ...parts])
  const first = new Map(
    sources.map(source => [
      source.conversation_id,
      viewPart(actor, { faces, ...NOTHING }, { ...source, id: 0, metadata: null, ...SAID }),
    ]),
  )
  const later = Map.groupBy(parts, part => part.conversation_id)
  return rows.flatMap(row => {
    const source = first.get(row.id)
    if (!source) return []
    const read = (later.get(row.id) ?? []).map(part => viewPart(actor, { faces, ...beside }, part))
    const begun = hasContent(source) ? [source] : []
    const last = read.findLast(part => part.state === null) ?? source
    const parts = onlyOpenOffers([...begun, ...read])
    return [{ ...viewConversation(row, last), ...(whole && { parts, facts }) }]
  })
}

/** What stands beside the words of a conversation: its forms, and what its states are called. */
interface Beside {
  forms: Map<number, { fields: FormFieldView[]; answered: boolean }>
  states: Map<string, string>
}

const NOTHING: Beside = { forms: new Map(), states: new Map() }
const SAID = { part_type: 'comment', ticket_state: null, previous_ticket_state: null }

async function besideOf(tx: Tx, actor: Actor, conversationId: number): Promise<Beside> {
  const [rows, states] = await Promise.all([
    selectForms(tx, actor.workspace.id, conversationId),
    selectStateLabels(tx, actor.workspace.id),
  ])
  return { states, forms: new Map(await Promise.all(rows.map(row => viewForm(tx, actor, row)))) }
}

async function viewForm(tx: Tx, actor: Actor, { part_id, attributes, answered_at }: FormRow) {
  const contact = await requireContact(tx, actor, selfOf(actor))
  const fields = (await fieldsFor(tx, actor, attributes)).filter(field => asks(contact, field))
  return [part_id, { fields, answered: answered_at !== null }] as const
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
    kind: row.category === null ? 'conversation' : 'ticket',
    title: row.ticket_title ?? row.title ?? (row.source_subject || null),
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
            number: String(row.ticket_number ?? ''),
            ...{ kind: row.kind ?? '', state: row.external_label ?? '', resolved: row.phase === 'resolved' },
          },
    rating:
      row.rating !== null || (closed && (row.category !== null || row.first_admin_reply_at !== null))
        ? { rating: row.rating, remark: row.rating_remark }
        : null,
  }
}

/** Answers are offered until somebody says something. */
function onlyOpenOffers(parts: PartView[]): PartView[] {
  const last = parts.findLastIndex(({ state }) => state === null)
  return parts.map((part, at) => (at === last ? part : { ...part, quick_replies: [] }))
}

type Faces = Map<number, string | null>
type Written = Omit<ReadablePart, 'metadata' | 'author_type'> & {
  author_type: string | null
  metadata: unknown
}

function viewPart(
  actor: Actor,
  { faces, forms, states }: Beside & { faces: Faces },
  part: Written,
): PartView {
  const { ticket_state: state } = part
  return {
    type: 'messenger_part',
    id: String(part.id),
    author: viewAuthor(faces, part),
    body: part.redacted ? null : part.body,
    attachments: part.redacted ? [] : part.attachments.map(file => viewFile(actor, file)),
    created_at: part.created_at,
    quick_replies: offersOf(part.metadata),
    form: forms.get(Number(part.id)) ?? null,
    state: part.part_type === 'ticket_state_updated_by_admin' && state ? (states.get(state) ?? state) : null,
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
