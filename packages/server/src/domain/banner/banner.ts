import { errors, problem } from '@guichet/contract/errors.ts'
import { Banner, type BannerDismiss, type BannerList } from '@guichet/contract/models/banner.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import { numericId } from '../../db/ids.ts'
import { json } from '../../db/json.ts'
import { append } from '../../events/append.ts'
import { articleBody } from '../../text/article-html.ts'
import type { Actor } from '../actor.ts'
import { inAudiences } from '../audience/index.ts'
import { requireContact } from '../contact/index.ts'
import { bannerDismissed, bannerReceived } from './banner.events.ts'
import { mayReadBanners, mayWriteBanners } from './banner.policy.ts'
import {
  type BannerRow,
  insertBanner,
  markDismissed,
  selectLive,
  selectView,
  upsertViews,
} from './banner.sql.ts'

type BannerView = Static<typeof Banner>

/** The banners a contact is shown now: to ask is to show them, so each counts as an impression. */
export async function showBanners(
  tx: Tx,
  actor: Actor,
  contactId: string,
): Promise<Static<typeof BannerList>> {
  mayReadBanners(actor)
  const contact = await requireContact(tx, actor, contactId)
  const live = await selectLive(tx, actor.workspace.id, contact.id)
  const audienceIds = [...new Set(live.flatMap(({ audience_id }) => audience_id ?? []))]
  const within = await inAudiences(tx, actor, { contactId: contact.id, audienceIds })
  const shown = live.filter(({ audience_id }) => audience_id === null || within.has(audience_id))
  const views =
    shown.length === 0
      ? []
      : await upsertViews(
          tx,
          actor,
          contact.id,
          shown.map(({ id }) => id),
        )
  const byBanner = new Map(views.map(view => [view.banner_id, view]))
  const data = shown.flatMap(row => {
    const view = byBanner.get(row.id)
    return view ? [viewBanner(row, view)] : []
  })
  const firsts = views.filter(({ impressions }) => impressions === 1).map(({ id }) => id)
  await append(
    tx,
    actor,
    ...shown.flatMap(row => {
      const view_id = byBanner.get(row.id)?.id
      return view_id !== undefined && firsts.includes(view_id)
        ? [bannerReceived(contact.id, { ...row, view_id })]
        : []
    }),
  )
  return { type: 'list', data }
}

/** Takes a banner away from a contact for good; twice is once. 404 for a banner the contact was never shown. */
export async function dismissBanner(
  tx: Tx,
  actor: Actor,
  { contactId, viewId }: { contactId: string; viewId: string },
): Promise<Static<typeof BannerDismiss>> {
  mayWriteBanners(actor)
  const contact = await requireContact(tx, actor, contactId)
  const key = numericId(viewId)
  const view = key === undefined ? undefined : await selectView(tx, actor.workspace.id, contact.id, key)
  if (!view) throw problem(errors.notFound)
  if (view.dismissed_at === null) {
    await markDismissed(tx, actor, view.view_id)
    await append(tx, actor, bannerDismissed(contact.id, view))
  }
  return { type: 'banner_dismiss', view_id: String(view.view_id), dismissed: true }
}

/** Makes a live banner, for an audience or for everybody. No call of the public API does. */
export function createBanner(
  tx: Tx,
  actor: Actor,
  banner: { title?: string; body: string; audienceId?: number; action?: BannerView['action'] },
): Promise<number> {
  return insertBanner(tx, actor, {
    state: 'live',
    title: banner.title ?? null,
    body: articleBody(banner.body),
    action: banner.action ? json(banner.action) : null,
    audience_id: banner.audienceId ?? null,
  })
}

const viewBanner = (row: BannerRow, view: { id: number; created_at: number }): BannerView => ({
  type: 'banner',
  id: String(row.id),
  view_id: String(view.id),
  title: row.title,
  body: row.body,
  style: row.style,
  position: row.position,
  show_dismiss_button: row.show_dismiss_button,
  action: isAction(row.action) ? row.action : null,
  client_targeting: null,
  created_at: view.created_at,
})

const validator = Compile(Banner.properties.action)

const isAction = (stored: unknown): stored is BannerView['action'] => validator.Check(stored)
