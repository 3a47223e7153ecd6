import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Company } from '@guichet/contract/models/company.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { withReferences } from '../custom-object/index.ts'
import { newestNotes } from '../note/index.ts'
import { type SegmentRow, viewSegment } from '../segment/index.ts'
import { tagsOn } from '../tag/index.ts'
import { segmentsOfCompanies } from './company.segments.ts'
import { type CompanyRow, selectCompanyViews } from './company.view.sql.ts'

export type CompanyView = Static<typeof Company>

/** The companies of these ids, in their order; ids of none, and of deleted companies, are left out. */
export async function viewCompanies(tx: Tx, actor: Actor, ids: string[]): Promise<CompanyView[]> {
  if (ids.length === 0) return []
  const { id: workspaceId } = actor.workspace
  const [rows, tags, segments, notes] = await Promise.all([
    selectCompanyViews(tx, { workspaceId, ids }),
    tagsOn(tx, workspaceId, 'company', ids),
    segmentsOfCompanies(tx, actor, ids),
    newestNotes(tx, workspaceId, 'company', ids),
  ])
  const shown = await withReferences(tx, workspaceId, rows)
  const byId = new Map(shown.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    const held = { tags: tags.get(id), segments: segments.get(id), notes: notes.get(id) }
    return row ? [viewCompany(workspaceId, row, held)] : []
  })
}

/** A company that is known to be there. */
export async function viewOneCompany(tx: Tx, actor: Actor, id: string): Promise<CompanyView> {
  const [view] = await viewCompanies(tx, actor, [id])
  if (!view) throw new Error(`company ${id} was written and cannot be read`)
  return view
}

interface Held {
  tags: { id: string; name: string }[] | undefined
  segments: SegmentRow[] | undefined
  notes: { ids: number[]; total: number } | undefined
}

/** What a company does not have is left out, but for its dates and an empty plan. */
function viewCompany(workspaceId: string, row: CompanyRow, { tags, segments, notes }: Held): CompanyView {
  return {
    type: 'company',
    company_id: row.company_id,
    id: row.id,
    app_id: workspaceId,
    name: row.name,
    remote_created_at: row.remote_created_at,
    created_at: row.created_at,
    updated_at: row.updated_at,
    ...(row.last_request_at !== null && { last_request_at: row.last_request_at }),
    ...(row.size !== null && { size: row.size }),
    ...(row.website !== null && { website: row.website }),
    ...(row.industry !== null && { industry: row.industry }),
    monthly_spend: row.monthly_spend,
    session_count: row.session_count,
    user_count: row.user_count,
    tags: { type: 'tag.list', tags: (tags ?? []).map(({ id, name }) => ({ type: 'tag', id, name })) },
    segments: { type: 'segment.list', segments: (segments ?? []).map(segment => viewSegment(segment)) },
    notes: viewNotes(row.id, notes),
    plan: row.plan_id === null ? {} : { type: 'plan', id: String(row.plan_id), name: row.plan_name ?? '' },
    custom_attributes: fieldsOf(row.custom_attributes),
  }
}

const viewNotes = (companyId: string, notes: Held['notes']) => ({
  type: 'note.list' as const,
  data: (notes?.ids ?? []).map(id => ({ type: 'note', id: String(id), url: `/notes/${id}` })),
  url: `/companies/${companyId}/notes`,
  total_count: notes?.total ?? 0,
  has_more: (notes?.total ?? 0) > (notes?.ids.length ?? 0),
})
