import type { SubscriptionType, Translation } from '@guichet/contract/models/subscription-type.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { SubscriptionTypeRow } from './subscription.sql.ts'

export type SubscriptionTypeView = Static<typeof SubscriptionType>

export const viewSubscriptionType = (row: SubscriptionTypeRow): SubscriptionTypeView => ({
  type: 'subscription',
  id: String(row.id),
  state: row.state,
  consent_type: row.consent_type,
  default_translation: viewTranslation(row.default_translation),
  translations: Array.isArray(row.translations) ? row.translations.map(viewTranslation) : [],
  content_types: row.content_types.map(type => (type === 'sms_message' ? 'sms_message' : 'email')),
})

function viewTranslation(stored: unknown): Static<typeof Translation> {
  const { name, description, locale } = { ...NO_WORDS, ...(typeof stored === 'object' && stored) }
  return { name, description, locale }
}

const NO_WORDS: Static<typeof Translation> = { name: '', description: '', locale: 'en' }
