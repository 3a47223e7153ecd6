import { Link, useNavigate, useParams } from '@tanstack/react-router'
import { SquarePen } from 'lucide-react'
import { useActions } from '../../actions/actions.ts'
import { NEW_CONVERSATION_KEYS } from '../../actions/inbox-keys.ts'
import { NEW } from '../../data/conversation-asked.ts'
import { useMay } from '../../data/me.ts'
import { type Contact, usePerson, usePersonConversations, usePersonTickets } from '../../data/person.ts'
import { isAway, isMergedAway, useStanding } from '../../data/person-life.ts'
import { titleOf } from '../../data/tickets.ts'
import { PersonEvents } from '../../parts/person-events.tsx'
import { PersonFacts } from '../../parts/person-facts.tsx'
import { PersonCompanies, PersonGroups } from '../../parts/person-groups.tsx'
import { PersonNotes } from '../../parts/person-notes.tsx'
import { plainOf } from '../../parts/plain.ts'
import { RecordFrame } from '../../parts/record-frame.tsx'
import { SideSection } from '../../parts/side-section.tsx'
import { StateBadge } from '../../parts/state-badge.tsx'
import { Unshown } from '../../parts/unshown.tsx'
import { fullTime, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { buttonClass } from '../../ui/button.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { nameOf, roleOf } from './contact-columns.tsx'
import { PersonGone } from './person-gone.tsx'
import { PersonMenu } from './person-menu.tsx'
import { PersonStanding } from './person-standing.tsx'
import { useShelving } from './use-shelving.ts'

/** Somebody: all that is known of them, and all that was with them. */
export function ContactPage() {
  const { id } = useParams({ from: '/shell/contacts/$id' })
  const { data: contact, error, refetch } = usePerson(id)
  // What was known of somebody who has gone meanwhile says nothing any more.
  if (isAway(error)) return <PersonGone id={id} isMerged={isMergedAway(error)} />
  if (contact) return <Known contact={contact} />
  return (
    <main className="flex flex-1 flex-col bg-surface p-6">
      {error ? <Unshown query={{ error, refetch }} /> : <SkeletonLines count={8} label={t('app.loading')} />}
    </main>
  )
}

function Known({ contact }: { contact: Contact }) {
  const { id, location } = contact
  const shelving = useShelving(contact)
  const mayChange = useMay('read_write_users')
  const where = [location.city, location.country].filter(Boolean).join(', ')
  return (
    <RecordFrame
      title={nameOf(contact)}
      says={[roleOf(contact), contact.email, where].filter(Boolean).join(' · ')}
      avatar={<Avatar name={nameOf(contact)} image={contact.avatar?.image_url} size="lg" />}
      aside={
        <>
          <WriteTo contact={contact} />
          {mayChange && <PersonMenu contact={contact} shelving={shelving} />}
        </>
      }
      notice={<PersonStanding id={id} onBringBack={shelving.bringBack} />}
      back="/contacts"
      backLabel={t('people.backToContacts')}
      side={
        <>
          <SideSection title={t('people.tags')}>
            <PersonGroups id={id} />
          </SideSection>
          <PersonFacts contact={contact} all />
          <PersonCompanies id={id} />
        </>
      }
    >
      <Conversations id={id} />
      <Tickets id={id} />
      <PersonNotes id={id} />
      <PersonEvents id={id} count={50} />
    </RecordFrame>
  )
}

/** The way to begin a conversation with them, for those who may; its key has them chosen. */
function WriteTo({ contact }: { contact: Contact }) {
  const navigate = useNavigate()
  const isShelved = useStanding(contact.id)?.archived_at != null
  const mayWrite = useMay('write_conversations') && !isShelved
  const link = {
    to: '/inbox/$view/{-$id}',
    ...{ params: { view: 'mine', id: NEW }, search: { to: contact.id } },
  } as const
  const action = {
    ...{
      id: 'write-to',
      label: t('inbox.placeholderReply', { name: nameOf(contact) }),
      group: 'here' as const,
    },
    ...{ keys: NEW_CONVERSATION_KEYS, run: () => void navigate(link) },
  }
  useActions(mayWrite ? [action] : [])
  if (!mayWrite) return null
  return (
    <Link
      {...link}
      aria-label={t('inbox.newConversation')}
      aria-keyshortcuts={NEW_CONVERSATION_KEYS}
      className={buttonClass('plain')}
    >
      <SquarePen size={15} aria-hidden="true" />
      <span className="max-sm:hidden">{t('inbox.newConversation')}</span>
    </Link>
  )
}

const STATES = {
  open: 'inbox.stateOpen',
  snoozed: 'inbox.stateSnoozed',
  closed: 'inbox.stateClosed',
} as const

function Conversations({ id }: { id: string }) {
  const conversations = usePersonConversations(id).filter(({ ticket }) => ticket === null)
  return (
    <SideSection title={t('inbox.conversations')}>
      {conversations.length === 0 && <p className="text-faint">{t('people.noConversations')}</p>}
      <ul className="-mx-2">
        {conversations.map(({ id: each, title, source, state, updated_at }) => (
          <li key={each}>
            <Link
              to="/inbox/$view/{-$id}"
              params={{ view: 'all', id: each }}
              className="flex h-9 items-center gap-2 rounded-md px-2 hover:bg-hover"
            >
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {title || plainOf(source.body) || each}
              </span>
              <Badge tone={state === 'open' ? 'accent' : 'neutral'}>{t(STATES[state])}</Badge>
              <Ago at={updated_at} />
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}

function Tickets({ id }: { id: string }) {
  const tickets = usePersonTickets(id)
  return tickets.length === 0 ? null : (
    <SideSection title={t('app.tickets')}>
      <ul className="-mx-2">
        {tickets.map(ticket => (
          <li key={ticket.id}>
            <Link
              to="/inbox/$view/{-$id}"
              params={{ view: 'all', id: ticket.id }}
              className="flex h-9 items-center gap-2 rounded-md px-2 hover:bg-hover"
            >
              <span className="text-faint">#{ticket.ticket_id}</span>
              <span dir="auto" className="min-w-0 flex-1 truncate">
                {titleOf(ticket)}
              </span>
              <StateBadge state={ticket.ticket_state} />
              <Ago at={ticket.updated_at} />
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}

const Ago = ({ at }: { at: number }) => (
  <time className="w-14 shrink-0 text-end text-faint text-sm" title={fullTime(at)}>
    {shortAgo(at)}
  </time>
)
