import { errors, problem } from '@guichet/contract/errors.ts'
import type { WorkflowExport } from '@guichet/contract/models/workflow-export.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import { selectWorkflow } from './workflow-export.sql.ts'

export type WorkflowExportView = Static<typeof WorkflowExport>

const mayReadWorkflows = permission('read_workflows')

/** A workflow with everything it is set up to do; 404 when there is none. */
export async function exportWorkflow(tx: Tx, actor: Actor, id: string): Promise<WorkflowExportView> {
  mayReadWorkflows(actor)
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectWorkflow(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.workflowNotFound)
  return {
    export_version: '1.0',
    exported_at: iso(actor.now),
    app_id: actor.appId,
    workflow: {
      ...row,
      id: String(row.id),
      created_at: iso(row.created_at),
      updated_at: iso(row.updated_at),
    },
  }
}

/** ISO 8601 to the second, as published. */
const iso = (seconds: number): string => new Date(seconds * 1000).toISOString().replace('.000Z', 'Z')
