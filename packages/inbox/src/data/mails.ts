import type { ConversationMail, Mailbox, MailSettings } from '@guichet/contract/models/mailbox.ts'
import { mail } from '@guichet/contract/operations/inbox/mail.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useQuery } from '@tanstack/react-query'
import { useChange } from './change.ts'
import { call } from './client.ts'
import type { Conversation } from './conversations.ts'
import { queryOf } from './query-of.ts'

export type MailOfPart = Static<typeof ConversationMail>
export type MailboxView = Static<typeof Mailbox>
export type MailSettingsView = Static<typeof MailSettings>

/** The mails of a conversation by the parts they carried; the one it began with by `source`: it is part 0. */
export function useMails(conversation: Conversation): ReadonlyMap<string, MailOfPart> {
  const { id, conversation_parts } = conversation
  const parts = conversation_parts?.conversation_parts ?? []
  const mailed = parts.filter(part => part.email_message_metadata)
  const { data } = useQuery({
    ...queryOf(mail.ofConversation, { params: { id } }),
    queryKey: [mail.ofConversation.path, id, parts.at(-1)?.id, mailed.length],
    placeholderData: before => before,
    // Whether a mail has arrived is told by nobody: what waits is looked at again.
    refetchInterval: ({ state }) => {
      const known = state.data?.data ?? []
      return known.some(isWaiting) || (known.length === 0 && isAboutToLeave(conversation)) ? 4000 : false
    },
  })
  return new Map(
    data?.data.flatMap(each =>
      each.part_ids.length === 0
        ? [['source', each] as const]
        : each.part_ids.map(part => [part === '0' ? 'source' : part, each] as const),
    ),
  )
}

/** An e-mail that a conversation began with is written a moment later. */
const isAboutToLeave = ({ source, created_at }: Conversation): boolean =>
  source.type === 'email' &&
  source.delivered_as === 'admin_initiated' &&
  Date.now() / 1000 - created_at < MOMENT

const MOMENT = 120

const isWaiting = ({ deliveries }: MailOfPart): boolean =>
  deliveries.some(({ status }) => status === 'pending')

export const useMailboxes = () => useQuery(queryOf(mail.list, {}))
export const useMailSettings = () => useQuery(queryOf(mail.settings, {}))
export const useIncomingMails = () => useQuery(queryOf(mail.incoming, {}))

export const useCreateMailbox = () => useChange(mail.create, { refresh: [mail.list] })
export const useUpdateMailbox = () => useChange(mail.update, { refresh: [mail.list] })
export const useRenewMailbox = () => useChange(mail.renewSecret, { refresh: [mail.list] })
export const useCheckMailbox = () => useChange(mail.check, { refresh: [mail.list] })
export const useLookIntoMailbox = () => useChange(mail.look, { refresh: [mail.list, mail.incoming] })
export const useTakeMailAgain = () => useChange(mail.again, { refresh: [mail.incoming] })
export const useUpdateMailSettings = () => useChange(mail.updateSettings, { refresh: [mail.settings] })
export const removeMailbox = (id: string) => call(mail.remove, { params: { id } })
