import { fieldsOf } from '@guichet/contract/fields.ts'
import type { StoredContact } from '../contact/index.ts'

/** Columns whose value the survivor takes over where it has none of its own. */
const GAPS = [
  ...([
    'email',
    'external_id',
    'phone',
    'formatted_phone',
    'name',
    'avatar',
    'owner_id',
    'signed_up_at',
  ] as const),
  ...(['last_email_opened_at', 'last_email_clicked_at', 'language_override', 'remote_created_at'] as const),
  ...([
    'browser',
    'browser_version',
    'browser_language',
    'os',
    'referrer',
    'enabled_push_messaging',
  ] as const),
  ...(['location_country', 'location_region', 'location_city'] as const),
  ...(['location_country_code', 'location_continent_code'] as const),
  ...(['utm_campaign', 'utm_content', 'utm_medium', 'utm_source', 'utm_term'] as const),
  ...(['android_app_name', 'android_app_version', 'android_device'] as const),
  ...(['android_os_version', 'android_sdk_version', 'android_last_seen_at'] as const),
  ...(['ios_app_name', 'ios_app_version', 'ios_device'] as const),
  ...(['ios_os_version', 'ios_sdk_version', 'ios_last_seen_at'] as const),
] as const

const LATEST = ['last_seen_at', 'last_request_at', 'last_replied_at', 'last_contacted_at'] as const

type Gap = (typeof GAPS)[number]
type Filled = Partial<Pick<StoredContact, Gap | (typeof LATEST)[number]>> & {
  session_count: number
  custom_attributes?: Record<string, unknown>
}

/** What a survivor takes from the contact merged into it: values it lacks, the later times, the sum of the sessions. */
export function fillGaps(from: StoredContact, into: StoredContact): Filled {
  const filled: Record<string, unknown> = {}
  for (const column of GAPS) if (into[column] === null && from[column] !== null) filled[column] = from[column]
  for (const column of LATEST) if ((from[column] ?? 0) > (into[column] ?? 0)) filled[column] = from[column]
  const attributes = { ...fieldsOf(from.custom_attributes), ...fieldsOf(into.custom_attributes) }
  const grown = Object.keys(attributes).length > Object.keys(fieldsOf(into.custom_attributes)).length
  return {
    ...filled,
    session_count: into.session_count + from.session_count,
    ...(grown && { custom_attributes: attributes }),
  }
}
