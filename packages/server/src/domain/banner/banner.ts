import { errors, invalid, problem } from '@guichet/contract/errors.ts'
import { Banner, type BannerDismiss, type BannerList } from '@guichet/contract/models/banner.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { Compile } from 'typebox/schema'
import type { Tx } from '../../db/database.ts'
import { byNumericId } from '../../db/ids.ts'
import { append } from '../../events/append.ts'
import type { Actor } from '../actor.ts'
import { meantFor } from '../audience/index.ts'
import { requireContact } from '../contact/index.ts'
import { bannerClicked, bannerDismissed, bannerReceived } from './banner.events.ts'
import { mayReadBanners, mayWriteBanners } from './banner.policy.ts'
import {
  type BannerRow,
  countOnDay,
  markClicked,
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
  const meant = await meantFor(tx, actor, { contactId: contact.id, things: live })
  const shown = live.filter(({ id }) => meant.has(id))
  const views =
    shown.length === 0
      ? []
      : await upsertViews(
          tx,
          actor,
          contact.id,
          shown.map(({ id }) => id),
        )
  await countOnDay(
    tx,
    actor,
    shown.map(({ id }) => id),
    'impressions',
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
  const view = await requireView(tx, actor, { contactId, viewId })
  if (await markDismissed(tx, actor, view.view_id)) {
    await countOnDay(tx, actor, [view.id], 'dismissals')
    await append(tx, actor, bannerDismissed(view.contact_id, view))
  }
  return { type: 'banner_dismiss', view_id: String(view.view_id), dismissed: true }
}

/** Counts that a contact followed a banner, or reacted to it. 404 for one they were never shown, 400 for a reaction it does not offer. */
export async function clickBanner(
  tx: Tx,
  actor: Actor,
  { contactId, viewId, reaction }: { contactId: string; viewId: string; reaction?: string | undefined },
): Promise<void> {
  mayWriteBanners(actor)
  const view = await requireView(tx, actor, { contactId, viewId })
  const offered = isAction(view.action) ? (view.action?.reaction_set ?? []) : []
  if (reaction !== undefined && !offered.some(each => each.unicode_emoticon === reaction))
    throw invalid('reaction is not among those offered', 'reaction')
  if (!(await markClicked(tx, actor, view.view_id, reaction ?? null))) return
  await countOnDay(tx, actor, [view.id], 'clicks')
  await append(tx, actor, bannerClicked(view.contact_id, view))
}

async function requireView(
  tx: Tx,
  actor: Actor,
  { contactId, viewId }: { contactId: string; viewId: string },
) {
  const contact = await requireContact(tx, actor, contactId)
  const view = await byNumericId(viewId, key => selectView(tx, actor.workspace.id, contact.id, key))
  if (!view) throw problem(errors.notFound)
  return { ...view, contact_id: contact.id }
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

export const isAction = (stored: unknown): stored is BannerView['action'] => validator.Check(stored)
