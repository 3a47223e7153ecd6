import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { escapeHtml, toHtml, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import { mailboxFor, replyKeyOf, wayBack } from '../mailbox/index.ts'
import { enqueueMail, enqueueText, isAddress } from '../outgoing/index.ts'
import { type Reachable, selectReachable, setMailKey, updateRecipients } from './message.sql.ts'
import type { Outbound } from './outbound.ts'
import type { Recipients } from './recipients.ts'

interface Dispatch {
  id: number
  channel: 'email' | 'sms' | 'whatsapp'
  outbound: Outbound
  admin: { name: string; email: string }
  recipients: Recipients
  secrets: SecretBox
}

/**
 * Hands a message to its channel: one mail to everybody, or a text to each. Towards those whom the channel cannot or must
 * not reach it has failed at once.
 */
export async function dispatch(tx: Tx, actor: Actor, message: Dispatch): Promise<void> {
  const { to, cc, bcc } = message.recipients
  const ids = [...to, ...cc, ...bcc].map(({ id }) => id)
  const found = new Map((await selectReachable(tx, actor.workspace.id, ids)).map(each => [each.id, each]))
  const hindrance = message.channel === 'email' ? hindranceOfMail : hindranceOfText
  for (const contact of found.values()) {
    const error = hindrance(contact)
    if (error === undefined) continue
    found.delete(contact.id)
    const failed = { messageId: message.id, contactIds: [contact.id], error, now: actor.now }
    await updateRecipients(tx, actor.workspace.id, { ...failed, status: 'failed' })
  }
  const reachable = (group: { id: string }[]) => group.flatMap(({ id }) => found.get(id) ?? [])
  const groups = { to: reachable(to), cc: reachable(cc), bcc: reachable(bcc) }
  if (message.channel === 'email') await mail(tx, actor, message, groups)
  else await text(tx, actor, { ...message, channel: message.channel }, [...groups.to, ...groups.cc])
}

const hindranceOfMail = (contact: Reachable): string | undefined => {
  if (!isAddress(contact.email)) return 'has no e-mail address'
  if (contact.has_hard_bounced) return 'mails to the address came back'
  if (contact.marked_email_as_spam) return 'marked a mail as spam'
  return contact.unsubscribed_from_emails ? 'unsubscribed from e-mails' : undefined
}

const hindranceOfText = (contact: Reachable): string | undefined =>
  numberOf(contact) === undefined ? 'has no phone number' : undefined

/** E.164. */
function numberOf({ formatted_phone, phone }: Reachable): string | undefined {
  const digits = (formatted_phone ?? phone ?? '').replace(/\D/g, '')
  return digits.length < 5 || digits.length > 15 ? undefined : `+${digits}`
}

async function mail(
  tx: Tx,
  actor: Actor,
  { id, outbound, admin, secrets }: Dispatch,
  groups: { to: Reachable[]; cc: Reachable[]; bcc: Reachable[] },
): Promise<void> {
  const addressed = (group: Reachable[]) =>
    group.flatMap(({ id: contactId, name, email }) => (email ? { contactId, name, address: email } : []))
  const [to, cc, bcc] = [addressed(groups.to), addressed(groups.cc), addressed(groups.bcc)]
  if (to.length + cc.length + bcc.length === 0) return
  const body = toHtml(outbound.body)
  const fromName = `${admin.name} (${actor.workspace.name})`
  const mailbox = await mailboxFor(tx, actor.workspace.id, null)
  const { key } = await enqueueMail(tx, actor, {
    ...{ kind: 'message', messageId: id, to, cc, bcc, subject: outbound.subject },
    ...{ fromName, text: toPlain(body) },
    html: outbound.template === 'personal' ? signed(body, admin.name) : body,
    // Where no address of ours could take an answer in, its sender gets it.
    ...(mailbox
      ? wayBack({
          ...{ key: await replyKeyOf(tx, secrets, actor.workspace.id), mailbox },
          ...{ of: 'message', id, name: fromName },
        })
      : isAddress(admin.email) && { replyTo: { name: admin.name, address: admin.email } }),
  })
  await setMailKey(tx, actor.workspace.id, id, key)
}

/** A personal mail ends with its sender's name; a plain one is its words alone. */
const signed = (body: string, name: string): string =>
  `<div style="font-family: sans-serif; line-height: 1.5">${body}<p>${escapeHtml(name)}</p></div>`

async function text(
  tx: Tx,
  actor: Actor,
  { id, channel, outbound }: Dispatch & { channel: 'sms' | 'whatsapp' },
  contacts: Reachable[],
): Promise<void> {
  const { template, components, locale } = outbound
  for (const contact of contacts)
    await enqueueText(tx, actor, {
      ...{ kind: 'message', messageId: id, channel, body: toPlain(outbound.body) },
      to: { contactId: contact.id, name: contact.name, address: numberOf(contact) ?? '' },
      ...(channel === 'whatsapp' &&
        template !== null && { template: { name: template, components, locale } }),
    })
}
