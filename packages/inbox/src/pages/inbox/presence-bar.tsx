import { PenLine, TriangleAlert } from 'lucide-react'
import type { Conversation, Part } from '../../data/conversations.ts'
import { useCustomerName } from '../../data/customer.ts'
import { useMe } from '../../data/me.ts'
import { usePresent } from '../../data/presence.ts'
import { useTyping } from '../../data/typing.ts'
import { clockTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'

/** Above the composer: that the customer types, and a warning where somebody else answers the same, or has. */
export function PresenceBar({ conversation }: { conversation: Conversation }) {
  const { kind, says } = useWhatToSay(conversation)
  const isWarning = kind === 'warning'
  const Icon = isWarning ? TriangleAlert : PenLine
  return (
    // It is there while it says nothing, so that a screen reader hears when it does.
    <div role="status">
      {says && (
        <p
          className={
            isWarning
              ? 'mb-1.5 flex items-center gap-2 rounded-lg bg-warning-soft px-3 py-1.5 font-medium text-sm text-warning'
              : 'mb-1 flex items-center gap-1.5 px-1 text-faint text-sm'
          }
        >
          <Icon size={14} aria-hidden="true" className="shrink-0" />
          <span className="min-w-0">{says}</span>
        </p>
      )}
    </div>
  )
}

function useWhatToSay(conversation: Conversation): { kind: 'warning' | 'news'; says: string | undefined } {
  const me = useMe()
  const { behind } = useTyping(conversation.id)
  const customer = useCustomerName(conversation)
  const typing = usePresent(conversation.id).filter(({ doing }) => doing === 'typing')
  const replied = behind === undefined ? undefined : replySince(conversation, behind, me.admin.id)
  if (replied)
    return {
      kind: 'warning',
      says: t('inbox.repliedSince', {
        name: replied.author.name || t('inbox.nobody'),
        time: clockTime(replied.created_at),
      }),
    }
  const colleagues = typing.filter(({ kind }) => kind === 'teammate').map(({ name }) => name)
  if (colleagues.length > 0)
    return { kind: 'warning', says: t('inbox.isReplying', { name: colleagues.join(', ') }) }
  return { kind: 'news', says: typing.length > 0 ? t('inbox.isTyping', { name: customer }) : undefined }
}

/** The last reply by another teammate behind a part. */
const replySince = (conversation: Conversation, behind: number, me: string): Part | undefined =>
  conversation.conversation_parts?.conversation_parts.findLast(
    ({ id, part_type, author }) =>
      part_type === 'comment' && author.type === 'admin' && author.id !== me && Number(id) > behind,
  )

/** The id of the last part there is, for telling what came behind it. */
export const lastPartOf = ({ conversation_parts: listed }: Conversation): number =>
  Number(listed?.conversation_parts.at(-1)?.id ?? 0)
