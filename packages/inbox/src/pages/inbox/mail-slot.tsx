import { createContext, lazy, type ReactNode, Suspense } from 'react'
import type { Conversation, Part } from '../../data/conversations.ts'

/** What stands below a part that came or left by mail. */
export const MailSlot = createContext<(part: Part) => ReactNode>(() => null)

/** Loaded for conversations that have mails: others go without. */
const MailFeet = lazy(async () => ({ default: (await import('./mail-foot.tsx')).MailFeet }))

/** Has the parts of a conversation show the mails they came or left by. */
export function WithMails({ conversation, children }: { conversation: Conversation; children: ReactNode }) {
  const parts = conversation.conversation_parts?.conversation_parts ?? []
  const { type, delivered_as } = conversation.source
  const isMailed =
    type === 'email' ||
    // What the team wrote first is mailed where it stays unseen.
    delivered_as === 'admin_initiated' ||
    parts.some(({ email_message_metadata }) => email_message_metadata)
  if (!isMailed) return children
  return (
    <Suspense fallback={children}>
      <MailFeet conversation={conversation}>{children}</MailFeet>
    </Suspense>
  )
}
