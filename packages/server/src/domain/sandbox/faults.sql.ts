import type { FAULT_KINDS } from '@guichet/contract/models/sandbox.ts'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

export type FaultKind = (typeof FAULT_KINDS)[number]

/** What a fault of its kind does. */
export interface FaultSettings {
  status?: number
  done?: boolean
  delay_ms?: number
  lag?: number
}

export interface NewFault {
  kind: FaultKind
  method: string | null
  route: string | null
  probability: number
  count: number | null
  until: number | null
  seed: number
  settings: FaultSettings
}

const COLUMNS = [
  ...(['id', 'kind', 'method', 'route', 'probability', 'count', 'until', 'seed', 'seen', 'struck'] as const),
] as const

const faultsOf = (tx: Tx, workspaceId: string) =>
  tx
    .selectFrom('sandbox_faults')
    .select(COLUMNS)
    .select(row => row.ref('settings').$castTo<FaultSettings>().as('settings'))
    .where('workspace_id', '=', workspaceId)

export const selectFaults = (tx: Tx, workspaceId: string) => faultsOf(tx, workspaceId).orderBy('id').execute()

export type FaultRow = Awaited<ReturnType<typeof selectFaults>>[number]

/** The faults of some kinds, held until the transaction ends, so that what they count is exact over all processes. */
export const lockFaults = (tx: Tx, workspaceId: string, kinds: readonly FaultKind[]) =>
  faultsOf(tx, workspaceId).where('kind', 'in', kinds).orderBy('id').forUpdate().execute()

export async function insertFault(tx: Tx, actor: Actor, { settings, ...fault }: NewFault): Promise<number> {
  const { id } = await tx
    .insertInto('sandbox_faults')
    .values({ ...fault, workspace_id: actor.workspace.id, settings: json(settings), created_at: actor.now })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function countDraw(
  tx: Tx,
  workspaceId: string,
  { id, seen, struck }: Pick<FaultRow, 'id' | 'seen' | 'struck'>,
): Promise<void> {
  await tx
    .updateTable('sandbox_faults')
    .set({ seen, struck })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

export async function deleteFault(tx: Tx, workspaceId: string, id: number): Promise<void> {
  await tx.deleteFrom('sandbox_faults').where('workspace_id', '=', workspaceId).where('id', '=', id).execute()
}

export async function deleteFaults(tx: Tx, workspaceId: string): Promise<void> {
  await tx.deleteFrom('sandbox_faults').where('workspace_id', '=', workspaceId).execute()
}
