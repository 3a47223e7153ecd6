import type { MessengerContact } from '@guichet/contract/models/messenger.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { ContactRef } from '../contact/index.ts'

/** Somebody as their own messenger shows them. `user_id` is what pages know a visitor by. */
export const viewPerson = ({
  id,
  role,
  external_id,
  email,
  name,
}: ContactRef): Static<typeof MessengerContact> => ({
  type: 'messenger_contact',
  id,
  role,
  user_id: external_id,
  email,
  name,
})
