import { createHmac, timingSafeEqual } from 'node:crypto'
import { errors, problem } from '@guichet/contract/errors.ts'
import { jwtVerify } from 'jose'
import type { Tx } from '../../db/database.ts'
import type { SecretBox } from '../../secrets/secret-box.ts'
import type { Actor } from '../actor.ts'
import { liveSecrets } from '../identity-secret/index.ts'
import type { App } from './session.sql.ts'
import { textOf, type UserData } from './user-data.ts'

/** Who somebody says they are. */
export interface Identity {
  userId: string | undefined
  email: string | undefined
  /** Whether a secret of the workspace vouches for it. */
  verified: boolean
  /** What a token vouches for besides; it wins over what stands beside it. */
  vouched: UserData
}

/**
 * Reads the identity of a boot. 403 for a signature that no live secret made, and, where the workspace asks for proof, for an
 * identity without one. Undefined where nobody says who they are.
 */
export async function readIdentity(
  tx: Tx,
  actor: Actor,
  of: { userData: UserData; platform: App; enforced: boolean; secrets: SecretBox },
): Promise<Identity | undefined> {
  const { userData, platform, enforced, secrets } = of
  const token = textOf(userData['intercom_user_jwt'])
  const given = { userId: textOf(userData['user_id']), email: textOf(userData['email'])?.toLowerCase() }
  if (token === undefined && given.userId === undefined && given.email === undefined) return undefined
  const live = await liveSecrets(tx, actor.workspace.id, { platform: `supports_${platform}`, secrets })
  if (token !== undefined) return byToken(token, live, actor.now)
  const verified = signs(live, given.userId ?? given.email ?? '', textOf(userData['user_hash']))
  if (enforced && !verified) throw problem(errors.identityUnverified)
  return { ...given, verified, vouched: {} }
}

/** A JWT of HS256 with a `user_id`, and whatever else it says of the user. */
async function byToken(token: string, live: string[], now: number): Promise<Identity> {
  for (const secret of live) {
    const claims = await jwtVerify<UserData>(token, new TextEncoder().encode(secret), {
      algorithms: ['HS256'],
      currentDate: new Date(now * 1000),
    }).catch(() => undefined)
    if (!claims) continue
    const {
      user_id,
      email,
      iat: _,
      exp: __,
      nbf: ___,
      iss: ____,
      aud: _____,
      sub: ______,
      jti: _______,
      ...vouched
    } = claims.payload
    const userId = textOf(user_id)
    if (userId === undefined) break
    return { userId, email: textOf(email)?.toLowerCase(), verified: true, vouched }
  }
  throw problem(errors.identityUnverified)
}

/** Whether one of the secrets made the hash of a user id, or of an address where there is none. */
function signs(live: string[], text: string, hash: string | undefined): boolean {
  if (hash === undefined || !/^[0-9a-f]{64}$/i.test(hash)) return false
  const given = Buffer.from(hash, 'hex')
  return live.some(secret => timingSafeEqual(createHmac('sha256', secret).update(text).digest(), given))
}
