import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { NewWorkflow } from './create-workflow.ts'

export async function insertWorkflow(tx: Tx, actor: Actor, workflow: NewWorkflow): Promise<number> {
  const { targeting, snapshot, attributes, embedded_rules, ...plain } = workflow
  const { id } = await tx
    .insertInto('workflows')
    .values({
      ...plain,
      workspace_id: actor.workspace.id,
      targeting: targeting ? json(targeting) : null,
      snapshot: snapshot ? json(snapshot) : null,
      attributes: json(attributes ?? []),
      embedded_rules: json(embedded_rules ?? []),
      ...{ created_at: actor.now, updated_at: actor.now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

type Dictionary = Record<string, unknown>

export const selectWorkflow = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('workflows')
    .select(['id', 'title', 'description', 'trigger_type', 'state', 'target_channels', 'preferred_devices'])
    .select(['created_at', 'updated_at'])
    .select(row => [
      row.ref('targeting').$castTo<Dictionary | null>().as('targeting'),
      row.ref('snapshot').$castTo<Dictionary | null>().as('snapshot'),
      row.ref('attributes').$castTo<Dictionary[]>().as('attributes'),
      row.ref('embedded_rules').$castTo<Dictionary[]>().as('embedded_rules'),
    ])
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
