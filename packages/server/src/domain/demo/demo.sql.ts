import { sql } from 'kysely'
import type { Tx } from '../../db/database.ts'
import { json } from '../../db/json.ts'
import type { Cast } from './cast.ts'

// What no command of the product makes yet: people, teams and the choices of a workspace.

interface NewTeammate {
  name: string
  email: string
  job: string
  roleId: number
}

export async function insertTeammate(
  tx: Tx,
  workspaceId: string,
  { name, email, job, roleId }: NewTeammate,
  now: number,
): Promise<number> {
  const { id } = await tx
    .insertInto('admins')
    .values({
      ...{ workspace_id: workspaceId, name, email, job_title: job, role_id: roleId, email_verified: true },
      ...{ last_active_at: now, created_at: now, updated_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return id
}

export async function insertTeam(
  tx: Tx,
  workspaceId: string,
  team: { name: string; method: string; members: number[] },
  now: number,
): Promise<number> {
  const { id } = await tx
    .insertInto('teams')
    .values({
      ...{ workspace_id: workspaceId, name: team.name, distribution_method: team.method },
      ...{ created_at: now, updated_at: now },
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  const members = team.members.map(admin_id => ({
    ...{ workspace_id: workspaceId, team_id: id, admin_id, created_at: now },
  }))
  await tx.insertInto('team_members').values(members).execute()
  return id
}

export async function insertAwayReasons(
  tx: Tx,
  workspaceId: string,
  reasons: [emoji: string, label: string][],
  now: number,
): Promise<void> {
  const rows = reasons.map(([emoji, label], order) => ({
    ...{ workspace_id: workspaceId, emoji, label, order, created_at: now, updated_at: now },
  }))
  await tx.insertInto('away_status_reasons').values(rows).execute()
}

interface NewSubscriptionType {
  consent: 'opt_in' | 'opt_out'
  name: string
  description: string
  french: readonly [name: string, description: string]
}

export async function insertSubscriptionType(
  tx: Tx,
  workspaceId: string,
  { consent, name, description, french }: NewSubscriptionType,
  now: number,
): Promise<string> {
  const english = { name, description, locale: 'en' }
  const { id } = await tx
    .insertInto('subscription_types')
    .values({
      ...{ workspace_id: workspaceId, consent_type: consent, created_at: now, updated_at: now },
      default_translation: json(english),
      translations: json([english, { name: french[0], description: french[1], locale: 'fr' }]),
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  return String(id)
}

/** Where somebody is and with what they browse, which the messenger would tell. */
export async function placeContact(
  tx: Tx,
  workspaceId: string,
  id: string,
  { city: [location_city, location_country, location_country_code], device: [browser, os] }: Cast,
): Promise<void> {
  await tx
    .updateTable('contacts')
    .set({ location_city, location_country, location_country_code, browser, os, session_count: 3 })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** A rating, which contacts give in the messenger. */
export async function rateConversation(
  tx: Tx,
  workspaceId: string,
  id: number,
  rating: { score: number; remark: string; contactId: string; adminId: number; at: number },
): Promise<void> {
  await tx
    .updateTable('conversations')
    .set({
      ...{ rating: rating.score, rating_remark: rating.remark, rating_contact_id: rating.contactId },
      ...{ rating_admin_id: rating.adminId, rating_requested_at: rating.at - 60 },
      ...{ rating_replied_at: rating.at, rating_updated_at: rating.at },
    })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Fixes the client secret of the workspace's own app, which is made up otherwise; the server seals it when it next starts. */
export async function setClientSecret(tx: Tx, workspaceId: string, client_secret: string): Promise<void> {
  await tx
    .updateTable('app_registrations')
    .set({ unsealed_client_secret: client_secret })
    .where('owner_workspace_id', '=', workspaceId)
    .execute()
}

/** Gives what was just made an id that fixtures can name. */
export async function giveConnectorId(tx: Tx, workspaceId: string, id: string, to: number): Promise<void> {
  await tx
    .updateTable('data_connectors')
    .set({ id: to })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', Number(id))
    .execute()
}

/** The same for a run of a connector. */
export async function giveExecutionId(tx: Tx, workspaceId: string, id: string, to: number): Promise<void> {
  await tx
    .updateTable('data_connector_executions')
    .set({ id: to })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', Number(id))
    .execute()
}

/** The same for a procedure, before it is run. */
export async function giveProcedureId(tx: Tx, workspaceId: string, id: number, to: number): Promise<void> {
  await tx
    .updateTable('procedures')
    .set({ id: to })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** The same for a connector of the shop's catalog. */
export async function giveCatalogConnectorId(
  tx: Tx,
  workspaceId: string,
  id: number,
  to: number,
): Promise<void> {
  await tx
    .updateTable('ecommerce_connectors')
    .set({ id: to })
    .where('workspace_id', '=', workspaceId)
    .where('id', '=', id)
    .execute()
}

/** Leaves each teammate as last there when they last said or noted something, which is what reports know of them. */
export async function leaveTeammates(tx: Tx, workspaceId: string): Promise<void> {
  await tx
    .updateTable('admins')
    .set(({ selectFrom, fn }) => ({
      last_active_at: fn<number>('greatest', [
        'last_active_at',
        selectFrom('conversation_parts')
          .select(part => part.fn.max('created_at').as('at'))
          .where('conversation_parts.workspace_id', '=', workspaceId)
          .where('author_type', '=', 'admin')
          .where('author_id', '=', sql<string>`admins.id::text`),
        selectFrom('notes')
          .select(note => note.fn.max('created_at').as('at'))
          .where('notes.workspace_id', '=', workspaceId)
          .whereRef('notes.admin_id', '=', 'admins.id'),
      ]),
    }))
    .where('workspace_id', '=', workspaceId)
    .where('kind', '=', 'admin')
    .execute()
}
