import { banners } from '@guichet/contract/operations/banners.ts'
import { dismissBanner, showBanners } from '../domain/banner/index.ts'
import { handlers } from './handlers.ts'

export const bannerRoutes = handlers(banners, {
  list: ({ tx, actor, params }) => showBanners(tx, actor, params.id),
  dismiss: ({ tx, actor, params }) =>
    dismissBanner(tx, actor, { contactId: params.id, viewId: params.view_id }),
})
