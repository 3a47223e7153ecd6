import type { Visitor } from '@guichet/contract/models/visitor.ts'
import { pseudonymOf } from '@guichet/contract/pseudonym.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { VisitorRow } from './visitor.sql.ts'

export type VisitorView = Static<typeof Visitor>

/** A visitor with every key the API is recorded with. Companies and segments come to people once they are known. */
export function viewVisitor(row: VisitorRow, tags: { id: string; name: string }[]): VisitorView {
  return {
    type: 'visitor',
    id: row.id,
    user_id: row.external_id ?? '',
    anonymous: true,
    email: row.email ?? '',
    phone: row.phone,
    name: row.name,
    pseudonym: pseudonymIn(row),
    avatar: { type: 'avatar', image_url: row.avatar },
    app_id: row.workspace_id,
    companies: { type: 'company.list', companies: [] },
    location_data: locationOf(row),
    last_request_at: row.last_request_at,
    created_at: row.created_at,
    remote_created_at: row.remote_created_at ?? row.created_at,
    signed_up_at: row.signed_up_at ?? row.created_at,
    updated_at: row.updated_at,
    session_count: row.session_count,
    social_profiles: { type: 'social_profile.list', social_profiles: [] },
    owner_id: row.owner_id === null ? null : String(row.owner_id),
    unsubscribed_from_emails: row.unsubscribed_from_emails,
    marked_email_as_spam: row.marked_email_as_spam,
    has_hard_bounced: row.has_hard_bounced,
    tags: { type: 'tag.list', tags: tags.map(({ id, name }) => ({ type: 'tag', id, name })) },
    segments: { type: 'segment.list', segments: [] },
    custom_attributes: { ...(typeof row.custom_attributes === 'object' && row.custom_attributes) },
    referrer: row.referrer,
    utm_campaign: row.utm_campaign,
    utm_content: row.utm_content,
    utm_medium: row.utm_medium,
    utm_source: row.utm_source,
    utm_term: row.utm_term,
    do_not_track: row.do_not_track || null,
  }
}

/** Such as `Red Balloon from Dublin`, once it is known where the visitor is. */
function pseudonymIn({ id, pseudonym, location_city }: VisitorRow): string {
  const called = pseudonym ?? pseudonymOf(id)
  return location_city === null ? called : `${called} from ${location_city}`
}

/** Empty until it is known where the visitor is. */
function locationOf(row: VisitorRow): Record<string, unknown> {
  if (row.location_country === null && row.location_city === null) return {}
  return {
    type: 'location_data',
    city_name: row.location_city,
    region_name: row.location_region,
    country_name: row.location_country,
    country_code: row.location_country_code,
    continent_code: row.location_continent_code,
  }
}
