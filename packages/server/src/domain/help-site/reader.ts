import { gatesAt } from '@guichet/contract/change.ts'
import { VERSIONS } from '@guichet/contract/version.ts'
import type { Actor } from '../actor.ts'
import type { Site } from './site.sql.ts'

/** Somebody who looks at a help center without having said who they are: they may read what is published, and write nothing. */
export function readerOf(site: Site, at: { now: number; origin: string; ip: string | undefined }): Actor {
  const version = VERSIONS.at(-1) ?? 'Preview'
  return {
    ...{ workspace: site.workspace, adminId: 0, appId: 0, scopes: new Set(['read_articles_scope']) },
    ...{ version, gates: gatesAt(version), strict: false, ...at },
  }
}
