import { fieldsOf, isFields } from '@guichet/contract/fields.ts'
import type { Contact } from '@guichet/contract/models/contact.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Tx } from '../../db/database.ts'
import type { Actor } from '../actor.ts'
import { withReferences } from '../custom-object/index.ts'
import {
  type ContactRow,
  MOST_SHOWN,
  type Newest,
  selectContactViews,
  selectMergesInto,
} from './contact.view.sql.ts'

export type ContactView = Static<typeof Contact>
type MergeHistory = NonNullable<ContactView['merge_history']>

export interface ViewOptions {
  /** Adds `merge_history` to users. */
  include_merge_history?: boolean | undefined
}

/** The contacts of these ids, in their order; ids of none, of visitors and of contacts merged away are left out. */
export async function viewContacts(
  tx: Tx,
  actor: Actor,
  ids: string[],
  options: ViewOptions = {},
): Promise<ContactView[]> {
  if (ids.length === 0) return []
  const [rows, histories] = await Promise.all([
    selectContactViews(tx, { workspaceId: actor.workspace.id, ids }),
    options.include_merge_history ? historiesOf(tx, actor, ids) : undefined,
  ])
  const shown = await withReferences(tx, actor.workspace.id, rows.filter(isContact))
  const byId = new Map(shown.map(row => [row.id, row]))
  return ids.flatMap(id => {
    const row = byId.get(id)
    return row ? [viewContact(row, histories)] : []
  })
}

const isContact = (row: ContactRow): boolean => row.merged_into === null && row.role !== 'visitor'

/** A contact that is known to be there. */
export async function viewOneContact(
  tx: Tx,
  actor: Actor,
  id: string,
  options: ViewOptions = {},
): Promise<ContactView> {
  const [view] = await viewContacts(tx, actor, [id], options)
  if (!view) throw new Error(`contact ${id} was written and cannot be read`)
  return view
}

async function historiesOf(tx: Tx, actor: Actor, ids: string[]): Promise<Map<string, MergeHistory>> {
  const rows = await selectMergesInto(tx, actor.workspace.id, ids)
  const byContact = Map.groupBy(rows, row => row.into_contact_id)
  return new Map(byContact.entries().map(([id, merges]) => [id, merges.map(viewMerge)]))
}

/** One contact that was merged away, as the survivor's history tells it. */
export const viewMerge = (row: { from_contact_id: string; created_at: number; role: string | null }) => ({
  type: 'merge_history' as const,
  source_contact_id: row.from_contact_id,
  source_contact_role: row.role === 'user' ? ('user' as const) : ('lead' as const),
  merged_at: row.created_at,
})

/** Every key is always there, in the order the API is recorded with. */
export function viewContact(row: ContactRow, histories?: Map<string, MergeHistory>): ContactView {
  return {
    type: 'contact',
    id: row.id,
    workspace_id: row.workspace_id,
    external_id: row.external_id,
    role: row.role === 'user' ? 'user' : 'lead',
    email: row.email,
    phone: row.phone,
    formatted_phone: row.formatted_phone,
    name: row.name,
    avatar: row.avatar === null ? null : { type: 'avatar', image_url: row.avatar },
    owner_id: row.owner_id === null ? null : String(row.owner_id),
    social_profiles: { type: 'list', data: socialProfiles(row.social_profiles) },
    has_hard_bounced: row.has_hard_bounced,
    marked_email_as_spam: row.marked_email_as_spam,
    unsubscribed_from_emails: row.unsubscribed_from_emails,
    created_at: row.created_at,
    updated_at: row.updated_at,
    signed_up_at: row.signed_up_at,
    last_seen_at: row.last_seen_at,
    last_replied_at: row.last_replied_at,
    last_contacted_at: row.last_contacted_at,
    last_email_opened_at: row.last_email_opened_at,
    last_email_clicked_at: row.last_email_clicked_at,
    language_override: row.language_override,
    browser: row.browser,
    browser_version: row.browser_version,
    browser_language: row.browser_language,
    os: row.os,
    location: {
      type: 'location',
      country: row.location_country,
      region: row.location_region,
      city: row.location_city,
      country_code: row.location_country_code,
      continent_code: row.location_continent_code,
    },
    android_app_name: row.android_app_name,
    android_app_version: row.android_app_version,
    android_device: row.android_device,
    android_os_version: row.android_os_version,
    android_sdk_version: row.android_sdk_version,
    android_last_seen_at: row.android_last_seen_at,
    ios_app_name: row.ios_app_name,
    ios_app_version: row.ios_app_version,
    ios_device: row.ios_device,
    ios_os_version: row.ios_os_version,
    ios_sdk_version: row.ios_sdk_version,
    ios_last_seen_at: row.ios_last_seen_at,
    custom_attributes: fieldsOf(row.custom_attributes),
    tags: addressable(row.tags, 'tag', '/tags', `/contacts/${row.id}/tags`),
    notes: addressable(row.notes, 'note', '/notes', `/contacts/${row.id}/notes`),
    companies: addressable(row.companies, 'company', '/companies', `/contacts/${row.id}/companies`),
    opted_out_subscription_types: choices(row.opted_out, row.id),
    opted_in_subscription_types: choices(row.opted_in, row.id),
    utm_campaign: row.utm_campaign,
    utm_content: row.utm_content,
    utm_medium: row.utm_medium,
    utm_source: row.utm_source,
    utm_term: row.utm_term,
    referrer: row.referrer,
    enabled_push_messaging: row.enabled_push_messaging,
    ...(histories && row.role === 'user' && { merge_history: histories.get(row.id) ?? [] }),
  }
}

/** The newest of a list, each with the path to it, and the path to them all. */
function addressable(newest: Newest<string | number> | null, type: string, path: string, url: string) {
  const [count, ids] = newest ?? [0, null]
  const data = (ids ?? []).map(id => ({ type, id: String(id), url: `${path}/${id}` }))
  return { type: 'list' as const, data, url, total_count: count, has_more: count > MOST_SHOWN }
}

const choices = (newest: Newest<number> | null, contactId: string) =>
  addressable(newest, 'subscription', '/subscriptions', `/contacts/${contactId}/subscriptions`)

function socialProfiles(stored: unknown) {
  return (Array.isArray(stored) ? stored : []).filter(isFields).map(({ name, url }) => ({
    type: 'social_profile' as const,
    name: String(name ?? ''),
    url: String(url ?? ''),
  }))
}
