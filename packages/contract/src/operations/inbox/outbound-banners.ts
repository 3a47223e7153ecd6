import { Predicate } from '../../models/audience.ts'
import { ManagedBanner, ManagedBannerList } from '../../models/managed-banner.ts'
import { family } from '../../operation.ts'
import { BooleanInput, Dictionary, IdInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

export const BannerRequest = model('banner_request', {
  title: optional(nullable(Type.String())),
  body: optional(Type.String()),
  style: optional(oneOf('inline', 'floating')),
  position: optional(oneOf('top', 'bottom')),
  show_dismiss_button: optional(BooleanInput()),
  action: optional(
    nullable(
      Type.Object({
        type: oneOf('link', 'reaction'),
        label: optional(nullable(Type.String())),
        target: optional(nullable(Type.String())),
        reactions: optional(Type.Array(Type.String())),
      }),
    ),
  ),
  /** Whom it is for: an audience, or the query of a search, whose dates may be `{ days_ago: 30 }`; one of them takes the other's place. */
  audience_id: optional(nullable(IdInput())),
  aim: optional(nullable(Dictionary())),
})

export const AimSizeRequest = model('aim_size_request', { aim: Dictionary() })

export const AudienceSizeRequest = model('audience_size_request', {
  predicates: optional(Type.Array(Predicate)),
  role_predicates: optional(Type.Array(Predicate)),
})

/** Making banners, which the public API shows and does not make; and how many an audience holds. */
export const outboundBanners = family({
  list: {
    method: 'GET',
    path: '/app/api/banners',
    scope: 'read_content',
    summary: 'Every banner, with what happened to it',
    answer: ManagedBannerList,
  },
  create: {
    method: 'POST',
    path: '/app/api/banners',
    scope: 'write_content',
    summary: 'Make a banner',
    body: BannerRequest,
    status: 201,
    answer: ManagedBanner,
  },
  find: {
    method: 'GET',
    path: '/app/api/banners/{id}',
    scope: 'read_content',
    summary: 'One banner',
    answer: ManagedBanner,
  },
  update: {
    method: 'PATCH',
    path: '/app/api/banners/{id}',
    scope: 'write_content',
    summary: 'Change a banner',
    body: BannerRequest,
    answer: ManagedBanner,
  },
  delete: {
    method: 'DELETE',
    path: '/app/api/banners/{id}',
    scope: 'write_content',
    summary: 'Delete a banner',
    status: 204,
  },
  start: {
    method: 'POST',
    path: '/app/api/banners/{id}/start',
    scope: 'write_content',
    summary: 'Show a banner from now on',
    answer: ManagedBanner,
  },
  stop: {
    method: 'POST',
    path: '/app/api/banners/{id}/stop',
    scope: 'write_content',
    summary: 'Show a banner no longer',
    answer: ManagedBanner,
  },
  aimSize: {
    method: 'POST',
    path: '/app/api/aim_sizes',
    scope: 'read_content',
    summary: 'How many people something would be for',
    reads: true,
    body: AimSizeRequest,
    answer: model('aim_size', {
      type: Type.Literal('aim_size'),
      count: Type.Integer(),
      /** Those of them who have not said who they are. */
      visitors: Type.Integer(),
    }),
  },
  audienceSize: {
    method: 'POST',
    path: '/app/api/audience_sizes',
    scope: 'read_content',
    summary: 'How many people some rules select',
    reads: true,
    body: AudienceSizeRequest,
    answer: model('audience_size', { type: Type.Literal('audience_size'), count: Type.Integer() }),
  },
})
