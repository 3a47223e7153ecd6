import { model, nullable, since, Timestamp, Type } from '../schema.ts'
import { ContactReference } from './contact.ts'
import { Reference } from './reference.ts'

export const ConversationRating = model('conversation_rating', {
  rating: nullable(Type.Integer()),
  remark: nullable(Type.String()),
  created_at: Timestamp(),
  updated_at: since('2.14', Timestamp()),
  contact: nullable(ContactReference),
  teammate: nullable(Reference),
})
