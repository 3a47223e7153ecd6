import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import type { Actor } from '../actor.ts'
import type { Attachment } from '../conversation/index.ts'
import { mailPart } from './mail-part.ts'
import {
  insertParticipants,
  insertSidePart,
  type Participant,
  type SideConversationRow,
  selectBeside,
  selectParticipants,
  selectSideConversation,
  selectSideParts,
  selectTeammates,
  updateFault,
} from './side-conversation.sql.ts'

const MOST_PARTICIPANTS = 50

/** A side conversation that a mail came for. */
export interface Aside {
  id: number
  conversationId: number
}

export async function findAside(tx: Tx, actor: Actor, id: number): Promise<Aside | undefined> {
  const row = await selectSideConversation(tx, actor.workspace.id, id)
  return row && { id: row.id, conversationId: row.conversation_id }
}

interface Answer {
  aside: Aside
  from: Mailbox
  /** Whoever else it went to, none of them an address of ours. */
  others: Mailbox[]
  /** Whether the domain of the address stands by it, so that a teammate's is a teammate's. */
  proven: boolean
  body: string
  attachments: Attachment[]
  key: Buffer
}

/**
 * Adds what somebody answered by mail. Whoever it went to takes part from then on, but for those whom all of it is kept from; teammates
 * who wrote here get it by mail. Returns the part's id; undefined where the sender takes no part.
 */
export async function answerAside(tx: Tx, actor: Actor, answer: Answer): Promise<number | undefined> {
  const { aside, from, others, proven, body, attachments, key } = answer
  const workspaceId = actor.workspace.id
  const row = await selectSideConversation(tx, workspaceId, aside.id)
  const participants = await selectParticipants(tx, workspaceId, aside.id)
  const teammate = proven ? (await selectTeammates(tx, workspaceId, [from.address]))[0] : undefined
  const known = participants.find(({ email }) => email === from.address)
  if (!row || !(known || teammate)) return undefined
  const author = teammate
    ? { ...teammate, type: 'admin' as const }
    : { type: 'user' as const, id: null, name: from.name ?? known?.name ?? null, email: from.address }
  const partId = await insertSidePart(tx, actor, aside.id, { body, attachments, author })
  await updateFault(tx, workspaceId, { id: aside.id, emails: [from.address], fault: null })
  await addOthers(tx, actor, row, { others, participants })
  const reached = new Set([from.address, ...others.map(({ address }) => address)])
  const to = (await teammatesIn(tx, actor, aside.id, participants)).filter(({ email }) => !reached.has(email))
  await mailPart(tx, actor, row, { partId, body, author, to, key })
  return partId
}

async function addOthers(
  tx: Tx,
  actor: Actor,
  { id, conversation_id }: SideConversationRow,
  { others, participants }: { others: Mailbox[]; participants: Participant[] },
): Promise<void> {
  const workspaceId = actor.workspace.id
  const kept = (await selectBeside(tx, workspaceId, conversation_id))?.emails ?? []
  const found = new Map(
    others.filter(({ address }) => !kept.includes(address)).map(each => [each.address, each]),
  )
  for (const { email } of participants) found.delete(email)
  const news = [...found.values()].slice(0, Math.max(0, MOST_PARTICIPANTS - participants.length))
  const teammates = await selectTeammates(tx, workspaceId, [...found.keys()])
  const of = (address: string) => teammates.find(({ email }) => email.toLowerCase() === address)
  const added = news.map(({ address, name }) => ({
    ...{ email: address, name: of(address)?.name ?? name ?? null, admin_id: of(address)?.id ?? null },
  }))
  await insertParticipants(tx, workspaceId, id, added)
}

/** Teammates who take part or have written, once each. */
async function teammatesIn(
  tx: Tx,
  actor: Actor,
  id: number,
  participants: Participant[],
): Promise<{ email: string; name: string | null }[]> {
  const parts = await selectSideParts(tx, actor.workspace.id, [id])
  const wrote = parts.flatMap(({ author_type, author_email, author_name }) =>
    author_type === 'admin' && author_email ? { email: author_email.toLowerCase(), name: author_name } : [],
  )
  const taking = participants.filter(({ admin_id, fault }) => admin_id !== null && fault === null)
  return [...new Map([...wrote, ...taking].map(each => [each.email, each])).values()]
}
