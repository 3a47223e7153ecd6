import { lazy, type RefObject, Suspense, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { Conversation, Part } from '../../data/conversations.ts'
import { useMay } from '../../data/me.ts'
import { usePending } from '../../data/replies.ts'
import { dayName, sameDay } from '../../text/format.ts'
import { loadArea, t } from '../../text/t.ts'
import { Scrolls } from '../../ui/scrolls.tsx'
import { EventLines, isEvent } from './event-line.tsx'
import { WithMails } from './mail-slot.tsx'
import { Message } from './message.tsx'
import { sourceAsPart } from './source-part.ts'

const RedactDialog = lazy(async () => {
  const [dialog] = await Promise.all([import('./redact-dialog.tsx'), loadArea('desk')])
  return { default: dialog.RedactDialog }
})

/** Everything that was said and done, oldest first; it opens at its end and stays there while one is there. */
export function Thread({
  conversation,
  found,
}: {
  conversation: Conversation
  /** The part it opens at, where one was looked for; 0 is what it began with. */
  found?: number | undefined
}) {
  const listed = conversation.conversation_parts
  const parts = [
    sourceAsPart(conversation),
    ...(listed?.conversation_parts ?? []),
    ...(usePending(conversation.id) ?? []),
  ]
  const mayRedact = useMay('write_conversations')
  const [redacting, setRedacting] = useState<Part>()
  const hidden = (listed?.total_count ?? 0) - (listed?.conversation_parts.length ?? 0)
  const scroller = useStickToEnd(parts.at(-1)?.id, found === undefined)
  const foundId = found === undefined ? undefined : found === 0 ? parts[0]?.id : String(found)
  useShowFound(scroller, foundId)
  return (
    <Scrolls
      as="section"
      ref={scroller}
      aria-label={t('inbox.thread')}
      className="min-h-0 flex-1 overflow-y-auto -outline-offset-2"
    >
      <ol className="mx-auto flex max-w-3xl flex-col px-4 py-5 lg:px-6">
        {hidden > 0 && (
          <li className="mb-4 text-center text-faint text-sm">{t('inbox.olderParts', { count: hidden })}</li>
        )}
        <WithMails conversation={conversation}>
          {runsOf(parts).map(run => (
            <Run
              key={run.parts[0]?.id}
              run={run}
              foundId={foundId}
              onRedact={mayRedact ? setRedacting : undefined}
            />
          ))}
        </WithMails>
      </ol>
      <Suspense>
        {redacting && (
          <RedactDialog id={conversation.id} part={redacting} onClose={() => setRedacting(undefined)} />
        )}
      </Suspense>
    </Scrolls>
  )
}

/** Parts that belong together: what was done in one go, or one thing that was said. */
interface RunOfParts {
  kind: 'events' | 'message'
  parts: Part[]
  before: Part | undefined
}

function runsOf(parts: Part[]): RunOfParts[] {
  const runs: RunOfParts[] = []
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1]
    const last = runs.at(-1)
    const isNewDay = !before || !sameDay(before.created_at, part.created_at)
    if (isEvent(part)) {
      if (last?.kind === 'events' && !isNewDay) last.parts.push(part)
      else runs.push({ kind: 'events', parts: [part], before })
    }
    if (isSaid(part)) runs.push({ kind: 'message', parts: [part], before })
  }
  return runs
}

/** Some events, such as opening, carry words too. */
const isSaid = (part: Part): boolean =>
  Boolean(part.body) || part.attachments.length > 0 || part.redacted || !isEvent(part)

function Run({
  run: { kind, parts, before },
  foundId,
  onRedact,
}: {
  run: RunOfParts
  foundId: string | undefined
  onRedact: ((part: Part) => void) | undefined
}) {
  const [first] = parts
  if (!first) return null
  const isNewDay =
    (!before || !sameDay(before.created_at, first.created_at)) && (kind === 'events' || !isEvent(first))
  return (
    <>
      {isNewDay && (
        <li className="my-4 flex items-center gap-3 text-faint text-sm">
          <span className="h-px flex-1 bg-line" />
          {dayName(first.created_at)}
          <span className="h-px flex-1 bg-line" />
        </li>
      )}
      {kind === 'events' ? (
        <EventLines parts={parts} />
      ) : (
        <Message
          part={first}
          isFollowing={!isNewDay && isSameVoice(before, first)}
          isFound={first.id === foundId}
          onRedact={onRedact}
        />
      )}
    </>
  )
}

/** Whether somebody goes on speaking: their name is said once. */
const isSameVoice = (before: Part | undefined, part: Part): boolean =>
  before !== undefined &&
  !isEvent(before) &&
  before.author.id === part.author.id &&
  (before.part_type === 'note') === (part.part_type === 'note') &&
  part.created_at - before.created_at < 15 * 60

/** Brings the part that was looked for into sight, once for each. */
function useShowFound(scroller: RefObject<HTMLElement | null>, id: string | undefined): void {
  useLayoutEffect(() => {
    if (id !== undefined)
      scroller.current?.querySelector(`[data-part="${CSS.escape(id)}"]`)?.scrollIntoView({ block: 'center' })
  }, [scroller, id])
}

/** Scrolls to the end when something comes, unless one has scrolled up to read. */
function useStickToEnd(last: string | undefined, beginsAtEnd: boolean) {
  const scroller = useRef<HTMLElement>(null)
  const isAtEnd = useRef(beginsAtEnd)
  useEffect(() => {
    const element = scroller.current
    const listen = () => {
      if (element) isAtEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < 120
    }
    element?.addEventListener('scroll', listen, { passive: true })
    return () => element?.removeEventListener('scroll', listen)
  }, [])
  // biome-ignore lint/correctness/useExhaustiveDependencies: it scrolls for each new last part
  useLayoutEffect(() => {
    if (isAtEnd.current) scroller.current?.scrollTo({ top: scroller.current.scrollHeight })
  }, [last])
  return scroller
}
