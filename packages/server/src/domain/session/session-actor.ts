import { gatesAt } from '@guichet/contract/change.ts'
import { permissionsOf } from '@guichet/contract/roles.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Membership } from '../account/index.ts'
import type { Actor, Guest } from '../actor.ts'

/** A teammate acting in a workspace through a session, at the newest version. */
export const actorAs = (
  { workspace, adminId, appId, role }: Membership,
  { id, accountId, confined = false }: { id: number; accountId: number; confined?: boolean },
  { now, origin, ip, strict }: Pick<Guest, 'now' | 'origin' | 'ip' | 'strict'>,
): Actor => ({
  ...{ workspace, adminId, appId, scopes: permissionsOf[role] },
  ...{ version: NEWEST, gates: gatesAt(NEWEST), strict, now, origin, ip },
  session: { id, accountId, role, confined, now },
})
