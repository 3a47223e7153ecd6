import type { Part } from '../../data/conversations.ts'
import { dayName, sameDay } from '../../text/format.ts'
import { EventLines, isEvent } from './event-line.tsx'
import { Message } from './message.tsx'

/** Parts that belong together: what was done in one go, or one thing that was said. */
export interface RunOfParts {
  kind: 'events' | 'message'
  parts: Part[]
  before: Part | undefined
}

export function runsOf(parts: Part[]): RunOfParts[] {
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

/** One of those, below the day it is the first of. */
export function Run({
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
        <EventLines parts={parts} foundId={foundId} />
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
