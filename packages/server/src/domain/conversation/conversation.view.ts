import type { Conversation } from '@guichet/contract/models/conversation.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type CompanyView, viewCompanies } from '../company/index.ts'
import { withReferences } from '../custom-object/index.ts'
import { viewAppliedTag } from '../tag/index.ts'
import { selectForView, type ViewRow } from './conversation.view.sql.ts'
import type { PartRow } from './part.sql.ts'
import { type PartDisplay, partsOf, viewPart } from './part.view.ts'
import { viewSource } from './source.view.ts'
import { viewAiAgent, viewRating, viewStatistics } from './statistics.view.ts'

export type ConversationView = Static<typeof Conversation>

export interface ConversationDisplay extends PartDisplay {
  /** Which parts come along: the 500 newest, none at all as in lists, or just some. */
  parts: 'all' | 'none' | { ids: number[] }
  /** Whether the findings of monitors and the scorecards of reviews come along; nothing makes any yet. */
  monitors?: boolean | undefined
  scorecards?: boolean | undefined
}

/** Conversations in the order of their ids; one that is not there is left out. */
export async function viewConversations(
  tx: Tx,
  actor: Actor,
  ids: number[],
  display: ConversationDisplay,
): Promise<ConversationView[]> {
  if (ids.length === 0) return []
  const [found, parts] = await Promise.all([
    selectForView(tx, { workspaceId: actor.workspace.id, ids }),
    display.parts === 'none' ? undefined : partsOf(tx, actor, ids, display.parts),
  ])
  const rows = await withReferences(tx, actor.workspace.id, found)
  const companies = await companiesOf(tx, actor, rows)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    if (!row) return []
    const view = viewRow(actor, row, { companies, display })
    return parts
      ? [{ ...view, conversation_parts: viewParts(actor, row, parts.get(id) ?? [], display) }]
      : [view]
  })
}

/** One conversation that is there. */
export async function viewConversation(
  tx: Tx,
  actor: Actor,
  id: number,
  display: ConversationDisplay,
): Promise<ConversationView> {
  const [view] = await viewConversations(tx, actor, [id], display)
  if (!view) throw new Error('a conversation that was found could not be shown')
  return view
}

/** What a reply or an action answers: the conversation with just the parts it made. */
export const answerWithParts = (
  tx: Tx,
  actor: Actor,
  id: number,
  partIds: number[],
): Promise<ConversationView> => viewConversation(tx, actor, id, { parts: { ids: partIds } })

function viewParts(actor: Actor, row: ViewRow, parts: PartRow[], display: ConversationDisplay) {
  return {
    type: 'conversation_part.list' as const,
    conversation_parts: parts.map(part => viewPart(actor, part, display)),
    total_count: display.parts === 'all' ? row.count_conversation_parts - 1 : parts.length,
  }
}

async function companiesOf(tx: Tx, actor: Actor, rows: ViewRow[]): Promise<Map<string, CompanyView>> {
  const ids = new Set(rows.flatMap(row => row.company_id ?? []))
  const views = ids.size === 0 ? [] : await viewCompanies(tx, actor, [...ids])
  return new Map(views.map(view => [view.id, view]))
}

interface Beside {
  companies: Map<string, CompanyView>
  display: ConversationDisplay
}

function viewRow(actor: Actor, row: ViewRow, { companies, display }: Beside): ConversationView {
  return {
    type: 'conversation',
    id: String(row.id),
    created_at: row.created_at,
    updated_at: row.updated_at,
    waiting_since: row.waiting_since,
    snoozed_until: row.snoozed_until,
    source: viewSource(actor, row, display.displayAs),
    contacts: {
      type: 'contact.list',
      contacts: row.contacts.map(({ id, external_id }) => ({ type: 'contact', id, external_id })),
    },
    first_contact_reply: viewFirstReply(row),
    admin_assignee_id: row.admin_assignee_id ?? 0,
    team_assignee_id: row.team_assignee_id ?? 0,
    open: row.state !== 'closed',
    state: row.state,
    read: row.read,
    tags: { type: 'tag.list', tags: row.tags.map(viewAppliedTag) },
    priority: row.priority,
    sla_applied: row.sla_applied,
    statistics: viewStatistics(row),
    conversation_rating: viewRating(row),
    teammates: viewTeammates(row),
    title: row.title,
    custom_attributes: row.custom_attributes,
    topics: row.topics,
    ticket: row.ticket && { type: 'ticket', ...row.ticket },
    linked_objects: viewLinks(row),
    ai_topics: row.ai_topics,
    ai_agent: viewAiAgent(row),
    ai_agent_participated: row.ai_agent_participated,
    channel: { initial: row.channel_initiated, current: row.channel_current ?? row.channel_initiated },
    company: companies.get(row.company_id ?? '') ?? null,
    ...(row.external_references && { external_references: row.external_references }),
    ...(display.monitors && { monitor_evaluations: [] }),
    ...(display.scorecards && { scorecards: [] }),
  }
}

const viewFirstReply = (row: ViewRow): ConversationView['first_contact_reply'] =>
  row.first_contact_reply_at === null
    ? null
    : {
        created_at: row.first_contact_reply_at,
        type: row.first_contact_reply_type ?? 'conversation',
        url: row.first_contact_reply_url,
      }

const viewTeammates = (row: ViewRow): ConversationView['teammates'] =>
  row.teammates.length === 0
    ? null
    : { type: 'admin.list', admins: row.teammates.map(({ id }) => ({ type: 'admin', id: String(id) })) }

function viewLinks({ links }: ViewRow): ConversationView['linked_objects'] {
  const shown = links.slice(0, 1000)
  return {
    type: 'list',
    data: shown.map(({ id, category }) => ({
      type: category === null ? 'conversation' : 'ticket',
      id: String(id),
      category,
    })),
    total_count: shown.length,
    has_more: links.length > shown.length,
  }
}
