import { randomBytes } from 'node:crypto'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { AppSecrets } from '@guichet/contract/models/app-registration.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Database, Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { mayManageApps } from './app.policy.ts'
import { requireRegistration } from './app.require.ts'
import { viewSecrets } from './app.view.ts'
import {
  lockSecrets,
  type SecretColumns,
  selectRegistrationOf,
  selectSecrets,
  selectUnsealed,
  updateSecrets,
} from './client-secret.sql.ts'

const PURPOSE = 'app client secret'

/** The client secrets that are live: the first signs, the second is there while a rotation is under way. */
export type ClientSecrets = [current: string, next?: string]

type SecretsView = Static<typeof AppSecrets>

interface Asking {
  id: string
  secrets: SecretBox
}

/** The secrets of an app of the workspace's own, for whoever may manage it. */
export async function revealSecrets(tx: Tx, actor: Actor, { id, secrets }: Asking): Promise<SecretsView> {
  mayManageApps(actor)
  const row = await requireRegistration(tx, actor, id)
  await tell(tx, actor, `looked at the client secret of the app ${row.name}`)
  return viewSecrets(row, await clientSecrets(tx, row.id, secrets))
}

/**
 * Begins a rotation: a second secret becomes live beside the first, which goes on signing until it is retired. 409 while
 * one is under way.
 */
export async function rotateSecret(tx: Tx, actor: Actor, { id, secrets }: Asking): Promise<SecretsView> {
  mayManageApps(actor)
  const row = await requireRegistration(tx, actor, id)
  const [current, before] = await clientSecrets(tx, row.id, secrets)
  if (before !== undefined)
    throw problem(errors.conflict, 'The app has a second secret already: retire the first')
  const next = newSecret()
  await updateSecrets(tx, row.id, { next_client_secret: await secrets.seal(next, PURPOSE) })
  await tell(tx, actor, `began to rotate the client secret of the app ${row.name}`)
  return viewSecrets(row, [current, next])
}

/** Ends a rotation: the second secret takes the place of the first, which nothing believes any more. 409 without one. */
export async function retireSecret(tx: Tx, actor: Actor, { id, secrets }: Asking): Promise<SecretsView> {
  mayManageApps(actor)
  const row = await requireRegistration(tx, actor, id)
  const kept = await lockSecrets(tx, row.id)
  if (!kept?.next_client_secret)
    throw problem(errors.conflict, 'The app has one secret only: rotate it first')
  await updateSecrets(tx, row.id, { client_secret: kept.next_client_secret, next_client_secret: null })
  await tell(tx, actor, `retired a client secret of the app ${row.name}`)
  return viewSecrets(row, await clientSecrets(tx, row.id, secrets))
}

/** The live secrets of a registration; the first is made when it is first asked for. Needs a transaction. */
export async function clientSecrets(
  tx: Tx,
  registrationId: number,
  secrets: SecretBox,
): Promise<ClientSecrets> {
  const known = await selectSecrets(tx, registrationId)
  if (known && known.client_secret !== null) return openSecrets(known, secrets)
  const kept = await lockSecrets(tx, registrationId)
  if (!kept) throw problem(errors.appNotFound)
  if (kept.client_secret !== null) return openSecrets(kept, secrets)
  const first = kept.unsealed_client_secret ?? newSecret()
  const client_secret = await secrets.seal(first, PURPOSE)
  await updateSecrets(tx, registrationId, { client_secret, unsealed_client_secret: null })
  return [first]
}

/** The secrets of the app that an installation is of. */
export async function secretsOfApp(
  tx: Tx,
  of: { workspaceId: string; appId: number; secrets: SecretBox },
): Promise<ClientSecrets | undefined> {
  const app = await selectRegistrationOf(tx, of.workspaceId, of.appId)
  return app && clientSecrets(tx, app.registration_id, of.secrets)
}

/** Seals what an older version of the server, or the seed, left as it was. */
export async function sealSecrets(database: Database, secrets: SecretBox): Promise<void> {
  for (const { id } of await selectUnsealed(database.read)) {
    await database.transaction(tx => clientSecrets(tx, id, secrets))
  }
}

/** Kept secrets as they are; the first must have been made. */
export async function openSecrets(
  kept: Pick<SecretColumns, 'client_secret' | 'next_client_secret'>,
  secrets: SecretBox,
): Promise<ClientSecrets> {
  const current = await secrets.open(kept.client_secret ?? '', PURPOSE)
  return kept.next_client_secret === null
    ? [current]
    : [current, await secrets.open(kept.next_client_secret, PURPOSE)]
}

const newSecret = (): string => randomBytes(32).toString('base64url')

const tell = (tx: Tx, actor: Actor, what: string): Promise<void> =>
  logActivity(tx, actor, { type: 'app_package_token_regeneration', description: `A teammate ${what}.` })
