import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import type {
  ChannelAttributeEvent,
  ChannelMessageEvent,
  ChannelQuickReplyEvent,
} from '@guichet/contract/operations/custom-channel-events.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { toHtml, toPlain } from '../../text/html.ts'
import type { Actor } from '../actor.ts'
import {
  addPart,
  contactAuthor,
  lockConversation,
  partsOf,
  replyAsContact,
  startConversation,
} from '../conversation/index.ts'
import { acceptAttributes } from '../external-contact/index.ts'
import { type Reported, selectAttributeName } from './custom-channel.sql.ts'
import { type ChannelEvent, report } from './report.ts'

/** A conversation began on a channel; one that is known goes on. */
export const channelConversationBegan = (tx: Tx, actor: Actor, event: ChannelEvent): Promise<Reported> =>
  report(tx, actor, event, async ({ contact, conversationId }) => {
    if (conversationId !== undefined) return conversationId
    const { id } = await startConversation(tx, actor, { contact, body: null })
    return id
  })

/** A contact wrote on a channel; the first message of a conversation begins it. */
export const channelMessageCame = (
  tx: Tx,
  actor: Actor,
  event: Static<typeof ChannelMessageEvent>,
): Promise<Reported> =>
  report(tx, actor, event, async ({ contact, conversationId }) => {
    const html = toHtml(event.body)
    if (html === '') throw invalid('body cannot be blank', 'body')
    if (conversationId === undefined) return (await startConversation(tx, actor, { contact, body: html })).id
    const conversation = await lockConversation(tx, actor, conversationId)
    await replyAsContact(tx, actor, { conversation, contact, body: toPlain(html) })
    return conversationId
  })

/** A contact picked one of the answers that were offered last. 404 for a conversation or an answer that is not there. */
export const quickReplySelected = (
  tx: Tx,
  actor: Actor,
  event: Static<typeof ChannelQuickReplyEvent>,
): Promise<Reported> =>
  report(tx, actor, event, async ({ contact, conversationId: id }) => {
    if (id === undefined) throw problem(errors.conversationNotFound)
    const picked = await optionOf(tx, actor, id, event.quick_reply_option_id)
    await replyAsContact(tx, actor, { conversation: await lockConversation(tx, actor, id), contact, picked })
    return id
  })

async function optionOf(tx: Tx, actor: Actor, conversationId: number, optionId: string) {
  const parts = (await partsOf(tx, actor, [conversationId], 'all')).get(conversationId) ?? []
  const offered = parts.flatMap(part => part.metadata?.quick_reply_options ?? [])
  const picked = offered.findLast(option => option.uuid === optionId)
  if (!picked) throw problem(errors.notFound, 'Quick reply option not found')
  return { text: picked.text, uuid: picked.uuid }
}

/**
 * A contact answered for an attribute of the conversation, named by its id or its name. 404 for a conversation that is not
 * there, 400 for an attribute that is not there or does not take the value.
 */
export const attributeCollected = (
  tx: Tx,
  actor: Actor,
  event: Static<typeof ChannelAttributeEvent>,
): Promise<Reported> =>
  report(tx, actor, event, async ({ contact, conversationId: id }) => {
    if (id === undefined) throw problem(errors.conversationNotFound)
    const { name, value } = await readAttribute(tx, actor, event.attribute)
    const standing = await lockConversation(tx, actor, id)
    const previous = standing.custom_attributes[name]
    await addPart(tx, actor, {
      conversationId: id,
      changes: { custom_attributes: { ...standing.custom_attributes, [name]: value } },
      part: {
        part_type: 'conversation_attribute_updated_by_user',
        author: contactAuthor(contact),
        state: standing.state,
        event_details: {
          attribute: { name },
          value: { name: String(value), previous: previous === undefined ? null : String(previous) },
        },
      },
    })
    return id
  })

async function readAttribute(
  tx: Tx,
  actor: Actor,
  { id, value }: Static<typeof ChannelAttributeEvent>['attribute'],
): Promise<{ name: string; value: unknown }> {
  const key = numericId(id)
  const name = (key && (await selectAttributeName(tx, actor.workspace.id, key))) || id
  const { values, errors: failed } = await acceptAttributes(tx, actor, {
    ...{ model: 'conversation', called: 'Conversation', values: { [name]: value } },
  })
  const failure = failed[name]
  if (failure !== undefined) throw invalid(failure, 'attribute')
  return { name, value: values[name] ?? null }
}
