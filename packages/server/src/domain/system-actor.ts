import { gatesAt } from '@guichet/contract/change.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Actor, Workspace } from './actor.ts'

/** The server itself, acting in a workspace as its Operator: for what no request asks for, such as timers. */
export const systemActor = (of: { workspace: Workspace; operatorId: number; now: number }): Actor => ({
  workspace: of.workspace,
  adminId: of.operatorId,
  appId: 0,
  scopes: 'all',
  version: NEWEST,
  gates: gatesAt(NEWEST),
  strict: false,
  now: of.now,
  origin: '',
  ip: undefined,
})
