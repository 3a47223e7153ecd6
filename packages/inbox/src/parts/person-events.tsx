import { usePersonEvents } from '../data/person.ts'
import { fullTime, shortAgo } from '../text/format.ts'
import { t } from '../text/t.ts'
import { SideSection } from './side-section.tsx'

/** What somebody did, the last first. */
export function PersonEvents({ id, count = 8 }: { id: string; count?: number }) {
  const events = usePersonEvents(id, count)
  return events.length === 0 ? null : (
    <SideSection title={t('inbox.events')}>
      <ol className="flex flex-col">
        {events.map(event => (
          <li
            key={event.id}
            className="relative flex h-7 items-center gap-3 before:absolute before:inset-s-[2.5px] before:inset-y-0 before:w-px before:bg-line"
          >
            <span className="relative size-1.5 shrink-0 rounded-full bg-faint" />
            <span className="min-w-0 flex-1 truncate">{event.event_name.replaceAll('-', ' ')}</span>
            <time className="text-faint text-sm" title={fullTime(event.created_at)}>
              {shortAgo(event.created_at)}
            </time>
          </li>
        ))}
      </ol>
    </SideSection>
  )
}
