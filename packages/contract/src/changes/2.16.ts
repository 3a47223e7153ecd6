import { type Change, change } from '../change.ts'
import { Article } from '../models/article.ts'
import { Contact } from '../models/contact.ts'
import { Conversation } from '../models/conversation.ts'
import { FinAgentAnswer } from '../models/fin-agent.ts'
import { Ticket } from '../models/ticket.ts'
import { nullable, oneOf, Type } from '../schema.ts'

export const changes: Change[] = [
  change({
    in: '2.16',
    model: Contact,
    why: 'The owner of a contact is a string, as ids are elsewhere.',
    was: { owner_id: nullable(Type.Integer()) },
    down: contact => ({ owner_id: contact.owner_id === null ? null : Number(contact.owner_id) }),
  }),
  change({
    in: '2.16',
    model: Conversation,
    why: 'Nobody assigned is 0, not null.',
    was: { admin_assignee_id: nullable(Type.Integer()), team_assignee_id: nullable(Type.Integer()) },
    down: conversation => ({
      admin_assignee_id: conversation.admin_assignee_id || null,
      team_assignee_id: conversation.team_assignee_id || null,
    }),
  }),
  change({
    in: '2.16',
    model: Conversation,
    why: 'Five priorities instead of two.',
    was: { priority: oneOf('priority', 'not_priority') },
    down: conversation => ({
      priority: ['high', 'urgent'].includes(conversation.priority) ? 'priority' : 'not_priority',
    }),
  }),
  change({
    in: '2.16',
    model: Ticket,
    why: 'Assignees of tickets are integers, as those of conversations are.',
    was: { admin_assignee_id: Type.String(), team_assignee_id: Type.String() },
    down: ticket => ({
      admin_assignee_id: String(ticket.admin_assignee_id),
      team_assignee_id: String(ticket.team_assignee_id),
    }),
  }),
  change({
    in: '2.16',
    model: Article,
    why: 'An article has any number of parents; it used to name the first one by itself too.',
    was: { parent_id: nullable(Type.Integer()), parent_type: nullable(Type.String()) },
    down: article => ({
      parent_id: article.parent_ids[0] ?? null,
      parent_type: article.parent_ids.length ? 'collection' : null,
    }),
  }),
  change({
    in: '2.16',
    model: FinAgentAnswer,
    why: 'While Fin is replying it says so; it used to be thinking until it was done.',
    was: { status: oneOf('thinking', 'awaiting_user_reply', 'escalated', 'resolved', 'complete') },
    down: answer => ({ status: answer.status === 'replying' ? 'thinking' : answer.status }),
  }),
]
