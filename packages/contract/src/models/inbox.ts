import { model, nullable, oneOf, Timestamp, Type } from '../schema.ts'
import { Conversation } from './conversation.ts'
import { CursorPages } from './pages.ts'

/** The last thing that was said in a conversation, in the words a list has room for. */
export const InboxPreview = model('inbox_preview', {
  kind: oneOf('message', 'note'),
  author_type: Type.String(),
  author_name: nullable(Type.String()),
  text: Type.String(),
  has_attachments: Type.Boolean(),
  created_at: Timestamp(),
})

/** Whom a conversation is with, as far as a list tells. */
export const InboxPerson = model('inbox_person', {
  id: Type.String(),
  name: nullable(Type.String()),
  email: nullable(Type.String()),
  avatar_url: nullable(Type.String()),
  /** Where they are, as far as that is known. */
  location: Type.Object({ city: nullable(Type.String()), country: nullable(Type.String()) }),
})

/** A conversation as a line of the inbox. */
export const InboxItem = model('inbox_item', {
  conversation: Conversation,
  person: nullable(InboxPerson),
  preview: nullable(InboxPreview),
})

export const InboxItemList = model('inbox_item_list', {
  type: Type.Literal('list'),
  data: Type.Array(InboxItem),
  total_count: Type.Integer(),
  pages: CursorPages,
})

/**
 * How many open conversations there are for whoever asks, for nobody, in all, for each team, with each of the tags most in use,
 * and in each view that is kept; and in how many conversations whoever asks was mentioned and has not looked since.
 */
export const InboxCounts = model('inbox_counts', {
  type: Type.Literal('inbox_counts'),
  mine: Type.Integer(),
  unassigned: Type.Integer(),
  all: Type.Integer(),
  mentions: Type.Integer(),
  teams: Type.Array(Type.Object({ team_id: Type.String(), count: Type.Integer() })),
  tags: Type.Array(Type.Object({ tag_id: Type.String(), name: Type.String(), count: Type.Integer() })),
  views: Type.Array(Type.Object({ view_id: Type.String(), count: Type.Integer() })),
})

/** What became of an act on many conversations. */
export const InboxBulkResult = model('inbox_bulk_result', {
  type: Type.Literal('inbox_bulk_result'),
  done: Type.Array(Type.String()),
  failed: Type.Array(Type.Object({ id: Type.String(), message: Type.String() })),
})

/** Why a conversation that is with a team that distributes is with nobody of it yet; null where it does not wait. */
export const ConversationWait = model('conversation_wait', {
  type: Type.Literal('conversation_wait'),
  conversation_id: Type.String(),
  waits: nullable(
    Type.Object({
      /** That nobody of the team has a seat, or is there, or has room; that the team gives nothing now; or that its turn comes. */
      reason: oneOf('no_members', 'nobody_there', 'all_full', 'outside_office_hours', 'in_line'),
      team: Type.Object({ id: Type.String(), name: Type.String() }),
      /** How many of the same team are given before it. */
      ahead: Type.Integer(),
      /** When the team gives again: null where it gives now, or for long does not. */
      opens_at: nullable(Timestamp()),
    }),
  ),
})
