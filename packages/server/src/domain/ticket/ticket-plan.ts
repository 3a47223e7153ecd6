import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import type { CreateTicketRequest } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { findCompany } from '../company/index.ts'
import { type ContactRef, findContactBy } from '../contact/index.ts'
import { type Assignee, momentOf, requireAssignee } from '../conversation/index.ts'
import { requireTicketType, type TicketTypeRow } from '../ticket-type/index.ts'
import { requireLinkable } from './link-target.ts'

type Request = Static<typeof CreateTicketRequest>

/** What a request for a ticket comes to once everything it names is found. */
export interface TicketPlan {
  type: TicketTypeRow
  /** Undefined for an email nobody has yet. */
  contact: ContactRef | undefined
  email: string | undefined
  companyId: string | null
  assignees: Assignee[]
  linkId: number | null
  createdAt: number | undefined
}

/** Checks all that a request names, and writes nothing. */
export async function planTicket(tx: Tx, actor: Actor, request: Request): Promise<TicketPlan> {
  const type = await requireTicketType(tx, actor, request.ticket_type_id)
  if (type.archived) throw invalid('Ticket type is archived', 'ticket_type_id')
  const { company_id, conversation_to_link_id: toLink } = request
  return {
    type,
    ...(await readContact(tx, actor, request)),
    companyId: company_id ? await requireCompany(tx, actor, company_id) : null,
    assignees: await readAssignees(tx, actor, request),
    linkId: toLink ? await requireLinkable(tx, actor, { id: toLink, category: type.category }) : null,
    createdAt: momentOf(request.created_at, actor.now),
  }
}

async function readContact(
  tx: Tx,
  actor: Actor,
  { contacts }: Request,
): Promise<Pick<TicketPlan, 'contact' | 'email'>> {
  const [named] = contacts
  if (!named || contacts.length > 1) throw invalid('contacts must hold exactly one contact', 'contacts')
  const { id, external_id, email } = named
  if (id === undefined && external_id === undefined && email === undefined) throw missing('contacts.id')
  const contact = await findContactBy(tx, actor, { id, external_id, email })
  if (contact) return { contact, email: undefined }
  if (id !== undefined || external_id !== undefined) throw problem(errors.contactNotFound)
  return { contact: undefined, email }
}

/** The Intercom id of a company; 404 when there is none. */
export async function requireCompany(tx: Tx, actor: Actor, id: string): Promise<string> {
  const company = await findCompany(tx, actor, { id })
  if (!company) throw problem(errors.companyNotFound)
  return company.id
}

async function readAssignees(tx: Tx, actor: Actor, { assignment }: Request): Promise<Assignee[]> {
  const { admin_assignee_id = null, team_assignee_id = null } = assignment ?? {}
  const unknown = errors.assigneeNotFound
  const both = [
    await requireAssignee(tx, actor, { type: 'team', id: team_assignee_id, unknown }),
    await requireAssignee(tx, actor, { type: 'admin', id: admin_assignee_id, unknown }),
  ]
  return both.filter(assignee => assignee.id !== null)
}
