import type { HelpCenter } from '@guichet/contract/models/help-center.ts'
import type { KnowledgeSite } from '@guichet/contract/models/knowledge.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { slugOf } from '../../text/slug.ts'
import type { Actor } from '../actor.ts'
import type { HelpCenterRow } from './help-center.sql.ts'

export const viewHelpCenter = (actor: Actor, row: HelpCenterRow): Static<typeof HelpCenter> => ({
  id: String(row.id),
  workspace_id: actor.workspace.id,
  created_at: row.created_at,
  updated_at: row.updated_at,
  identifier: row.identifier,
  website_turned_on: row.website_turned_on,
  display_name: row.display_name,
  url: addressOf(actor, row),
  custom_domain: row.custom_domain,
  default: row.is_default,
  locales: row.locales,
})

/** A help center as the pages of knowledge need it. */
export const viewSite = (actor: Actor, row: HelpCenterRow): Static<typeof KnowledgeSite> => ({
  ...{ id: String(row.id), name: row.display_name, default: row.is_default },
  ...{ default_locale: row.default_locale, locales: row.locales, url: addressOf(actor, row) },
  website_turned_on: row.website_turned_on,
})

/** Where the world finds a help center. */
export const addressOf = (
  actor: Actor,
  { custom_domain, identifier }: Pick<HelpCenterRow, 'custom_domain' | 'identifier'>,
): string => (custom_domain === null ? `${actor.origin}/help/${identifier}` : `https://${custom_domain}`)

/** Where the world finds one of its pages: `…/en/articles/39-this-is-the-article-title`. */
export function pageAddress(
  actor: Actor,
  helpCenter: HelpCenterRow,
  page: { locale: string; kind: 'articles' | 'collections'; id: number; title: string },
): string {
  const slug = slugOf(page.title)
  return `${addressOf(actor, helpCenter)}/${page.locale}/${page.kind}/${page.id}${slug && `-${slug}`}`
}

/** Whether content is shown in its languages. */
export const isMultilingual = ({ locales }: HelpCenterRow): boolean => locales.length > 1
