import { Dictionary, model, nullable, optional, since, Timestamp, Type } from '../schema.ts'
import { AddressableList } from './addressable-list.ts'
import { cursorPageOf, pageOf } from './list.ts'
import { PageLinks } from './pages.ts'
import { Segment } from './segment.ts'
import { Tag } from './tag.ts'

/** A company. What is unset of size, website, industry and last request is left out. */
export const Company = model('company', {
  type: Type.Literal('company'),
  id: Type.String(),
  name: nullable(Type.String()),
  app_id: Type.String(),
  plan: Type.Object({
    type: optional(Type.Literal('plan')),
    id: optional(Type.String()),
    name: optional(Type.String()),
  }),
  company_id: Type.String(),
  remote_created_at: nullable(Timestamp()),
  created_at: Timestamp(),
  updated_at: Timestamp(),
  last_request_at: optional(Timestamp()),
  size: optional(Type.Integer()),
  website: optional(Type.String()),
  industry: optional(Type.String()),
  monthly_spend: Type.Integer(),
  session_count: Type.Integer(),
  user_count: Type.Integer(),
  custom_attributes: Dictionary(),
  tags: Type.Object({ type: Type.Literal('tag.list'), tags: Type.Array(Tag) }),
  segments: Type.Object({ type: Type.Literal('segment.list'), segments: Type.Array(Segment) }),
  notes: since(
    '2.16',
    optional(
      Type.Object({
        type: Type.Literal('note.list'),
        data: AddressableList.properties.data,
        url: Type.String(),
        total_count: Type.Integer(),
        has_more: Type.Boolean(),
      }),
    ),
  ),
})

export const CompanyList = pageOf('company_list', Company)

/**
 * One company that was asked for by its `company_id` or name. The description promises a list, the original answers the
 * company itself, and clients are written for either: this is both.
 */
export const FoundCompany = model('found_company', {
  ...Company.properties,
  type: Type.Literal('list'),
  data: Type.Array(Company),
  total_count: Type.Literal(1),
  pages: PageLinks,
})

export const CompanySearchList = cursorPageOf('company_search_list', Company)

export const CompanyScroll = model('company_scroll', {
  type: Type.Literal('list'),
  data: Type.Array(Company),
  pages: Type.Null(),
  total_count: Type.Null(),
  /** Null beside the empty batch that ends a scroll: the official client goes on for as long as there is one. */
  scroll_param: nullable(Type.String()),
})

/** The description has `companies`, and clients made from it read that; the original answers `data`. */
export const ContactAttachedCompanies = model('contact_attached_companies', {
  ...pageOf('', Company).properties,
  companies: optional(Type.Array(Company)),
})

export const DeletedCompany = model('deleted_company_object', {
  id: Type.String(),
  object: Type.Literal('company'),
  deleted: Type.Boolean(),
})
