import { randomBytes } from 'node:crypto'
import { errors, problem } from '@guichet/contract/errors.ts'
import type {
  IdentityVerificationSecret,
  IdentityVerificationSecretWithMaterial,
} from '@guichet/contract/models/identity-verification-secret.ts'
import type { CreateIdentityVerificationSecretRequest } from '@guichet/contract/operations/identity-verification-secrets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import { logActivity } from '../activity-log/index.ts'
import type { Actor } from '../actor.ts'
import { permission } from '../permission.ts'
import {
  deleteSecretRow,
  insertSecret,
  type Platform,
  type SecretRow,
  selectSealed,
  selectSecrets,
} from './identity-secret.sql.ts'

type SecretView = Static<typeof IdentityVerificationSecret>

const mayManage = permission('manage_secure_mode_secrets')
const PURPOSE = 'identity secret'

/** Every secret, without its value: nobody sees that twice. */
export async function listIdentitySecrets(
  tx: Tx,
  actor: Actor,
): Promise<{ type: 'list'; data: SecretView[] }> {
  mayManage(actor)
  const rows = await selectSecrets(tx, actor.workspace.id)
  return { type: 'list', data: rows.map(view) }
}

/** Makes a secret of 256 bits, shown this once. 422 without a name or a platform. */
export async function createIdentitySecret(
  tx: Tx,
  actor: Actor,
  {
    request,
    secrets,
  }: { request: Static<typeof CreateIdentityVerificationSecretRequest>; secrets: SecretBox },
): Promise<Static<typeof IdentityVerificationSecretWithMaterial>> {
  mayManage(actor)
  const fields = readFields(request)
  const secret = randomBytes(32).toString('base64url')
  const row = await insertSecret(tx, actor, { ...fields, sealed: await secrets.seal(secret, PURPOSE) })
  await tell(tx, actor, `made the identity verification secret ${row.name}`)
  return { ...view(row), secret }
}

/** Deletes a secret: nothing that was signed with it is believed any more. */
export async function deleteIdentitySecret(tx: Tx, actor: Actor, id: string): Promise<undefined> {
  mayManage(actor)
  const row = await deleteSecretRow(tx, actor, numericId(id) ?? 0)
  if (!row) throw problem(errors.identitySecretNotFound)
  await tell(tx, actor, `deleted the identity verification secret ${row.name}`)
}

/** The values that may have signed an identity on a platform, the newest first. */
export async function liveSecrets(
  tx: Tx,
  workspaceId: string,
  { platform, secrets }: { platform: Platform; secrets: SecretBox },
): Promise<string[]> {
  const rows = await selectSealed(tx, workspaceId, platform)
  return Promise.all(rows.map(({ sealed }) => secrets.open(sealed, PURPOSE)))
}

function readFields(request: Static<typeof CreateIdentityVerificationSecretRequest>) {
  const { supports_android = false, supports_ios = false, supports_web = false } = request
  const name = request.name.trim()
  if (name === '') throw problem(errors.identitySecretInvalid)
  if (name.length > 255) throw problem(errors.identitySecretInvalid, 'name is too long')
  if (!supports_android && !supports_ios && !supports_web)
    throw problem(errors.identitySecretInvalid, 'at least one platform must be supported')
  return { name, supports_android, supports_ios, supports_web }
}

const tell = (tx: Tx, actor: Actor, what: string): Promise<void> =>
  logActivity(tx, actor, { type: 'app_identity_verification_change', description: `A teammate ${what}.` })

const view = (row: SecretRow): SecretView => ({
  type: 'identity_verification_secret',
  id: String(row.id),
  name: row.name,
  supports_android: row.supports_android,
  supports_ios: row.supports_ios,
  supports_web: row.supports_web,
  created_at: row.created_at,
})
