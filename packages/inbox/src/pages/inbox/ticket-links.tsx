import { Link } from '@tanstack/react-router'
import { Link2, X } from 'lucide-react'
import { useState } from 'react'
import { type Conversation, useConversation } from '../../data/conversations.ts'
import { useLinkToTracker, useTicketAct } from '../../data/ticket-acts.ts'
import { titleOf, useTicket, useTrackers } from '../../data/tickets.ts'
import { plainOf } from '../../parts/plain.ts'
import { StateBadge } from '../../parts/state-badge.tsx'
import { t } from '../../text/t.ts'
import { buttonClass } from '../../ui/button.tsx'
import { IconButton } from '../../ui/icon-button.tsx'
import { Picker } from '../../ui/picker.tsx'
import { toast } from '../../ui/toast.tsx'

type Linked = Conversation['linked_objects']['data'][number]

/** The tickets that stand for a conversation, or the conversations that a tracker stands for. */
export function TicketLinks({ conversation, mayWrite }: { conversation: Conversation; mayWrite: boolean }) {
  const links = conversation.linked_objects.data
  const isTracker = conversation.ticket?.['category'] === 'Tracker'
  const isBackOffice = conversation.ticket?.['category'] === 'Back-office'
  const hasTracker = links.some(({ category }) => category === 'Tracker')
  return (
    <>
      {links.length > 0 && (
        <ul aria-label={t('desk.links')} className="-mx-2 mt-2">
          {links.map(linked => (
            <LinkedItem
              key={linked.id}
              linked={linked}
              {...(mayWrite && unlinking(conversation.id, linked, isTracker))}
            />
          ))}
        </ul>
      )}
      {mayWrite && !isTracker && !isBackOffice && !hasTracker && <LinkToTracker id={conversation.id} />}
    </>
  )
}

/** Only a tracker's links can be taken away, from either end. */
function unlinking(id: string, linked: Linked, isTracker: boolean): { tracker?: string; other?: string } {
  if (isTracker) return { tracker: id, other: linked.id }
  return linked.category === 'Tracker' ? { tracker: linked.id, other: id } : {}
}

function LinkedItem({ linked, tracker, other }: { linked: Linked; tracker?: string; other?: string }) {
  return (
    <li className="flex h-8 items-center gap-2 rounded-md ps-2 pe-0.5 hover:bg-hover">
      <Link
        to="/inbox/$view/{-$id}"
        params={{ view: 'all', id: linked.id }}
        className="flex min-w-0 flex-1 items-center gap-2"
      >
        {linked.type === 'ticket' ? <LinkedTicket id={linked.id} /> : <LinkedConversation id={linked.id} />}
      </Link>
      {tracker && other && <Unlink tracker={tracker} other={other} />}
    </li>
  )
}

function LinkedTicket({ id }: { id: string }) {
  const { data: ticket } = useTicket(id)
  if (!ticket) return <span className="text-faint">#{id}</span>
  return (
    <>
      <span dir="auto" className="min-w-0 flex-1 truncate">
        {titleOf(ticket)}
      </span>
      <StateBadge state={ticket.ticket_state} />
    </>
  )
}

function LinkedConversation({ id }: { id: string }) {
  const { data } = useConversation(id)
  return (
    <span dir="auto" className="min-w-0 flex-1 truncate">
      {data ? data.title || plainOf(data.source.body) || data.source.author.name || id : id}
    </span>
  )
}

function Unlink({ tracker, other }: { tracker: string; other: string }) {
  const { mutate } = useTicketAct(tracker)
  const undo = { label: t('app.undo'), run: () => mutate({ type: 'link', conversation: other }) }
  return (
    <IconButton
      size="sm"
      label={t('desk.unlink')}
      icon={<X size={13} aria-hidden="true" />}
      onClick={() =>
        mutate(
          { type: 'unlink', conversation: other },
          { onSuccess: () => toast({ title: t('desk.unlinked'), undo }) },
        )
      }
    />
  )
}

/** The trackers are looked for when somebody wants to pick one. */
function LinkToTracker({ id }: { id: string }) {
  const [isOpen, setOpen] = useState(false)
  const trackers = useTrackers(isOpen)
  const { mutate } = useLinkToTracker()
  return (
    <div className="mt-2">
      <Picker
        align="start"
        open={isOpen}
        onOpenChange={setOpen}
        picks={trackers.map(ticket => ({
          id: ticket.id,
          label: titleOf(ticket),
          words: ticket.ticket_id,
          aside: <StateBadge state={ticket.ticket_state} />,
        }))}
        chosen={[]}
        searchLabel={t('desk.findTracker')}
        emptyLabel={t('inbox.noneFound')}
        onPick={pick =>
          mutate(
            { tracker: pick.id, conversation: id },
            { onSuccess: () => toast({ title: t('desk.linked', { title: pick.label }) }) },
          )
        }
        trigger={
          <button
            type="button"
            aria-label={t('desk.linkToTracker')}
            className={buttonClass('quiet', 'sm', '-ms-2')}
          >
            <Link2 size={14} aria-hidden="true" />
            {t('desk.linkToTracker')}
          </button>
        }
      />
    </div>
  )
}
