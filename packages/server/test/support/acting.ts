import { gatesAt } from '@guichet/contract/change.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Actor } from '../../src/domain/actor.ts'
import type { Guichet, TestWorkspace } from './guichet.ts'

/** The owner of a workspace, to call the domain as: for what no call of the API does. */
export const acting = (
  { clock, origin }: Pick<Guichet, 'clock' | 'origin'>,
  { id, appId, ownerId }: Pick<TestWorkspace, 'id' | 'appId' | 'ownerId'>,
): Actor => ({
  ...{ workspace: { id, name: 'Test', timezone: 'UTC' }, adminId: ownerId, appId, scopes: 'all' },
  ...{ version: NEWEST, gates: gatesAt(NEWEST), strict: false, now: clock.now(), origin, ip: undefined },
})
