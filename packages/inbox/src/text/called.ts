import { pseudonymOf } from '@guichet/contract/pseudonym.ts'
import { language } from './language.ts'
import { t } from './t.ts'

/** Somebody who may have told who they are, and where they are if that is known. */
interface Person {
  /** Null of somebody who is gone. */
  id: string | null
  name?: string | null | undefined
  email?: string | null | undefined
  location?: { city: string | null; country: string | null }
}

/** What somebody is called: their name, or their address, or what stands in for a name. */
export const called = (person: Person): string => person.name || person.email || pseudonym(person)

/** What stands in for the name of somebody whom nobody knows: always the same, and where they are. */
export function pseudonym({ id, location }: Pick<Person, 'id' | 'location'>): string {
  if (id === null) return t('inbox.nobody')
  const name = pseudonymOf(id, language())
  const place = location?.city || location?.country
  return place ? t('inbox.pseudonymFrom', { name, place }) : name
}

/** The same for who wrote a part: a teammate or a bot without a name is just somebody. */
export const calledAuthor = (author: Person & { type: string }): string =>
  CUSTOMERS.includes(author.type) ? called(author) : author.name || author.email || t('inbox.nobody')

const CUSTOMERS = ['user', 'lead', 'contact', 'visitor']

interface Found {
  person: Person | null
  author_type: string
  author_name: string | null
}

/** Whom a conversation is with in which something was found. */
export const calledIn = ({ person, author_name }: Found): string =>
  person ? called(person) : author_name || t('inbox.nobody')

/** Who said what was found. */
export const calledAuthorOf = (found: Found): string =>
  found.author_name || (CUSTOMERS.includes(found.author_type) ? calledIn(found) : t('inbox.nobody'))
