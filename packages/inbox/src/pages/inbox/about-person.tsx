import { Link } from '@tanstack/react-router'
import { type Contact, usePerson, usePersonConversations } from '../../data/person.ts'
import { saysFor } from '../../data/query.ts'
import { PersonEvents } from '../../parts/person-events.tsx'
import { PersonFacts } from '../../parts/person-facts.tsx'
import { PersonCompanies, PersonGroups } from '../../parts/person-groups.tsx'
import { PersonNotes } from '../../parts/person-notes.tsx'
import { plainOf } from '../../parts/plain.ts'
import { SideSection } from '../../parts/side-section.tsx'
import { called } from '../../text/called.ts'
import { shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Failure, SkeletonLines } from '../../ui/states.tsx'

/** Everything there is to know of somebody while one answers them. */
export function AboutPerson({ id, current }: { id: string; current: string }) {
  const { data: contact, isError, error } = usePerson(id)
  if (isError && !contact) return <Failure {...saysFor(error)} />
  if (!contact)
    return (
      <div className="p-4">
        <SkeletonLines count={6} label={t('app.loading')} />
      </div>
    )
  return (
    <>
      <Who contact={contact} />
      <PersonFacts contact={contact} />
      <PersonCompanies id={id} />
      <PersonNotes id={id} />
      <OtherConversations id={id} current={current} />
      <PersonEvents id={id} />
    </>
  )
}

function Who({ contact }: { contact: Contact }) {
  const name = called({ id: contact.id, name: contact.name, email: contact.email })
  const { city, country } = contact.location
  return (
    <SideSection title={t('inbox.personTitle')}>
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={name} image={contact.avatar?.image_url} size="lg" />
        <div className="min-w-0">
          <p dir="auto" className="truncate font-semibold text-md">
            <Link to="/contacts/$id" params={{ id: contact.id }} className="hover:underline">
              {name}
            </Link>
          </p>
          <p className="truncate text-faint text-sm">
            {[contact.role === 'lead' ? t('inbox.lead') : t('inbox.user'), city ?? country]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </div>
      <PersonGroups id={contact.id} />
    </SideSection>
  )
}

function OtherConversations({ id, current }: { id: string; current: string }) {
  const others = usePersonConversations(id).filter(conversation => conversation.id !== current)
  return others.length === 0 ? null : (
    <SideSection title={t('inbox.otherConversations')}>
      <ul className="-mx-2">
        {others.map(({ id: other, title, source, updated_at }) => (
          <li key={other}>
            <Link
              to="/inbox/$view/{-$id}"
              params={{ view: 'all', id: other }}
              className="flex h-8 items-center gap-2 rounded-md px-2 hover:bg-hover"
            >
              <span className="min-w-0 flex-1 truncate">{title || plainOf(source.body) || other}</span>
              <span className="text-faint text-sm">{shortAgo(updated_at)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </SideSection>
  )
}
