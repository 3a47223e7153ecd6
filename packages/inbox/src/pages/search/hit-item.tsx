import { Link } from '@tanstack/react-router'
import { Lock } from 'lucide-react'
import type { Hit } from '../../data/message-search.ts'
import { calledAuthorOf, calledIn } from '../../text/called.ts'
import { fullTime, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'

/** A message that was found: with whom, who said it and when, and the words around what was looked for. */
export function HitItem({ hit }: { hit: Hit }) {
  const person = calledIn(hit)
  const author = calledAuthorOf(hit)
  return (
    <li>
      <Link
        data-hit
        to="/inbox/$view/{-$id}"
        params={{ view: 'all', id: hit.conversation_id }}
        search={{ part: Number(hit.part_id ?? 0) }}
        className="flex gap-3 border-line border-b px-4 py-3.5 -outline-offset-2 hover:bg-hover md:rounded-lg md:border-transparent"
      >
        <Avatar name={person} image={hit.person?.avatar_url} />
        <span className="min-w-0 flex-1">
          <span className="flex items-baseline gap-2">
            <span dir="auto" className="min-w-0 truncate font-medium">
              {person}
            </span>
            {hit.title && (
              <span dir="auto" className="min-w-0 truncate text-soft max-sm:hidden">
                {hit.title}
              </span>
            )}
            {hit.state !== 'open' && (
              <Badge>{t(hit.state === 'closed' ? 'desk.closed' : 'desk.snoozed')}</Badge>
            )}
            <time
              dateTime={new Date(hit.created_at * 1000).toISOString()}
              title={fullTime(hit.created_at)}
              className="ms-auto shrink-0 text-faint text-sm"
            >
              {shortAgo(hit.created_at)}
            </time>
          </span>
          <span className="mt-0.5 flex items-baseline gap-1.5">
            {hit.kind === 'note' && (
              <Lock
                size={12}
                role="img"
                aria-label={t('inbox.internalNote')}
                className="shrink-0 text-note-ink"
              />
            )}
            <span dir="auto" className="min-w-0 break-words text-soft">
              {author !== person && <span className="text-faint">{author}: </span>}
              <Snippet pieces={hit.snippet} />
            </span>
          </span>
        </span>
      </Link>
    </li>
  )
}

const Snippet = ({ pieces }: { pieces: Hit['snippet'] }) =>
  pieces.map(({ text, is_match }, at) =>
    is_match ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: pieces have nothing else to be told by
      <mark key={at} className="rounded-sm bg-warning-soft px-0.5 font-medium text-ink">
        {text}
      </mark>
    ) : (
      text
    ),
  )
