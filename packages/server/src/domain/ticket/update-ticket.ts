import { errors, invalid } from '@guichet/contract/errors.ts'
import type { UpdateTicketRequest } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { FileStore } from '../../storage/file-store.ts'
import type { Actor } from '../actor.ts'
import { type AdminRef, requireAdmin } from '../admin/index.ts'
import {
  addPart,
  adminAuthor,
  changeConversation,
  closeConversation,
  openConversation,
  snoozeConversation,
} from '../conversation/index.ts'
import { requireTicketType, type TicketTypeRow } from '../ticket-type/index.ts'
import { moveTicket } from './move-ticket.ts'
import { packageCode } from './package-code.ts'
import { reassignTicket } from './reassign-ticket.ts'
import { setAttributes } from './set-attributes.ts'
import { mayWriteTickets } from './ticket.policy.ts'
import { lockTicket, type TicketStanding } from './ticket.require.ts'
import { updateTicketRow } from './ticket.sql.ts'
import { type TicketView, viewTicket } from './ticket.view.ts'
import { requireCompany } from './ticket-plan.ts'

type Request = Static<typeof UpdateTicketRequest>

interface Update {
  request: Request
  type: TicketTypeRow
  /** Who does it: the admin of the request, or else of the token. */
  admin: AdminRef
  files: FileStore
}

/** Does what one field of a request asks, from where the fields before it left the ticket. */
type Step = (tx: Tx, actor: Actor, standing: TicketStanding, update: Update) => Promise<unknown>

/** Changes a ticket; each change that people should see becomes a part. Answers the whole ticket. */
export async function updateTicket(
  tx: Tx,
  actor: Actor,
  { id, request, files }: { id: string; request: Request; files: FileStore },
): Promise<TicketView> {
  mayWriteTickets(actor)
  const { ticket } = await lockTicket(tx, actor, id)
  const type = await requireTicketType(tx, actor, String(ticket.ticket_type_id))
  const admin = await requireAdmin(tx, actor, request.admin_id ?? undefined, errors.assigneeNotFound)
  for (const step of steps.filter(each => each.asked(request)))
    await step.run(tx, actor, await lockTicket(tx, actor, id), { request, type, admin, files })
  return viewTicket(tx, actor, ticket.id)
}

const attributes: Step = (tx, actor, standing, { request, type, files }) =>
  setAttributes(tx, actor, { standing, type, files, values: request.ticket_attributes ?? {} })

const state: Step = async (tx, actor, standing, { request, type }) =>
  moveTicket(tx, actor, { standing, type, to: request.ticket_state_id ?? '' })

const assignee: Step = (tx, actor, { conversation }, { request, admin }) =>
  reassignTicket(tx, actor, { conversation, admin, assigneeId: request.assignee_id ?? null })

const company: Step = async (tx, actor, { conversation }, { request }) =>
  changeConversation(tx, actor, {
    id: conversation.id,
    changes: { company_id: request.company_id ? await requireCompany(tx, actor, request.company_id) : null },
  })

const sharing: Step = async (tx, actor, { conversation, ticket }, { request, admin }) => {
  if (request.is_shared === undefined || request.is_shared === ticket.is_shared) return
  await updateTicketRow(tx, actor, ticket.id, { is_shared: request.is_shared })
  if (!request.is_shared) return changeConversation(tx, actor, { id: ticket.id, changes: {} })
  await addPart(tx, actor, {
    conversationId: ticket.id,
    part: {
      part_type: 'ticket_shared',
      author: adminAuthor(admin),
      state: conversation.state,
      app_package_code: packageCode(actor),
    },
  })
}

const openness: Step = async (tx, actor, { conversation }, { request, admin }) => {
  if (request.open === false && conversation.state !== 'closed')
    await closeConversation(tx, actor, { conversation, admin })
  if (request.open === true && conversation.state === 'closed')
    await openConversation(tx, actor, { conversation, admin })
}

/** A moment that is over snoozes for a day: recorded answers show such a ticket snoozed until the next day. */
const snooze: Step = async (tx, actor, { conversation }, { request, admin }) => {
  const until = request.snoozed_until
  if (typeof until !== 'number' || request.open === false) return
  if (until < 0) throw invalid('snoozed_until must be a Unix timestamp', 'snoozed_until')
  await snoozeConversation(tx, actor, {
    ...{ conversation, admin },
    until: until > actor.now ? until : actor.now + DAY,
  })
}

const DAY = 86_400

const steps: { asked: (request: Request) => boolean; run: Step }[] = [
  { asked: request => Object.keys(request.ticket_attributes ?? {}).length > 0, run: attributes },
  { asked: request => request.ticket_state_id !== undefined, run: state },
  { asked: request => request.assignee_id !== undefined && request.assignee_id !== null, run: assignee },
  { asked: request => request.company_id !== undefined, run: company },
  { asked: request => request.is_shared !== undefined, run: sharing },
  { asked: request => request.open !== undefined, run: openness },
  { asked: request => typeof request.snoozed_until === 'number', run: snooze },
]
