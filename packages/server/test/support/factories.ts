import { objectId } from '../../src/db/ids.ts'
import { json } from '../../src/db/json.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'

/** Things no call of the public API creates, in the workspace of a test. */

type In = Pick<TestWorkspace, 'id'>

export async function buildTeam(
  guichet: Guichet,
  name: string,
  members: number[] = [],
  { id }: In = guichet,
): Promise<number> {
  const at = { created_at: guichet.clock.now(), updated_at: guichet.clock.now() }
  return guichet.database.transaction(async tx => {
    const team = await tx
      .insertInto('teams')
      .values({ workspace_id: id, name, ...at })
      .returning('id')
      .executeTakeFirstOrThrow()
    for (const admin_id of members) {
      await tx
        .insertInto('team_members')
        .values({ workspace_id: id, team_id: team.id, admin_id, created_at: at.created_at })
        .execute()
    }
    return team.id
  })
}

/** Gives a team office hours of its own. */
export const setTeamHours = (guichet: Guichet, team: number, schedule: string, { id }: In = guichet) =>
  guichet.database.transaction(tx =>
    tx
      .updateTable('teams')
      .set({ office_hours_schedule_id: Number(schedule) })
      .where('workspace_id', '=', id)
      .where('id', '=', team)
      .execute(),
  )

export async function buildAdmin(guichet: Guichet, name: string, { id }: In = guichet): Promise<number> {
  const at = { created_at: guichet.clock.now(), updated_at: guichet.clock.now() }
  const email = `${name.toLowerCase().replaceAll(' ', '.')}@example.com`
  return guichet.database.transaction(async tx => {
    const admin = await tx
      .insertInto('admins')
      .values({ workspace_id: id, name, email, email_verified: true, ...at })
      .returning('id')
      .executeTakeFirstOrThrow()
    return admin.id
  })
}

export async function buildSubscriptionType(
  guichet: Guichet,
  consentType: 'opt_in' | 'opt_out' = 'opt_out',
  { id }: In = guichet,
): Promise<number> {
  const at = { created_at: guichet.clock.now(), updated_at: guichet.clock.now() }
  const translation = { name: 'Announcements', description: 'What is new', locale: 'en' }
  return guichet.database.transaction(async tx => {
    const type = await tx
      .insertInto('subscription_types')
      .values({
        workspace_id: id,
        consent_type: consentType,
        default_translation: json(translation),
        translations: json([translation]),
        ...at,
      })
      .returning('id')
      .executeTakeFirstOrThrow()
    return type.id
  })
}

export async function buildSegment(
  guichet: Guichet,
  name: string,
  rules: object,
  personType: 'contact' | 'user' | 'company' = 'user',
  { id }: In = guichet,
): Promise<string> {
  const now = guichet.clock.now()
  const segment = objectId(now)
  await guichet.database.transaction(async tx => {
    await tx
      .insertInto('segments')
      .values({
        workspace_id: id,
        id: segment,
        name,
        person_type: personType,
        rules: json(rules),
        created_at: now,
        updated_at: now,
      })
      .execute()
  })
  return segment
}

export async function buildVisitor(guichet: Guichet, userId: string, { id }: In = guichet): Promise<string> {
  const now = guichet.clock.now()
  const visitor = objectId(now)
  await guichet.database.transaction(async tx => {
    await tx
      .insertInto('contacts')
      .values({
        workspace_id: id,
        id: visitor,
        role: 'visitor',
        external_id: userId,
        pseudonym: 'Violet Suitcase',
        created_at: now,
        updated_at: now,
      })
      .execute()
  })
  return visitor
}
