import { archivedContacts } from '@guichet/contract/operations/inbox/archived-contacts.ts'
import { findStanding, searchArchived } from '../../domain/contact/index.ts'
import { handlers } from '../handlers.ts'

export const archivedContactRoutes = handlers(archivedContacts, {
  search: ({ tx, actor, body }) => searchArchived(tx, actor, body),
  standing: ({ tx, actor, params }) => findStanding(tx, actor, params.id),
})
