import { HelpCenterSite } from '../../models/help-center-site.ts'
import { family } from '../../operation.ts'
import { BooleanInput, IdInput, model, nullable, oneOf, optional, Type } from '../../schema.ts'

export const UpdateHelpCenterSiteRequest = model('update_help_center_site_request', {
  display_name: optional(Type.String()),
  website_turned_on: optional(BooleanInput()),
  custom_domain: optional(nullable(Type.String())),
  accent_color: optional(Type.String()),
  logo_url: optional(nullable(Type.String())),
  headline: optional(Type.Record(Type.String(), Type.String())),
  links: optional(Type.Array(Type.Object({ label: Type.String(), url: Type.String() }))),
  contact: optional(oneOf('off', 'conversation', 'ticket')),
  contact_ticket_type_id: optional(nullable(IdInput())),
  shows_news: optional(BooleanInput()),
})

/** How a help center looks, which the public API does not tell. */
export const helpCenterSites = family({
  find: {
    method: 'GET',
    path: '/app/api/help_centers/{id}/site',
    scope: 'read_articles_scope',
    summary: 'How a help center looks, and what it offers',
    answer: HelpCenterSite,
  },
  update: {
    method: 'PATCH',
    path: '/app/api/help_centers/{id}/site',
    scope: 'manage_workspace',
    summary: 'Change how a help center looks, and what it offers',
    body: UpdateHelpCenterSiteRequest,
    answer: HelpCenterSite,
  },
})
