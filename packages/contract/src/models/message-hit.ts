import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { InboxPerson } from './inbox.ts'
import { forwardPageOf } from './list.ts'

/** A message or note that was found. `part_id` is null for what a conversation began with. */
export const MessageHit = model('message_hit', {
  type: Type.Literal('message_hit'),
  conversation_id: Type.String(),
  part_id: nullable(Type.String()),
  kind: oneOf('message', 'note'),
  author_type: Type.String(),
  author_name: nullable(Type.String()),
  created_at: Timestamp(),
  title: nullable(Type.String()),
  state: oneOf('open', 'snoozed', 'closed'),
  person: nullable(InboxPerson),
  /** The stretch that was found, in pieces: those that were asked for are matches. */
  snippet: Type.Array(Type.Object({ text: Type.String(), is_match: Type.Boolean() })),
})

export const MessageHitList = forwardPageOf('message_hit_list', MessageHit)
