import type { MessengerBannerList } from '@guichet/contract/models/messenger-banner.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { clickBanner, dismissBanner, showBanners } from '../banner/index.ts'
import { selfOf } from './messenger-actor.ts'

/** The banners that whoever looks is shown now; to ask is to show them. */
export async function showOwnBanners(tx: Tx, actor: Actor): Promise<Static<typeof MessengerBannerList>> {
  const { data } = await showBanners(tx, actor, selfOf(actor))
  return {
    type: 'list',
    data: data.map(({ view_id, title, body, style, position, show_dismiss_button, action }) => ({
      ...{ view_id, title, body: body ?? '', style: style === 'floating' ? 'floating' : 'inline' },
      ...{ position: position === 'bottom' ? 'bottom' : 'top', dismissible: show_dismiss_button },
      action: action && {
        ...{ label: action.label, target: webAddress(action.target) },
        reactions: action.reaction_set.map(each => each.unicode_emoticon),
      },
    })),
  }
}

/** A page is led nowhere but to the web and to mail. */
const webAddress = (target: string | null): string | null =>
  target !== null && /^(https?:|mailto:)/i.test(target) && URL.canParse(target) ? target : null

/** Takes a banner away for good; 404 for one that was never shown. */
export async function dismissOwnBanner(tx: Tx, actor: Actor, viewId: string): Promise<void> {
  await dismissBanner(tx, actor, { contactId: selfOf(actor), viewId })
}

/** Counts that a banner was followed, or reacted to; 404 for one that was never shown. */
export const clickOwnBanner = (
  tx: Tx,
  actor: Actor,
  { viewId, reaction }: { viewId: string; reaction?: string },
): Promise<void> => clickBanner(tx, actor, { contactId: selfOf(actor), viewId, reaction })
