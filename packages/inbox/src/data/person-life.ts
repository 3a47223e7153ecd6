import { errors } from '@guichet/contract/errors.ts'
import { contactHistory } from '@guichet/contract/operations/contact-history.ts'
import { contacts } from '@guichet/contract/operations/contacts.ts'
import { archivedContacts } from '@guichet/contract/operations/inbox/archived-contacts.ts'
import { firstMessages } from '@guichet/contract/operations/inbox/first-messages.ts'
import { type QueryClient, skipToken, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { useChange } from './change.ts'
import { isGone } from './query.ts'
import { queryOf } from './query-of.ts'
import { Refusal } from './refusal.ts'

const standingQuery = (id: string) => queryOf(archivedContacts.standing, { params: { id } })

/** Whether somebody is archived, blocked or merged away; undefined until that is known. */
export const useStanding = (id: string) => useQuery(standingQuery(id)).data

/** Whether somebody is not there any more: deleted, or merged into somebody else. */
export const isAway = (error: unknown): boolean => isGone(error) || isMergedAway(error)

export const isMergedAway = (error: unknown): boolean =>
  error instanceof Refusal && error.code === errors.contactMerged.code

const SHELVED = [contacts.search, archivedContacts.search, archivedContacts.standing, firstMessages.reach]

/** Takes somebody out of all lists, and brings them back: shown at once, taken back where the server refuses. */
export function useShelve() {
  const failed = t('inbox.actFailed')
  const archive = useChange(contacts.archive, {
    ...{ refresh: SHELVED, failed },
    show: (client, { params }) => showArchived(client, params.id, Math.floor(Date.now() / 1000)),
  })
  const bringBack = useChange(contacts.unarchive, {
    ...{ refresh: SHELVED, failed },
    show: (client, { params }) => showArchived(client, params.id, null),
  })
  return { archive, bringBack }
}

function showArchived(client: QueryClient, id: string, archived_at: number | null): () => void {
  const { queryKey } = standingQuery(id)
  const before = client.getQueryData(queryKey)
  client.setQueryData(queryKey, before && { ...before, archived_at })
  return () => client.setQueryData(queryKey, before)
}

/** Archives somebody with their conversations, for good. */
export function useBlock() {
  const client = useQueryClient()
  const block = useChange(contacts.block, { failed: t('inbox.actFailed') })
  return {
    ...block,
    /** What is shown of them, and of their conversations, is asked anew. */
    refresh: () => client.invalidateQueries(),
  }
}

export const useDeletePerson = () => useChange(contacts.delete, { failed: t('inbox.actFailed') })

/** Once no page shows somebody who is gone, nothing that was known of them is kept, and all else is asked anew. */
export function useForget() {
  const client = useQueryClient()
  return (id: string) => {
    client.removeQueries({ predicate: ({ queryKey }) => JSON.stringify(queryKey).includes(`"${id}"`) })
    return client.invalidateQueries()
  }
}

interface Pair {
  /** The lead, who goes. */
  from: string
  /** The user, who stays. */
  into: string
  skip_duplicate_validation: boolean
}

/** What a merge would do, or why it may not be done. */
export const useMergePreview = (pair: Pair | undefined) =>
  useQuery({
    ...(pair
      ? queryOf(contactHistory.previewMerge, { body: pair })
      : { queryKey: [contactHistory.previewMerge.path], queryFn: skipToken }),
    staleTime: 0,
  })

/** Merges a lead into a user; what is known of who stays is there at once. */
export function useMergePeople() {
  const client = useQueryClient()
  const merge = useChange(contacts.merge)
  const mutate = (pair: Pair, onDone: () => void) =>
    merge.mutate(
      { body: pair },
      {
        onSuccess: contact => {
          client.setQueryData(queryOf(contacts.find, { params: { id: contact.id } }).queryKey, contact)
          onDone()
        },
      },
    )
  return { mutate, isPending: merge.isPending, error: merge.error }
}
