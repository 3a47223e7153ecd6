import { useState } from 'react'
import type { Part } from '../../data/conversations.ts'
import { useNames } from '../../data/team.ts'
import { PRIORITY_NAMES } from '../../parts/priority-mark.tsx'
import { calledAuthor } from '../../text/called.ts'
import { clockTime, dayAndTime, fullTime } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { cx } from '../../ui/cx.ts'

/** Parts that are words alone; every other kind tells of something that was done. */
const WORDS = new Set(['comment', 'note', 'quick_reply', 'fin_answer'])

export const isEvent = (part: Part): boolean => !WORDS.has(part.part_type)

/** So many are read at a glance; more are folded. */
const AT_A_GLANCE = 3

/** What was done one after the other: a line each, and a long run folded to its end. */
export function EventLines({ parts, foundId }: { parts: Part[]; foundId: string | undefined }) {
  const [isUnfolded, setOpen] = useState(parts.length <= AT_A_GLANCE)
  const isOpen = isUnfolded || parts.some(({ id }) => id === foundId)
  const shown = isOpen ? parts : parts.slice(-1)
  return (
    <>
      {!isOpen && (
        <li className="mt-2 flex justify-center">
          <button
            type="button"
            onClick={() => setOpen(true)}
            className="rounded-full px-2.5 py-0.5 text-faint text-sm hover:bg-hover hover:text-ink"
          >
            {t('inbox.moreEvents', { count: parts.length - 1 })}
          </button>
        </li>
      )}
      {shown.map(part => (
        <EventLine key={part.id} part={part} isFound={part.id === foundId} />
      ))}
    </>
  )
}

function EventLine({ part, isFound }: { part: Part; isFound: boolean }) {
  const nameOf = useNames()
  return (
    <li
      data-part={part.id}
      data-event
      tabIndex={isFound ? -1 : undefined}
      className="my-0.5 flex items-baseline justify-center gap-2 px-6 text-center text-faint text-sm outline-none"
    >
      <span className={cx('min-w-0', isFound && 'rounded-sm px-1 outline-2 outline-focus')}>
        {tell(part, nameOf)}
      </span>
      <time
        dateTime={new Date(part.created_at * 1000).toISOString()}
        title={fullTime(part.created_at)}
        className="shrink-0"
      >
        {clockTime(part.created_at)}
      </time>
    </li>
  )
}

type NameOf = ReturnType<typeof useNames>
type Teller = (part: Part, who: string, nameOf: NameOf) => string

const TELLERS: Record<string, Teller> = {
  phone_call: (_, who) => t('inbox.didCall', { who }),
  close: (_, who) => t('inbox.didClose', { who }),
  open: (_, who) => t('inbox.didOpen', { who }),
  snoozed: tellSnooze,
  unsnoozed: () => t('inbox.didUnsnooze'),
  timer_unsnooze: () => t('inbox.didUnsnooze'),
  assignment: tellAssignment,
  default_assignment: tellAssignment,
  balanced_assignment: tellAssignment,
  away_mode_assignment: () => t('inbox.didPassOn'),
  assign_and_reopen: tellAssignment,
  title_update: (_, who) => t('inbox.didTitle', { who }),
  conversation_tags_updated: tellTags,
  priority_changed: ({ event_details }, who) =>
    t('inbox.didPriority', { who, priority: t(PRIORITY_NAMES[event_details?.current_priority ?? 'none']) }),
  conversation_attribute_updated_by_admin: tellAttribute,
  conversation_attribute_updated_by_workflow: tellAttribute,
  conversation_attribute_updated_by_user: tellAttribute,
  ticket_attribute_updated_by_admin: tellAttribute,
  ticket_state_updated_by_admin: (_, who) => t('inbox.didTicketState', { who }),
  participant_added: (_, who) => t('inbox.didJoin', { who }),
  conversation_rating_changed: (_, who) => t('inbox.didRate', { who }),
  conversation_rating_remark_added: (_, who) => t('inbox.didRate', { who }),
}

function tell(part: Part, nameOf: NameOf): string {
  const who = calledAuthor(part.author)
  const teller = TELLERS[part.part_type]
  return teller
    ? teller(part, who, nameOf)
    : t('inbox.didOther', { who, what: part.part_type.replaceAll('_', ' ') })
}

function tellSnooze({ event_details }: Part, who: string): string {
  const until = Date.parse(event_details?.custom_until_time ?? '')
  return Number.isNaN(until)
    ? t('inbox.didSnooze', { who })
    : t('inbox.didSnoozeUntil', { who, time: dayAndTime(until / 1000) })
}

function tellAssignment({ assigned_to, author, event_details }: Part, who: string, nameOf: NameOf): string {
  if (!assigned_to?.id) return t('inbox.didUnassign', { who })
  const whom = nameOf(assigned_to.type, assigned_to.id) ?? t('inbox.nobody')
  const team = event_details?.distribution_team?.name
  if (team !== undefined)
    return event_details?.distribution_method === 'load_balanced'
      ? t('inbox.didBalance', { whom, team })
      : t('inbox.didRotate', { whom, team })
  if (assigned_to.type === author.type && assigned_to.id === author.id)
    return t('inbox.didAssignSelf', { who })
  return t('inbox.didAssign', { who, whom })
}

function tellTags({ event_details }: Part, who: string): string {
  const added = event_details?.tags_added?.join(', ') ?? ''
  const removed = event_details?.tags_removed?.join(', ') ?? ''
  if (added && removed) return t('inbox.didTagBoth', { who, added, removed })
  return added ? t('inbox.didTagAdd', { who, tags: added }) : t('inbox.didTagRemove', { who, tags: removed })
}

function tellAttribute({ event_details }: Part, who: string): string {
  const attribute = event_details?.attribute?.name ?? ''
  const value = event_details?.value?.name
  return value
    ? t('inbox.didAttribute', { who, attribute, value })
    : t('inbox.didAttributeClear', { who, attribute })
}
