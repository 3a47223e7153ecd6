import { MessengerBannerList } from '../../models/messenger-banner.ts'
import { family } from '../../operation.ts'
import { model, optional, Type } from '../../schema.ts'

const mine = { access: 'messenger', scope: 'use_messenger' } as const

export const ClickBannerRequest = model('messenger_click_banner_request', {
  /** The one that was picked of those offered; without it the banner was followed. */
  reaction: optional(Type.String()),
})

/** Banners on the pages that somebody looks at. */
export const messengerBanners = family({
  show: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/banners',
    summary: 'The banners to show now: to ask is to show them, which is counted',
    answer: MessengerBannerList,
  },
  dismiss: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/banners/{view_id}/dismissals',
    summary: 'Put a banner away for good',
    status: 204,
  },
  click: {
    ...mine,
    method: 'POST',
    path: '/messenger/api/banners/{view_id}/clicks',
    summary: 'Say that a banner was followed, or reacted to',
    body: ClickBannerRequest,
    status: 204,
  },
})
