import type { Tx } from '../../db/database.ts'
import type { AttributeModel } from './custom-attributes.ts'

/** An attribute that a workspace defined. */
export interface AttributeDefinition {
  name: string
  data_type: string
  options: unknown
}

export const selectDefinitions = (
  tx: Tx,
  workspaceId: string,
  model: AttributeModel,
): Promise<AttributeDefinition[]> =>
  tx
    .selectFrom('data_attributes')
    .select(['name', 'data_type', 'options'])
    .where('workspace_id', '=', workspaceId)
    .where('model', '=', model)
    .where('archived', '=', false)
    .execute()
