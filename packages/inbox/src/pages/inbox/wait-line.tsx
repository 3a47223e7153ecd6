import { Hourglass } from 'lucide-react'
import type { Conversation } from '../../data/conversations.ts'
import { useWait, type Wait } from '../../data/waits.ts'
import { momentToCome } from '../../text/format.ts'
import { t } from '../../text/t.ts'

/** In one line, why nobody of its team has a conversation yet. */
export function WaitLine({ conversation }: { conversation: Conversation }) {
  const wait = useWait(conversation)
  return (
    // It is there while it says nothing, so that a screen reader hears when it does.
    <div role="status" className="shrink-0">
      {wait && (
        <p className="flex items-center gap-2 border-line border-b bg-sunken px-3 py-1.5 text-sm text-soft lg:px-5">
          <Hourglass size={14} aria-hidden="true" className="shrink-0 text-faint" />
          <span className="min-w-0">{saysOf(wait)}</span>
        </p>
      )}
    </div>
  )
}

function saysOf({ reason, team: { name: team }, ahead, opens_at }: Wait): string {
  switch (reason) {
    case 'no_members':
      return t('desk.waitsForMember', { team })
    case 'nobody_there':
      return t('desk.waitsForSomebody', { team })
    case 'all_full':
      return t('desk.waitsForRoom', { team })
    case 'outside_office_hours':
      return opens_at === null
        ? t('desk.waitsForHours', { team })
        : t('desk.waitsUntil', { team, time: momentToCome(opens_at) })
    case 'in_line':
      return ahead === 0 ? t('desk.waitsNext', { team }) : t('desk.waitsBehind', { team, count: ahead })
  }
}
