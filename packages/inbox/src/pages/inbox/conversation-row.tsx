import { Link } from '@tanstack/react-router'
import { memo } from 'react'
import type { Listed } from '../../data/conversations.ts'
import { useNames } from '../../data/team.ts'
import { plainOf } from '../../parts/plain.ts'
import { PriorityMark } from '../../parts/priority-mark.tsx'
import { fullTime, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { cx } from '../../ui/cx.ts'

export const ROW_HEIGHT = 72

/** A conversation in a list: who, since when, what about, and whether anybody has it. */
export const ConversationRow = memo(function ConversationRow({
  conversation,
  viewId,
  isCurrent,
}: {
  conversation: Listed
  viewId: string
  isCurrent: boolean
}) {
  const { author } = conversation.source
  const who = author.name || author.email || t('inbox.nobody')
  const title = conversation.title ?? ticketTitle(conversation)
  const says = plainOf(conversation.source.body)
  return (
    <Link
      to="/inbox/$view/{-$id}"
      params={{ view: viewId, id: conversation.id }}
      aria-current={isCurrent ? 'true' : undefined}
      className="relative flex h-full gap-3 border-line border-b px-4 py-3 -outline-offset-2 transition-colors hover:bg-hover aria-[current]:bg-accent-soft"
    >
      {!conversation.read && (
        <span className="absolute inset-s-1.25 top-5.5 size-1.5 rounded-full bg-accent">
          <span className="sr-only">{t('inbox.unread')}</span>
        </span>
      )}
      <Avatar name={who} />
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
            {says || (title ? '' : t('inbox.attachmentOnly'))}
          </span>
          {conversation.priority !== 'none' && <PriorityMark priority={conversation.priority} />}
          <AssigneeMark adminId={conversation.admin_assignee_id} />
        </span>
      </span>
    </Link>
  )
})

function AssigneeMark({ adminId }: { adminId: number }) {
  const name = useNames()('admin', adminId)
  return name === undefined ? null : (
    <span title={name} className="flex">
      <Avatar name={name} size="sm" />
      <span className="sr-only">{name}</span>
    </span>
  )
}

const ticketTitle = ({ ticket }: Listed): string | undefined =>
  typeof ticket?.['title'] === 'string' ? ticket['title'] : undefined
