import { Link } from '@tanstack/react-router'
import { useOwnAttributes } from '../../data/attributes.ts'
import type { ListedContact } from '../../data/contacts.ts'
import type { Contact } from '../../data/person.ts'
import { useTags } from '../../data/tags.ts'
import { useNames } from '../../data/team.ts'
import { stampOf, TagsCell, TeammateCell, TextCell, TimeCell, wordsOf } from '../../parts/cells.tsx'
import type { FileColumn } from '../../parts/csv.ts'
import { pseudonym } from '../../text/called.ts'
import { number } from '../../text/format.ts'
import { t } from '../../text/t.ts'
import { Avatar } from '../../ui/avatar.tsx'
import { Badge } from '../../ui/badge.tsx'
import type { DataColumn } from '../../ui/data-table.tsx'

export type ContactColumn = DataColumn<ListedContact> & FileColumn<ListedContact>

export const USUAL_COLUMNS = ['email', 'role', 'tags', 'last_seen_at', 'created_at']

export const nameOf = (contact: Contact): string =>
  contact.name ||
  contact.email ||
  // That of a lead is no name anybody gave them.
  (contact.role === 'user' && contact.external_id) ||
  pseudonym(contact)

export const roleOf = ({ role }: Contact): string => (role === 'lead' ? t('inbox.lead') : t('inbox.user'))

/** Who it is: always the first column. */
const who = (): ContactColumn => ({
  ...{ key: 'name', label: t('inbox.name'), width: 240, sort: 'name', text: ({ name }) => name ?? '' },
  cell: contact => (
    <Link
      to="/contacts/$id"
      params={{ id: contact.id }}
      className="flex items-center gap-2.5 font-medium text-ink hover:underline"
    >
      <Avatar name={nameOf(contact)} image={contact.avatar?.image_url} />
      <span dir="auto" className="truncate">
        {nameOf(contact)}
      </span>
      {contact.archived_at !== undefined && (
        <Badge tone={contact.blocked_at == null ? 'neutral' : 'danger'}>
          {t(contact.blocked_at == null ? 'person.archived' : 'person.blocked')}
        </Badge>
      )}
    </Link>
  ),
})

/** Every column a table of contacts can have. */
export function useContactColumns(): ContactColumn[] {
  const tags = useTags()
  const nameFor = useNames()
  const own = useOwnAttributes('contact')
  const tagsOf = (contact: Contact) =>
    contact.tags.data.flatMap(({ id }) => tags.find(tag => tag.id === id)?.name ?? [])
  const columns: Loose[] = [
    who(),
    text('email', t('inbox.email'), ({ email }) => email, 230),
    { ...text('role', t('people.role'), roleOf, 100), sort: 'role' },
    text('phone', t('inbox.phone'), ({ phone }) => phone, 150),
    {
      ...{ key: 'tags', label: t('people.tags'), width: 200 },
      cell: contact => <TagsCell names={tagsOf(contact)} />,
      text: contact => tagsOf(contact).join('; '),
    },
    {
      ...{ key: 'owner_id', label: t('people.owner'), width: 170, sort: 'owner_id' },
      cell: ({ owner_id }) => <TeammateCell name={nameFor('admin', owner_id)} />,
      text: ({ owner_id }) => nameFor('admin', owner_id) ?? '',
    },
    time('last_seen_at', t('inbox.lastSeen'), ({ last_seen_at }) => last_seen_at),
    time('created_at', t('people.created'), ({ created_at }) => created_at),
    time('signed_up_at', t('people.signedUp'), ({ signed_up_at }) => signed_up_at),
    time('last_contacted_at', t('people.lastContacted'), contact => contact.last_contacted_at),
    time('last_replied_at', t('people.lastReplied'), contact => contact.last_replied_at),
    text('external_id', t('people.externalId'), contact => contact.external_id, 160),
    { ...text('city', t('people.city'), ({ location }) => location.city, 140), sort: undefined },
    { ...text('country', t('people.country'), ({ location }) => location.country, 140), sort: undefined },
    {
      ...{ key: 'companies', label: t('app.companies'), width: 120, figure: true },
      cell: ({ companies }) => number(companies.total_count),
      text: ({ companies }) => String(companies.total_count),
    },
    ...own.map(({ full_name, name, label }) => ({
      ...text(full_name, label, ({ custom_attributes }) => wordsOf(custom_attributes[name]), 160),
      sort: undefined,
    })),
  ]
  return columns.map(withoutNothing)
}

/** A column that says it is not sorted by. */
type Loose = Omit<ContactColumn, 'sort'> & { sort?: string | undefined }

const text = (key: string, label: string, of: (contact: Contact) => string | null, width: number) => ({
  ...{ key, label, width, sort: key as string | undefined },
  cell: (contact: Contact) => <TextCell>{of(contact)}</TextCell>,
  text: (contact: Contact) => of(contact) ?? '',
})

const time = (key: string, label: string, of: (contact: Contact) => number | null) => ({
  ...{ key, label, width: 140, sort: key },
  cell: (contact: Contact) => <TimeCell at={of(contact)} />,
  text: (contact: Contact) => stampOf(of(contact)),
})

const withoutNothing = ({ sort, ...column }: Loose): ContactColumn =>
  sort === undefined ? column : { ...column, sort }
