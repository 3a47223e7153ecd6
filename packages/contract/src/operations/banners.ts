import { BannerDismiss, BannerList } from '../models/banner.ts'
import { family } from '../operation.ts'

export const banners = family({
  list: {
    method: 'GET',
    path: '/contacts/{id}/banners',
    since: '2.16',
    scope: 'read_users_and_companies',
    summary: 'Banners a contact sees',
    // To ask is to show them, which is counted.
    reads: false,
    answer: BannerList,
  },
  dismiss: {
    method: 'POST',
    path: '/contacts/{id}/banners/{view_id}/dismiss',
    since: '2.16',
    scope: 'read_write_users',
    summary: 'Dismiss a banner for a contact',
    answer: BannerDismiss,
  },
})
