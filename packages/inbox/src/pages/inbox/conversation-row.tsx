import { useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import { type Conversation, type Listed, prefetchConversation } from '../../data/conversations.ts'
import { useNames } from '../../data/team.ts'
import { plainOf } from '../../parts/plain.ts'
import { PriorityMark } from '../../parts/priority-mark.tsx'
import { called, calledAuthor } from '../../text/called.ts'
import { fullTime, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'

export const ROW_HEIGHT = 72

/** A conversation in a list: who, since when, what about, and whether anybody has it. */
export const ConversationRow = memo(function ConversationRow({
  item,
  viewId,
  isCurrent,
  isChosen,
}: {
  item: Listed
  viewId: string
  isCurrent: boolean
  isChosen: boolean
}) {
  const { conversation, person } = item
  const client = useQueryClient()
  const who = nameOf(item)
  const title = conversation.title ?? ticketTitle(conversation)
  const says = saysOf(item)
  return (
    <Link
      to="/inbox/$view/{-$id}"
      params={{ view: viewId, id: conversation.id }}
      onPointerEnter={() => void prefetchConversation(client, conversation.id)}
      aria-current={isCurrent ? 'true' : undefined}
      className={cx(
        'relative flex h-full gap-3 border-line border-b px-4 py-3 -outline-offset-2 transition-colors hover:bg-hover aria-[current]:bg-accent-soft',
        isChosen && 'bg-accent-soft',
      )}
    >
      {!conversation.read && (
        <span className="absolute inset-s-1.25 top-5.5 size-1.5 rounded-full bg-accent">
          <span className="sr-only">{t('inbox.unread')}</span>
        </span>
      )}
      <Avatar name={who} image={person?.avatar_url} />
      <span className="min-w-0 flex-1">
        <span className="flex items-baseline gap-2">
          <span
            className={cx('min-w-0 flex-1 truncate', conversation.read ? 'font-medium' : 'font-semibold')}
          >
            {who}
          </span>
          <time
            dateTime={new Date(conversation.updated_at * 1000).toISOString()}
            title={fullTime(conversation.updated_at)}
            className="shrink-0 text-faint text-sm"
          >
            {shortAgo(conversation.updated_at)}
          </time>
        </span>
        <span className="mt-0.5 flex items-center gap-2">
          <span className="min-w-0 flex-1 truncate text-soft">
            {title && <span className="text-ink">{title}</span>}
            {title && says && <span className="text-faint"> · </span>}
            {says || (title ? '' : wordless(conversation))}
          </span>
          {conversation.priority !== 'none' && <PriorityMark priority={conversation.priority} />}
          <AssigneeMark adminId={conversation.admin_assignee_id} />
        </span>
      </span>
    </Link>
  )
})

/** Whom a line is about. */
export const nameOf = ({ conversation: { source }, person }: Listed): string =>
  person ? called(person) : calledAuthor(source.author)

function AssigneeMark({ adminId }: { adminId: number }) {
  const name = useNames()('admin', adminId)
  return name === undefined ? null : (
    <span title={name} className="flex">
      <Avatar name={name} size="sm" />
      <span className="sr-only">{name}</span>
    </span>
  )
}

/** What was said last, and by whom where that was not the customer; what it began with where nothing followed. */
function saysOf({ conversation, preview }: Listed): string {
  if (!preview) return plainOf(conversation.source.body)
  const says = preview.text || (preview.has_attachments ? t('inbox.attachmentOnly') : '')
  if (preview.kind === 'note') return t('inbox.previewNote', { says })
  return ['admin', 'bot'].includes(preview.author_type)
    ? t('inbox.previewFrom', { who: preview.author_name?.split(' ')[0] ?? t('inbox.nobody'), says })
    : says
}

/** What a conversation began with that began without words. */
const wordless = ({ source }: Conversation): string =>
  t(source.type === 'phone_call' ? 'inbox.phoneCall' : 'inbox.attachmentOnly')

const ticketTitle = ({ ticket }: Conversation): string | undefined =>
  typeof ticket?.['title'] === 'string' ? ticket['title'] : undefined
