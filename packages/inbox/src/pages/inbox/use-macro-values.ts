import type { Conversation } from '../../data/conversations.ts'
import { isOfTeam } from '../../data/customer.ts'
import { useMe } from '../../data/me.ts'
import { usePerson } from '../../data/person.ts'
import type { MacroValues } from './fill-macro.ts'

/** What macros can say of the customer, of whoever answers, and of the conversation. */
export function useMacroValues({ id, title, source, contacts }: Conversation): MacroValues {
  // Until the contact is known, whoever wrote first is: a conversation that we began says nothing of them.
  const begun = isOfTeam(source.author) ? undefined : source.author
  const values = useMacroValuesFor(contacts.contacts[0]?.id, begun)
  return { ...values, 'conversation.id': id, 'conversation.title': title }
}

/** What they can say where there is no conversation yet. */
export function useMacroValuesFor(
  contactId: string | undefined,
  begun?: { name?: string | null; email?: string | null },
): MacroValues {
  const me = useMe()
  const { data: contact } = usePerson(contactId ?? '', contactId !== undefined)
  const name = contact ? contact.name : begun?.name
  return {
    ...own('contact', contact?.custom_attributes),
    ...own('contact.custom_attributes', contact?.custom_attributes),
    'contact.name': name,
    'contact.first_name': firstOf(name),
    'contact.email': contact ? contact.email : begun?.email,
    'contact.phone': contact?.phone,
    'contact.city': contact?.location.city,
    'contact.country': contact?.location.country,
    'teammate.name': me.admin.name,
    'teammate.first_name': firstOf(me.admin.name),
    'teammate.email': me.admin.email,
    'admin.name': me.admin.name,
    'admin.first_name': firstOf(me.admin.name),
    'workspace.name': me.workspace.name,
  }
}

const firstOf = (name: string | null | undefined): string | undefined => name?.trim().split(/\s+/)[0]

const own = (prefix: string, values: Record<string, unknown> | undefined): MacroValues =>
  Object.fromEntries(
    Object.entries(values ?? {}).flatMap(([key, value]) =>
      ['string', 'number', 'boolean'].includes(typeof value) ? [[`${prefix}.${key}`, String(value)]] : [],
    ),
  )
