import { ArchivedContactList, ContactStanding } from '../../models/archived-contact.ts'
import { SearchRequest } from '../../models/search-request.ts'
import { family } from '../../operation.ts'

/** Finding those whom the published API archives and blocks, and tells nothing more of. */
export const archivedContacts = family({
  search: {
    access: 'session',
    method: 'POST',
    path: '/app/api/contacts/archived/search',
    scope: 'read_users_and_companies',
    summary: 'Archived contacts by query',
    reads: true,
    body: SearchRequest,
    answer: ArchivedContactList,
  },
  standing: {
    access: 'session',
    method: 'GET',
    path: '/app/api/contacts/{id}/standing',
    scope: 'read_users_and_companies',
    summary: 'Whether a contact is archived, blocked or merged away',
    answer: ContactStanding,
  },
})
