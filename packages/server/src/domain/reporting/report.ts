import type { Tx } from '../../db/database.ts'
import type { Workspace } from '../actor.ts'
import type { Cell } from '../export/index.ts'
import type { Asked, ReportRow, Scope } from './dataset.ts'
import { attributeOf, requireDataset } from './datasets.ts'
import { told } from './values.sql.ts'

/** What a report is of, as it is kept with its export. */
export interface Report {
  dataset_id: string
  /** Qualified. */
  attribute_ids: string[]
  from: number
  to: number
  unanswered: boolean
}

const PAGE = 1000

export const isReport = (value: unknown): value is Report =>
  typeof value === 'object' && value !== null && 'dataset_id' in value && 'attribute_ids' in value

/** The head of a report's file: attributes by their plain ids. */
export const headOf = (report: Report): string[] => attributesOf(report).map(each => each.id)

/** The rows of a report, a page at a time. */
export async function* reportPages(
  tx: Tx,
  workspace: Workspace,
  report: Report,
  most = PAGE,
): AsyncIterable<Cell[][]> {
  const scope: Scope = { tx, workspaceId: workspace.id, timezone: workspace.timezone }
  const values = attributesOf(report).map(each => told(each, scope))
  const { from, to, unanswered } = report
  for (const source of requireDataset(report.dataset_id).sources) {
    const asked: Omit<Asked, 'after'> = { range: { from, to }, unanswered, values, most }
    let after: ReportRow | undefined
    do {
      const rows: ReportRow[] = await source(scope, { ...asked, after })
      yield rows.map(row => row.cells)
      after = rows.length === most ? rows.at(-1) : undefined
    } while (after)
  }
}

function attributesOf({ dataset_id, attribute_ids }: Report) {
  const dataset = requireDataset(dataset_id)
  return attribute_ids.map(id => attributeOf(dataset, id))
}
