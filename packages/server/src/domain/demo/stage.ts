import { gatesAt } from '@guichet/contract/change.ts'
import { NEWEST } from '@guichet/contract/version.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import type { AdminRef } from '../admin/index.ts'
import type { WorkspaceCreated } from '../workspace/index.ts'
import type { TeamKey, TeammateKey } from './cast.ts'

/** What the story is told on: the workspace so far, and whom its names stand for. */
export interface Stage {
  tx: Tx
  workspace: Actor['workspace']
  appId: number
  /** The moment the story ends: its times are counted back from here. */
  now: number
  teammates: Record<TeammateKey | 'fin', AdminRef>
  teams: Record<TeamKey, number>
  /** Ids of contacts, companies, tags and tickets by their names in the story. */
  contacts: Map<string, string>
  companies: Map<string, string>
  tags: Map<string, string>
}

/** Something that happens in the story. */
export interface Scene {
  /** When, in seconds since the epoch. */
  at: number
  play(): Promise<void>
}

export const MINUTE = 60
export const HOUR = 3600
export const DAY = 86_400

/** A teammate acting at a moment of the story. */
export const acting = (stage: Stage, who: TeammateKey | 'fin', at: number): Actor =>
  actorOf(stage.workspace, { appId: stage.appId, ownerId: stage.teammates[who].id }, at)

/** Anybody acting in a workspace, with every permission, at the newest version. */
export const actorOf = (
  workspace: Actor['workspace'],
  { appId, ownerId }: Pick<WorkspaceCreated, 'appId' | 'ownerId'>,
  now: number,
): Actor => ({
  ...{ workspace, appId, adminId: ownerId, now, scopes: 'all', version: NEWEST, gates: gatesAt(NEWEST) },
  ...{ strict: false, origin: '', ip: undefined },
})

/** What a name of the story stands for; a name it does not have is a slip of ours. */
export function named<T>(of: Map<string, T>, name: string): T {
  const found = of.get(name)
  if (found === undefined) throw new Error(`The demo has nothing called ${name}`)
  return found
}
