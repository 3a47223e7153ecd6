import type { Happening } from '../../events/append.ts'

interface View {
  id: number
  title: string | null
  view_id: number
}

const about =
  (stat: string) =>
  (contactId: string, { id, title, view_id }: View): Happening => ({
    topic: 'content_stat.banner',
    object: { type: 'banner', id: String(id) },
    payload: { contact_id: contactId, stat_type: stat, content_title: title, receipt_id: String(view_id) },
  })

/** The first time a contact is shown a banner. */
export const bannerReceived = about('receipt')
export const bannerDismissed = about('dismissal')
export const bannerClicked = about('click')
