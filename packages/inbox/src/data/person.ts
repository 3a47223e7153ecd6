import type { Contact as ContactModel } from '@guichet/contract/models/contact.ts'
import { companies } from '@guichet/contract/operations/companies.ts'
import { contacts, type UpdateContactRequest } from '@guichet/contract/operations/contacts.ts'
import { conversations } from '@guichet/contract/operations/conversations.ts'
import { events } from '@guichet/contract/operations/events.ts'
import { notes } from '@guichet/contract/operations/notes.ts'
import { segments } from '@guichet/contract/operations/segments.ts'
import { tags } from '@guichet/contract/operations/tags.ts'
import { tickets } from '@guichet/contract/operations/tickets.ts'
import type { Static } from '@guichet/contract/schema.ts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { t } from '../text/t.ts'
import { call } from './client.ts'
import { useMe } from './me.ts'
import { queryOf } from './query-of.ts'

export type Contact = Static<typeof ContactModel>

const contactQuery = (id: string) => queryOf(contacts.find, { params: { id } })

/** Somebody, and what is kept about them; each part is there as soon as it is. */
export const usePerson = (id: string, enabled = true) => useQuery({ ...contactQuery(id), enabled })

export const usePersonCompanies = (id: string) =>
  useQuery(queryOf(companies.listForContact, { params: { id } })).data?.data ?? []

export const usePersonSegments = (id: string) =>
  useQuery(queryOf(segments.listForContact, { params: { contact_id: id } })).data?.data ?? []

export const usePersonEvents = (id: string, count: number) => {
  const { data } = useQuery(
    queryOf(events.list, { query: { type: 'user', intercom_user_id: id, per_page: String(count) } }),
  )
  return data?.type === 'event.list' ? data.events : []
}

export const usePersonNotes = (id: string) =>
  useQuery(queryOf(notes.listForContact, { params: { id } })).data?.data ?? []

export const usePersonConversations = (id: string) =>
  useQuery(
    queryOf(conversations.search, {
      body: { query: { field: 'contact_ids', operator: '=', value: id }, pagination: { per_page: 8 } },
    }),
  ).data?.conversations ?? []

export const usePersonTickets = (id: string) =>
  useQuery(
    queryOf(tickets.search, {
      body: { query: { field: 'contact_ids', operator: '=', value: id }, pagination: { per_page: 8 } },
    }),
  ).data?.tickets ?? []

/** Changes what is known of somebody: shown at once, taken back where the server refuses. */
export function useChangePerson(id: string) {
  const client = useQueryClient()
  const { queryKey } = contactQuery(id)
  return useMutation({
    mutationFn: (body: Static<typeof UpdateContactRequest>) =>
      call(contacts.update, { params: { id }, body }),
    meta: { failed: t('inbox.actFailed') },
    onMutate: body => {
      const before = client.getQueryData(queryKey)
      if (before) client.setQueryData(queryKey, foreseen(before, body))
      return { before }
    },
    onError: (_error, _body, context) => client.setQueryData(queryKey, context?.before),
    onSuccess: contact => client.setQueryData(queryKey, contact),
  })
}

const foreseen = (
  now: Contact,
  { name, email, phone, external_id, custom_attributes }: Static<typeof UpdateContactRequest>,
): Contact => ({
  ...now,
  ...(name !== undefined && { name }),
  ...(email !== undefined && { email }),
  ...(phone !== undefined && { phone }),
  ...(external_id !== undefined && { external_id: external_id === null ? null : String(external_id) }),
  custom_attributes: { ...now.custom_attributes, ...custom_attributes },
})

/** Writes a note on somebody. */
export function useAddNote(id: string) {
  const client = useQueryClient()
  const me = useMe()
  return useMutation({
    mutationFn: (body: string) =>
      call(notes.createForContact, { params: { id }, body: { body, admin_id: me.admin.id } }),
    meta: { failed: t('inbox.actFailed') },
    onSuccess: () => client.invalidateQueries({ queryKey: [notes.listForContact.path] }),
  })
}

/** The tags of somebody, and how to add and remove them. */
export function usePersonTags(id: string) {
  const client = useQueryClient()
  const { data } = useQuery(queryOf(tags.listForContact, { params: { contact_id: id } }))
  const refresh = () => client.invalidateQueries({ queryKey: [tags.listForContact.path] })
  const failed = { meta: { failed: t('inbox.actFailed') }, onSuccess: refresh }
  const add = useMutation({
    mutationFn: (tagId: string) =>
      call(tags.attachToContact, { params: { contact_id: id }, body: { id: tagId } }),
    ...failed,
  })
  const remove = useMutation({
    mutationFn: (tagId: string) => call(tags.detachFromContact, { params: { contact_id: id, id: tagId } }),
    ...failed,
  })
  return { all: data?.data ?? [], add: add.mutate, remove: remove.mutate }
}
