import { errors, invalid, missing, problem } from '@guichet/contract/errors.ts'
import { fieldsOf } from '@guichet/contract/fields.ts'
import type { HelpCenterSite } from '@guichet/contract/models/help-center-site.ts'
import type { UpdateHelpCenterSiteRequest } from '@guichet/contract/operations/inbox/help-center-sites.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { announce } from '../../db/announce.ts'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import type { Actor } from '../actor.ts'
import { addressOf } from '../help-center/index.ts'
import { permission } from '../permission.ts'
import { listCustomerTypes } from '../ticket-type/index.ts'
import { linksIn } from './site.sql.ts'
import { selectTheme, type ThemePatch, type ThemeRow, updateTheme } from './theme.sql.ts'

type SiteView = Static<typeof HelpCenterSite>
type Change = Static<typeof UpdateHelpCenterSiteRequest>

/** Processes listen here for domains that lead elsewhere from now on. */
export const HELP_DOMAIN_CHANNEL = 'guichet_help_domains'

const maySee = permission('read_articles_scope')
const mayChange = permission('manage_workspace')

/** How a help center looks and what it offers; 404 when there is none. */
export async function findSite(tx: Tx, actor: Actor, id: string): Promise<SiteView> {
  maySee(actor)
  return view(actor, await requireTheme(tx, actor, id))
}

/** Changes how a help center looks; 400 for what cannot be shown, and for a domain that leads elsewhere. */
export async function changeSite(
  tx: Tx,
  actor: Actor,
  { id, change }: { id: string; change: Change },
): Promise<SiteView> {
  mayChange(actor)
  const before = await requireTheme(tx, actor, id)
  await updateTheme(tx, actor, before.id, await read(tx, actor, change)).catch((error: unknown) => {
    // Of two who want a domain, one gets it.
    if (fieldsOf(error)['constraint'] === 'help_centers_domain_idx')
      throw invalid('custom_domain is that of another help center', 'custom_domain')
    throw error
  })
  const after = await requireTheme(tx, actor, id)
  if (after.custom_domain !== before.custom_domain || after.website_turned_on !== before.website_turned_on)
    await announce(tx, HELP_DOMAIN_CHANNEL, after.identifier)
  return view(actor, after)
}

async function requireTheme(tx: Tx, actor: Actor, id: string): Promise<ThemeRow> {
  const key = numericId(id)
  const row = key === undefined ? undefined : await selectTheme(tx, actor.workspace.id, key)
  if (!row) throw problem(errors.notFound)
  return row
}

async function read(tx: Tx, actor: Actor, change: Change): Promise<ThemePatch> {
  const { display_name, accent_color, headline, logo_url, links, custom_domain, contact, ...rest } = change
  if (display_name !== undefined && (display_name.trim() === '' || display_name.length > 120))
    throw invalid('display_name must have 1 to 120 characters', 'display_name')
  if (accent_color !== undefined && !/^#[0-9a-f]{6}$/i.test(accent_color))
    throw invalid('accent_color must be such as #0b6b57', 'accent_color')
  for (const [locale, words] of Object.entries(headline ?? {}))
    if (!/^[a-z]{2,3}(-[A-Za-z]{2,4})?$/.test(locale) || words.length > 200)
      throw invalid('headline may have 200 characters in each language', 'headline')
  if (logo_url != null && !isSecure(logo_url))
    throw invalid('logo_url must be an address of the web that begins with https', 'logo_url')
  return {
    ...(display_name !== undefined && { display_name: display_name.trim() }),
    ...(accent_color !== undefined && { accent_color: accent_color.toLowerCase() }),
    ...(headline !== undefined && { headline }),
    ...(logo_url !== undefined && { logo_url }),
    ...(links !== undefined && { links: readLinks(links) }),
    ...(custom_domain !== undefined && { custom_domain: readDomain(actor, custom_domain) }),
    ...(contact !== undefined && { contact_form: contact !== 'off' }),
    ...(await readContact(tx, actor, change)),
    ...(rest.shows_news !== undefined && { shows_news: rest.shows_news }),
    ...(rest.website_turned_on !== undefined && { website_turned_on: rest.website_turned_on }),
  }
}

async function readContact(tx: Tx, actor: Actor, { contact, contact_ticket_type_id: wanted }: Change) {
  if (contact === 'ticket' && wanted == null) throw missing('contact_ticket_type_id')
  if (contact === 'conversation' || wanted === null) return { contact_ticket_type_id: null }
  if (wanted === undefined) return {}
  const type = (await listCustomerTypes(tx, actor)).find(({ id }) => String(id) === wanted)
  if (!type)
    throw invalid('contact_ticket_type_id is no type that customers may ask for', 'contact_ticket_type_id')
  return { contact_ticket_type_id: type.id }
}

const isSecure = (url: string): boolean =>
  url.length <= 2048 && url.startsWith('https://') && URL.canParse(url)

function readLinks(links: { label: string; url: string }[]): { label: string; url: string }[] {
  if (links.length > 8) throw invalid('there may be at most 8 links', 'links')
  return links.map(({ label, url }) => {
    if (label.trim() === '' || label.length > 60)
      throw invalid('a link has a label of 1 to 60 characters', 'links')
    if (url.length > 2048 || !/^(https?:|mailto:)/i.test(url) || !URL.canParse(url))
      throw invalid('a link leads to an address of the web or of mail', 'links')
    return { label: label.trim(), url }
  })
}

/** A name of the web, without a port or a path; not our own. */
function readDomain(actor: Actor, domain: string | null): string | null {
  const name = domain?.trim().toLowerCase() ?? ''
  if (name === '') return null
  const isName =
    name.length <= 253 && /^(?!-)[a-z0-9-]{1,63}(\.[a-z0-9-]{1,63})+$/.test(name) && !/^[\d.]+$/.test(name)
  if (!isName) throw invalid('custom_domain must be a name such as help.example.com', 'custom_domain')
  if (URL.canParse(actor.origin) && new URL(actor.origin).hostname === name)
    throw invalid('custom_domain cannot be that of this server', 'custom_domain')
  return name
}

function view(actor: Actor, row: ThemeRow): SiteView {
  return {
    ...{ type: 'help_center_site', id: String(row.id), url: addressOf(actor, row) },
    ...{ display_name: row.display_name, website_turned_on: row.website_turned_on },
    ...{ custom_domain: row.custom_domain, accent_color: row.accent_color, logo_url: row.logo_url },
    headline: Object.fromEntries(
      Object.entries(fieldsOf(row.headline)).filter(
        (each): each is [string, string] => typeof each[1] === 'string',
      ),
    ),
    ...{ links: linksIn(row.links), shows_news: row.shows_news, locales: row.locales },
    contact: !row.contact_form ? 'off' : row.contact_ticket_type_id === null ? 'conversation' : 'ticket',
    contact_ticket_type_id: row.contact_ticket_type_id === null ? null : String(row.contact_ticket_type_id),
  }
}
