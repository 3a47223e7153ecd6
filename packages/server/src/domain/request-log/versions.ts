import { breakages } from '@guichet/contract/breakages.ts'
import { errors, problem } from '@guichet/contract/errors.ts'
import type { VersionInUse, VersionInUseList } from '@guichet/contract/models/api-request-log.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { DEFAULT_VERSION, parseVersion, type Version } from '@guichet/contract/version.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { ownedApps, versionOf } from '../app/index.ts'
import { mayReadRequests } from './request-log.policy.ts'
import { selectUses } from './request-log.sql.ts'

type InUse = Static<typeof VersionInUse>

const DAY = 86_400
const DAYS = 7

/** The versions that clients asked for in the last days, and that apps are told at, with what would break at another. */
export async function listVersions(
  tx: Tx,
  actor: Actor,
  asked: string | undefined,
): Promise<Static<typeof VersionInUseList>> {
  mayReadRequests(actor)
  const to = asked === undefined ? DEFAULT_VERSION : parseVersion(asked)
  if (!to) throw problem(errors.versionUnknown)
  const data = [...(await usedByCalls(tx, actor, to)), ...(await usedByWebhooks(tx, actor, to))]
  return { type: 'list', data, to }
}

async function usedByCalls(tx: Tx, actor: Actor, to: Version): Promise<InUse[]> {
  const first = Math.floor(actor.now / DAY) - DAYS + 1
  const uses = await selectUses(tx, actor.workspace.id, first * DAY * 1000)
  const byClient = Map.groupBy(uses, use => JSON.stringify([use.registration_id, use.client, use.version]))
  return [...byClient.values()]
    .flatMap(rows => {
      const [any] = rows
      const from = any && parseVersion(any.version)
      if (!any || !from) return []
      const days = Array.from({ length: DAYS }, (_, at) => sum(rows.filter(row => row.day === first + at)))
      const calls = [...new Set(rows.map(row => `${row.method} ${row.path}`))]
      return {
        ...heading(any.registration_id, any.app_name, any.version),
        ...{ client: any.client, through: 'calls' as const, count: sum(rows), days },
        last_at: Math.floor(Math.max(...rows.map(row => row.last_ms)) / 1000),
        breakages: breakages({ from, to }, { calls }),
      }
    })
    .toSorted((a, b) => b.count - a.count)
}

async function usedByWebhooks(tx: Tx, actor: Actor, to: Version): Promise<InUse[]> {
  const told = (await ownedApps(tx, actor)).filter(app => app.webhook_url && app.webhook_topics.length > 0)
  return told.map(app => ({
    ...heading(app.id, app.name, versionOf(app)),
    ...{
      client: null,
      through: 'webhooks' as const,
      count: app.webhook_topics.length,
      days: [],
      last_at: null,
    },
    breakages: breakages({ from: versionOf(app), to }, { calls: [], topics: app.webhook_topics }),
  }))
}

const heading = (appId: number, appName: string, version: string) => ({
  ...{ type: 'version_in_use' as const, app_id: String(appId), app_name: appName, version },
})

const sum = (rows: { count: number }[]): number => rows.reduce((total, row) => total + row.count, 0)
