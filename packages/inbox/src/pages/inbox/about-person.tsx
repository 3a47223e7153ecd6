import { Link } from '@tanstack/react-router'
import {
  type Contact,
  useChangePerson,
  usePerson,
  usePersonCompanies,
  usePersonConversations,
  usePersonEvents,
  usePersonSegments,
  usePersonTags,
} from '../../data/person.ts'
import { saysFor } from '../../data/query.ts'
import { EditableFact, Fact } from '../../parts/fact.tsx'
import { plainOf } from '../../parts/plain.ts'
import { SideSection } from '../../parts/side-section.tsx'
import { TagList } from '../../parts/tag-list.tsx'
import { fullTime, inWords, shortAgo } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import { Failure, SkeletonLines } from '../../ui/states.tsx'
import { PersonNotes } from './person-notes.tsx'

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
      <Attributes contact={contact} />
      <Companies id={id} />
      <PersonNotes id={id} />
      <OtherConversations id={id} current={current} />
      <Events id={id} />
    </>
  )
}

function Who({ contact }: { contact: Contact }) {
  const tags = usePersonTags(contact.id)
  const segments = usePersonSegments(contact.id)
  const name = contact.name || contact.email || t('inbox.nobody')
  const { city, country } = contact.location
  return (
    <SideSection title={t('inbox.personTitle')}>
      <div className="mb-3 flex items-center gap-3">
        <Avatar name={name} image={contact.avatar?.image_url} size="lg" />
        <div className="min-w-0">
          <p dir="auto" className="truncate font-semibold text-md">
            {name}
          </p>
          <p className="truncate text-faint text-sm">
            {[contact.role === 'lead' ? t('inbox.lead') : t('inbox.user'), city ?? country]
              .filter(Boolean)
              .join(' · ')}
          </p>
        </div>
      </div>
      <TagList tags={tags.all} onAdd={({ id }) => tags.add(id)} onRemove={({ id }) => tags.remove(id)} />
      {segments.length > 0 && (
        <ul aria-label={t('inbox.segments')} className="mt-2 flex flex-wrap gap-1">
          {segments.map(({ id, name: segment }) => (
            <li key={id}>
              <Badge tone="info">{segment}</Badge>
            </li>
          ))}
        </ul>
      )}
    </SideSection>
  )
}

function Attributes({ contact }: { contact: Contact }) {
  const { mutate } = useChangePerson(contact.id)
  const own = Object.entries(contact.custom_attributes)
  return (
    <SideSection title={t('inbox.attributes')}>
      <dl>
        <EditableFact
          label={t('inbox.name')}
          value={contact.name ?? ''}
          onChange={name => mutate({ name })}
        />
        <EditableFact
          label={t('inbox.email')}
          type="email"
          value={contact.email ?? ''}
          onChange={email => mutate({ email: email || null })}
        />
        <EditableFact
          label={t('inbox.phone')}
          type="tel"
          value={contact.phone ?? ''}
          onChange={phone => mutate({ phone: phone || null })}
        />
        {contact.last_seen_at !== null && (
          <Fact label={t('inbox.lastSeen')}>
            <time title={fullTime(contact.last_seen_at)}>{inWords(contact.last_seen_at)}</time>
          </Fact>
        )}
        {own.map(([name, value]) => (
          <EditableFact
            key={name}
            label={name.replaceAll('_', ' ')}
            type={typeof value === 'number' ? 'number' : 'text'}
            value={value === null || value === undefined ? '' : String(value)}
            onChange={written => mutate({ custom_attributes: { [name]: likeBefore(value, written) } })}
          />
        ))}
      </dl>
    </SideSection>
  )
}

/** A value of the kind it was before; nothing clears it. */
function likeBefore(before: unknown, written: string): string | number | boolean | null {
  if (written === '') return null
  if (typeof before === 'number') return Number(written)
  if (typeof before === 'boolean') return written === 'true'
  return written
}

function Companies({ id }: { id: string }) {
  const companies = usePersonCompanies(id)
  return companies.length === 0 ? null : (
    <SideSection title={t('app.companies')}>
      <ul className="flex flex-col gap-2">
        {companies.map(company => (
          <li key={company.id} className="flex items-center gap-2.5">
            <Avatar name={company.name ?? '?'} square />
            <div className="min-w-0">
              <p className="truncate font-medium">{company.name}</p>
              <p className="truncate text-faint text-sm">
                {[company.plan.name, company.industry].filter(Boolean).join(' · ')}
              </p>
            </div>
          </li>
        ))}
      </ul>
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

function Events({ id }: { id: string }) {
  const events = usePersonEvents(id)
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
