import type { Tx } from '../../db/database.ts'
import type { Mailbox } from '../../mail/mailer.ts'
import type { Actor } from '../actor.ts'
import { type Aside, answerAside, sayAside } from '../side-conversation/index.ts'
import type { Incoming } from './accept-mail.ts'
import type { Settled } from './incoming-mail.sql.ts'
import { remember } from './keep-mail.ts'
import { copiedIn } from './people.ts'

interface Answering extends Incoming {
  aside: Aside
  from: Mailbox
  byPerson: boolean
  proven: boolean
}

/** Puts a mail into the side conversation that it answers; undefined where its sender takes no part in that. */
export async function keepAside(tx: Tx, actor: Actor, of: Answering): Promise<Settled | undefined> {
  const { aside, words, byPerson, proven, from, key } = of
  const { body, attachments } = words
  const { id, conversationId } = aside
  const partId = byPerson
    ? await answerAside(tx, actor, { aside, from, others: copiedIn(of), proven, body, attachments, key })
    : await sayAside(tx, actor, { id, body: `<p>Automatic answer:</p>${body}`, attachments })
  if (partId === undefined) return undefined
  await remember(
    tx,
    actor,
    { ...of, automatic: !byPerson },
    { conversationId, partId, sideConversationId: id },
  )
  const reason = byPerson ? 'into a side conversation' : 'an automatic answer'
  return { status: 'accepted', reason, conversationId, partId }
}
