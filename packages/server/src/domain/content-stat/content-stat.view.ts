import { SurveyAnswer, type ToldContentStat } from '@guichet/contract/models/content-stat.ts'
import { Tag } from '@guichet/contract/models/tag.ts'
import { type Static, Type } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { type StatRow, selectStatsOfIds } from './content-stat.sql.ts'

export type ContentStatView = Static<typeof ToldContentStat>

/** What happened to content, of these ids and in their order; ids of none are left out. */
export async function viewContentStats(tx: Tx, actor: Actor, ids: number[]): Promise<ContentStatView[]> {
  const rows = ids.length === 0 ? [] : await selectStatsOfIds(tx, actor.workspace.id, ids)
  const byId = new Map(rows.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [viewStat(row)] : []
  })
}

const viewStat = (row: StatRow): ContentStatView => ({
  type: 'content_stat',
  id: String(row.id),
  ...{ content_type: row.content_type, content_id: row.content_id, content_title: row.content_title },
  ...{ stat_type: row.stat_type, receipt_id: row.receipt_id },
  contact: { type: 'contact', id: row.contact_id },
  company: row.company_id === null ? null : { type: 'company', id: row.company_id },
  ...{ ruleset_id: row.ruleset_id, ruleset_version_id: row.ruleset_version_id },
  ...{ series_id: row.series_id, series_title: row.series_title, node_id: row.node_id },
  tags: areTags(row.tags) ? row.tags : [],
  answers: areAnswers(row.answers) ? row.answers : [],
  created_at: row.created_at,
})

const tags = Compile(Type.Array(Tag))
const areTags = (stored: unknown): stored is ContentStatView['tags'] => tags.Check(stored)

const answers = Compile(Type.Array(SurveyAnswer))
const areAnswers = (stored: unknown): stored is ContentStatView['answers'] => answers.Check(stored)
