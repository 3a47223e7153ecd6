import { fieldsOf } from '@guichet/contract/fields.ts'
import type { Tx } from '../../db/database.ts'
import type { Workspace } from '../actor.ts'
import type { HelpCenterRow } from '../help-center/index.ts'

/** A help center that the world may visit, and the workspace it is of. */
export interface Site {
  workspace: Workspace
  helpCenter: HelpCenterRow
  /** Such as `#0b6b57`. */
  accent: string
  /** The words on top of its start page, by locale. */
  headline: unknown
  /** A picture that stands for its name. */
  logoUrl: string | null
  /** What leads elsewhere from its bar. */
  links: SiteLink[]
  /** How its readers write to the team; without a type of ticket they begin a conversation. */
  contact: { on: boolean; ticketTypeId: number | null }
  showsNews: boolean
}

export interface SiteLink {
  label: string
  url: string
}

/** The links of a bar as they are stored. */
export const linksIn = (stored: unknown): SiteLink[] =>
  (Array.isArray(stored) ? stored : []).flatMap(each => {
    const { label, url } = fieldsOf(each)
    return typeof label === 'string' && typeof url === 'string' ? [{ label, url }] : []
  })

/** The site of a name such as `demo2026`; without one the first of the server. Spans workspaces: nobody has signed in. */
export async function selectSite(db: Tx, identifier: string | undefined): Promise<Site | undefined> {
  const row = await db
    .selectFrom('help_centers')
    .innerJoin('workspaces', 'workspaces.id', 'help_centers.workspace_id')
    .selectAll('help_centers')
    .select(['workspaces.name', 'workspaces.timezone'])
    .where('help_centers.website_turned_on', '=', true)
    .$if(identifier !== undefined, query => query.where('help_centers.identifier', '=', identifier ?? ''))
    .orderBy('help_centers.created_at')
    .orderBy('help_centers.id')
    .limit(1)
    .executeTakeFirst()
  return (
    row && {
      workspace: { id: row.workspace_id, name: row.name, timezone: row.timezone },
      helpCenter: row,
      accent: row.accent_color,
      headline: row.headline,
      logoUrl: row.logo_url,
      links: linksIn(row.links),
      contact: { on: row.contact_form, ticketTypeId: row.contact_ticket_type_id },
      showsNews: row.shows_news,
    }
  )
}

/** The names of the help centers that have a domain of their own, by it. Spans workspaces. */
export async function selectDomains(db: Tx): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('help_centers')
    .select(['identifier', 'custom_domain'])
    .where('custom_domain', 'is not', null)
    .where('website_turned_on', '=', true)
    .execute()
  return new Map(rows.map(row => [row.custom_domain ?? '', row.identifier]))
}
