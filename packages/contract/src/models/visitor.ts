import { Dictionary, model, nullable, Timestamp, Type } from '../schema.ts'
import { Company } from './company.ts'
import { Tag } from './tag.ts'

/** Someone on the site who has not said who they are. */
export const Visitor = model('visitor', {
  type: Type.Literal('visitor'),
  id: Type.String(),
  user_id: Type.String(),
  anonymous: Type.Boolean(),
  email: nullable(Type.String()),
  phone: nullable(Type.String()),
  name: nullable(Type.String()),
  pseudonym: nullable(Type.String()),
  avatar: Type.Object({ type: Type.Literal('avatar'), image_url: nullable(Type.String()) }),
  app_id: Type.String(),
  companies: Type.Object({ type: Type.Literal('company.list'), companies: Type.Array(Company) }),
  location_data: Dictionary(),
  created_at: Timestamp(),
  remote_created_at: nullable(Timestamp()),
  signed_up_at: nullable(Timestamp()),
  updated_at: Timestamp(),
  session_count: Type.Integer(),
  social_profiles: Type.Object({
    type: Type.Literal('social_profile.list'),
    social_profiles: Type.Array(Type.Unknown()),
  }),
  owner_id: nullable(Type.String()),
  unsubscribed_from_emails: Type.Boolean(),
  marked_email_as_spam: Type.Boolean(),
  has_hard_bounced: Type.Boolean(),
  tags: Type.Object({ type: Type.Literal('tag.list'), tags: Type.Array(Tag) }),
  segments: Type.Object({ type: Type.Literal('segment.list'), segments: Type.Array(Type.Unknown()) }),
  custom_attributes: Dictionary(),
  referrer: nullable(Type.String()),
  utm_campaign: nullable(Type.String()),
  utm_content: nullable(Type.String()),
  utm_medium: nullable(Type.String()),
  utm_source: nullable(Type.String()),
  utm_term: nullable(Type.String()),
  do_not_track: nullable(Type.Boolean()),
  last_request_at: nullable(Timestamp()),
})
