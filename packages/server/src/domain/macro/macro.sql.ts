import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Actor } from '../actor.ts'

/** All macros, whoever sees them, by their names. */
export const selectAllMacros = (tx: Tx, workspaceId: string): Promise<MacroRow[]> =>
  tx
    .selectFrom('macros')
    .select(['id', 'name', 'body', 'visible_to_team_ids', 'available_on', 'created_at', 'updated_at'])
    .where('workspace_id', '=', workspaceId)
    .orderBy('name')
    .orderBy('id')
    .execute()

/** Whether there is such a macro. */
export async function updateMacroRow(
  tx: Tx,
  actor: Actor,
  id: number,
  { teamIds, availableOn, ...change }: Partial<NewMacro>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('macros')
    .set({
      ...change,
      ...(teamIds !== undefined && { visible_to_team_ids: storedTeams(teamIds) }),
      ...(availableOn && { available_on: availableOn }),
      updated_at: actor.now,
    })
    .where('workspace_id', '=', actor.workspace.id)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Whether there was such a macro. */
export async function deleteMacroRow(tx: Tx, workspaceId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('macros')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .executeTakeFirst()
  return numDeletedRows === 1n
}

/** Those of the ids that are teams. */
export async function selectTeamsOf(tx: Tx, workspaceId: string, ids: number[]): Promise<number[]> {
  const rows = await tx
    .selectFrom('teams')
    .select('id')
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', sql<number>`any(${ids}::bigint[])`)
    .execute()
  return rows.map(({ id }) => id)
}

const storedTeams = (ids: number[] | null) => (ids ? json(ids.map(String)) : null)

/** The macros that a teammate sees: everyone's, and those of the teams they are in. */
const visible = (tx: Tx, { workspace, adminId }: Actor) =>
  tx
    .selectFrom('macros')
    .select(['id', 'name', 'body', 'visible_to_team_ids', 'available_on', 'created_at', 'updated_at'])
    .where('macros.workspace_id', '=', workspace.id)
    .where(macro =>
      macro.or([
        macro('visible_to_team_ids', 'is', null),
        macro.exists(
          macro
            .selectFrom('team_members')
            .select('team_id')
            .where('team_members.workspace_id', '=', workspace.id)
            .where('team_members.admin_id', '=', adminId)
            .where(sql<boolean>`macros.visible_to_team_ids ? team_members.team_id::text`),
        ),
      ]),
    )

export type MacroRow = NonNullable<Awaited<ReturnType<typeof selectMacro>>>

export const selectMacro = (tx: Tx, actor: Actor, id: number) =>
  visible(tx, actor).where('macros.id', '=', id).executeTakeFirst()

/** One stretch, the latest changed first. */
export const selectMacros = (
  tx: Tx,
  actor: Actor,
  {
    after,
    since,
    limit,
  }: { after: { updatedAt: number; id: number } | undefined; since: number; limit: number },
): Promise<MacroRow[]> =>
  visible(tx, actor)
    .where('macros.updated_at', '>=', since)
    .$if(after !== undefined, query =>
      query.where(sql<boolean>`(macros.updated_at, macros.id) < (${after?.updatedAt}, ${after?.id})`),
    )
    .orderBy('macros.updated_at', 'desc')
    .orderBy('macros.id', 'desc')
    .limit(limit)
    .execute()

export interface NewMacro {
  name: string
  body: string
  /** The teams that see it; null for everybody. */
  teamIds: number[] | null
  availableOn: string[]
}

export const insertMacro = (tx: Tx, actor: Actor, macro: NewMacro): Promise<{ id: number }> =>
  tx
    .insertInto('macros')
    .values({
      ...{ workspace_id: actor.workspace.id, name: macro.name, body: macro.body },
      visible_to_team_ids: storedTeams(macro.teamIds),
      available_on: macro.availableOn,
      created_at: actor.now,
      updated_at: actor.now,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
