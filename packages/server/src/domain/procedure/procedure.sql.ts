import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'
import type { NewProcedure } from './procedure.ts'

export async function insertProcedure(tx: Tx, actor: Actor, procedure: NewProcedure): Promise<number> {
  const { name, description = '', live = true, apiTrigger = true, audienceIds = [], steps } = procedure
  const { id } = await tx
    .insertInto('procedures')
    .values({
      workspace_id: actor.workspace.id,
      ...{ name, description, live, api_trigger: apiTrigger, audience_ids: audienceIds },
      steps: json(steps),
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

const columns = ['id', 'name', 'description', 'live', 'api_trigger', 'audience_ids', 'steps'] as const

export const selectProcedure = (tx: Tx, workspaceId: string, id: number) =>
  tx
    .selectFrom('procedures')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()

export type ProcedureRow = NonNullable<Awaited<ReturnType<typeof selectProcedure>>>

/** Procedures that an API call may start. */
export const selectTriggered = (tx: Tx, workspaceId: string): Promise<ProcedureRow[]> =>
  tx
    .selectFrom('procedures')
    .select(columns)
    .where('workspace_id', '=', workspaceId)
    .where('live', '=', true)
    .where('api_trigger', '=', true)
    .orderBy('id')
    .execute()
