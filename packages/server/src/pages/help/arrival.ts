import type { FastifyRequest } from 'fastify'
import { type Clock, seconds } from '../../clock.ts'
import type { Tx } from '../../db/database.ts'
import { addressOf, type HelpCenterRow } from '../../domain/help-center/index.ts'
import { readerOf, type Site, selectSite } from '../../domain/help-site/index.ts'
import { textsFor } from './texts.ts'
import type { Visit } from './visit.ts'

/** Who comes to a help center: when, and by which address. */
export interface Arrival {
  clock: Clock
  publicUrl: string | undefined
}

/** The visit that a request is, in the language of its address or, where that names none, the reader's. Undefined where there is no such help center. */
export async function arrive(
  db: Tx,
  request: FastifyRequest,
  { site: name, locale }: { site?: string | undefined; locale?: string | undefined },
  { clock, publicUrl }: Arrival,
): Promise<Visit | undefined> {
  const site = await selectSite(db, name)
  if (!site) return undefined
  const { helpCenter } = site
  const language = helpCenter.locales.find(each => each === locale) ?? preferredOf(request, helpCenter)
  const isOwn = request.hostname.toLowerCase() === helpCenter.custom_domain
  const origin = (isOwn ? undefined : publicUrl) ?? `${request.protocol}://${request.host}`
  const actor = readerOf(site, { now: seconds(clock), origin, ip: request.ip })
  return {
    ...{ site, helpCenter, locale: language, says: textsFor(language), actor, base: baseOf(request, site) },
    home: addressOf(actor, helpCenter),
  }
}

const baseOf = ({ hostname }: FastifyRequest, { helpCenter }: Site): string =>
  hostname.toLowerCase() === helpCenter.custom_domain ? '' : `/help/${helpCenter.identifier}`

/** The best of the help center's languages for a browser; its default one where none fits. */
function preferredOf({ headers }: FastifyRequest, { locales, default_locale }: HelpCenterRow): string {
  const wanted = (headers['accept-language'] ?? '')
    .split(',')
    .map(range => range.split(';', 1)[0]?.trim().toLowerCase() ?? '')
  const fits = (each: string) =>
    wanted.findIndex(want => want.split('-')[0] === each.split('-')[0]?.toLowerCase())
  const known = locales.filter(each => fits(each) >= 0)
  return known.toSorted((a, b) => fits(a) - fits(b))[0] ?? default_locale
}
