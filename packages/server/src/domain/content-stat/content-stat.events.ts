import type { ContentKind } from '@guichet/contract/content-kinds.ts'
import type { Happening } from '../../events/append.ts'

interface Stat {
  id: number
  kind: ContentKind
  contactId: string
  companyId: string | null
}

/** The log has whom it is about; what they answered goes with them when they are forgotten. */
export const contentStat = ({ id, kind, contactId, companyId }: Stat): Happening => ({
  topic: `content_stat.${kind}`,
  object: { type: 'content_stat', id: String(id) },
  payload: { contact_id: contactId, ...(companyId !== null && { company_id: companyId }) },
})
