import { MessageHitList } from '../../models/message-hit.ts'
import { family } from '../../operation.ts'
import { IdInput, IntegerInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

/** `0` for an assignee is nobody. `written_by` narrows to a kind of author, `author_id` to one teammate. */
export const SearchMessagesRequest = model('search_messages_request', {
  words: Type.String(),
  state: optional(nullable(oneOf('open', 'snoozed', 'closed'))),
  admin_assignee_id: optional(nullable(IdInput())),
  team_assignee_id: optional(nullable(IdInput())),
  tag_id: optional(nullable(IdInput())),
  written_by: optional(nullable(oneOf('customers', 'team', 'notes'))),
  author_id: optional(nullable(IdInput())),
  since: optional(nullable(IntegerInput())),
  until: optional(nullable(IntegerInput())),
  pagination: optional(
    nullable(
      Type.Object({
        per_page: optional(nullable(IntegerInput())),
        starting_after: optional(nullable(Type.String())),
      }),
    ),
  ),
})

/** Finding what was said, in conversations of any age. */
export const messageSearch = family({
  search: {
    access: 'session',
    method: 'POST',
    path: '/app/api/inbox/search',
    scope: 'read_conversations',
    summary: 'Messages and notes by their words, the newest first',
    reads: true,
    body: SearchMessagesRequest,
    answer: MessageHitList,
  },
})
