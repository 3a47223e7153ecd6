import type { Happening } from '../../events/append.ts'

/** The first time a contact reads an item. */
export const newsReceived = (of: { itemId: number; title: string; contactId: string }): Happening => ({
  topic: 'content_stat.news_item',
  object: { type: 'news_item', id: String(of.itemId) },
  payload: {
    ...{ contact_id: of.contactId, stat_type: 'receipt', content_title: of.title },
    receipt_id: `${of.itemId}-${of.contactId}`,
  },
})
