import { Dictionary, model, nullable, oneOf, optional, since, Timestamp, Type, until } from '../schema.ts'
import { AddressableList } from './addressable-list.ts'
import { cursorPageOf, pageOf } from './list.ts'

export const ContactReference = model('contact_reference', {
  type: Type.Literal('contact'),
  id: Type.String(),
  external_id: nullable(Type.String()),
})

export const SocialProfile = model('social_profile', {
  type: Type.Literal('social_profile'),
  name: Type.String(),
  url: Type.String(),
})

export const ContactLocation = model('contact_location', {
  type: Type.Literal('location'),
  country: nullable(Type.String()),
  region: nullable(Type.String()),
  city: nullable(Type.String()),
  country_code: nullable(Type.String()),
  continent_code: nullable(Type.String()),
})

export const MergeHistoryItem = model('merge_history_item', {
  type: Type.Literal('merge_history'),
  source_contact_id: Type.String(),
  source_contact_role: oneOf('lead', 'user'),
  merged_at: nullable(Timestamp()),
})

/** A user or a lead. Every field is always there, null when unset. */
export const Contact = model('contact', {
  type: Type.Literal('contact'),
  id: Type.String(),
  external_id: nullable(Type.String()),
  workspace_id: Type.String(),
  role: oneOf('user', 'lead'),
  email: nullable(Type.String()),
  email_domain: optional(Type.String()),
  phone: nullable(Type.String()),
  formatted_phone: since('Preview', optional(nullable(Type.String()))),
  name: nullable(Type.String()),
  owner_id: nullable(Type.String()),
  has_hard_bounced: Type.Boolean(),
  marked_email_as_spam: Type.Boolean(),
  unsubscribed_from_emails: Type.Boolean(),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  signed_up_at: nullable(Timestamp()),
  last_seen_at: nullable(Timestamp()),
  last_replied_at: nullable(Timestamp()),
  last_contacted_at: nullable(Timestamp()),
  last_email_opened_at: nullable(Timestamp()),
  last_email_clicked_at: nullable(Timestamp()),
  language_override: nullable(Type.String()),
  browser: nullable(Type.String()),
  browser_version: nullable(Type.String()),
  browser_language: nullable(Type.String()),
  os: nullable(Type.String()),
  android_app_name: nullable(Type.String()),
  android_app_version: nullable(Type.String()),
  android_device: nullable(Type.String()),
  android_os_version: nullable(Type.String()),
  android_sdk_version: nullable(Type.String()),
  android_last_seen_at: nullable(Timestamp()),
  ios_app_name: nullable(Type.String()),
  ios_app_version: nullable(Type.String()),
  ios_device: nullable(Type.String()),
  ios_os_version: nullable(Type.String()),
  ios_sdk_version: nullable(Type.String()),
  ios_last_seen_at: nullable(Timestamp()),
  custom_attributes: Dictionary(),
  avatar: nullable(Type.Object({ type: Type.Literal('avatar'), image_url: nullable(Type.String()) })),
  tags: AddressableList,
  notes: AddressableList,
  companies: AddressableList,
  location: ContactLocation,
  social_profiles: Type.Object({ type: Type.Literal('list'), data: Type.Array(SocialProfile) }),
  merge_history: since('2.16', optional(nullable(Type.Array(MergeHistoryItem)))),
  opted_out_subscription_types: AddressableList,
  opted_in_subscription_types: AddressableList,
  utm_campaign: nullable(Type.String()),
  utm_content: nullable(Type.String()),
  utm_medium: nullable(Type.String()),
  utm_source: nullable(Type.String()),
  utm_term: nullable(Type.String()),
  referrer: nullable(Type.String()),
  enabled_push_messaging: since('2.12', nullable(Type.Boolean())),
})

export const ContactList = cursorPageOf('contact_list', Contact)

export const CompanyAttachedContacts = pageOf('company_attached_contacts', Contact)

/** What recorded answers name the type by up to 2.9; the descriptions of the time show the other keys. */
const ObjectName = until('2.9', optional(Type.Literal('contact')))

export const ContactDeleted = model('contact_deleted', {
  type: Type.Literal('contact'),
  id: Type.String(),
  external_id: nullable(Type.String()),
  object: ObjectName,
  deleted: Type.Boolean(),
})

/** Answers both archiving and unarchiving. */
export const ContactArchived = model('contact_archived', {
  type: Type.Literal('contact'),
  id: Type.String(),
  external_id: nullable(Type.String()),
  object: ObjectName,
  archived: Type.Boolean(),
})

export const ContactBlocked = model('contact_blocked', {
  type: Type.Literal('contact'),
  id: Type.String(),
  external_id: nullable(Type.String()),
  blocked: Type.Boolean(),
})
