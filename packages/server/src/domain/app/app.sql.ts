import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'

const COLUMNS = [
  ...(['id', 'owner_workspace_id', 'name', 'client_id', 'redirect_urls', 'scopes', 'api_version'] as const),
  ...(['uninstall_url', 'webhook_url', 'webhook_topics', 'webhook_policy', 'webhook_ordered'] as const),
  ...(['webhook_concurrency', 'created_at', 'updated_at'] as const),
] as const

/** What an app is described by, without its secrets. */
export type RegistrationRow = NonNullable<Awaited<ReturnType<typeof selectRegistration>>>

/** A registration of a workspace's own. */
export const selectRegistration = (tx: Tx, ownerId: string, id: number) =>
  tx
    .selectFrom('app_registrations')
    .select(COLUMNS)
    .where('owner_workspace_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst()

/** The registrations a workspace owns, the oldest first. */
export const selectRegistrations = (tx: Tx, ownerId: string): Promise<RegistrationRow[]> =>
  tx
    .selectFrom('app_registrations')
    .select(COLUMNS)
    .where('owner_workspace_id', '=', ownerId)
    .orderBy('id')
    .execute()

/** The registration of a client id, whoever owns it: an app asks by it to be installed anywhere. */
export const selectByClientId = (tx: Tx, clientId: string): Promise<RegistrationRow | undefined> =>
  tx.selectFrom('app_registrations').select(COLUMNS).where('client_id', '=', clientId).executeTakeFirst()

export interface Described {
  name: string
  redirect_urls: string[]
  scopes: string[]
  api_version: string | null
  uninstall_url: string | null
}

export const insertRegistration = (
  tx: Tx,
  { ownerId, now, ...described }: { ownerId: string; now: number } & Partial<Described> & { name: string },
): Promise<RegistrationRow> =>
  tx
    .insertInto('app_registrations')
    .values({ owner_workspace_id: ownerId, ...described, created_at: now, updated_at: now })
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()

export interface Webhook {
  webhook_url: string | null
  webhook_topics: string[]
  webhook_policy: 'intercom' | 'durable'
  webhook_ordered: boolean
  webhook_concurrency: number
}

/** Changes a registration and tells every node: credentials in use hold what it says. */
export async function updateRegistration(
  tx: Tx,
  of: { ownerId: string; id: number; now: number },
  changes: Partial<Described & Webhook>,
): Promise<RegistrationRow> {
  const row = await tx
    .updateTable('app_registrations')
    .set({ ...changes, updated_at: of.now })
    .where('owner_workspace_id', '=', of.ownerId)
    .where('id', '=', of.id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  await tellNodes(tx, of.id)
  return row
}

export async function deleteRegistration(tx: Tx, ownerId: string, id: number): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('app_registrations')
    .where('owner_workspace_id', '=', ownerId)
    .where('id', '=', id)
    .executeTakeFirst()
  await tellNodes(tx, id)
  return numDeletedRows === 1n
}

/** Where nodes hear that what an app is has changed: the payload is the id of its registration. */
export const APP_CHANNEL = 'guichet_apps'

const tellNodes = (tx: Tx, id: number) => announce(tx, APP_CHANNEL, String(id))
