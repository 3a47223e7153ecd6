import { model, nullable, oneOf, Type } from '../schema.ts'

/** How a help center looks, and what it offers beside articles. */
export const HelpCenterSite = model('help_center_site', {
  type: Type.Literal('help_center_site'),
  id: Type.String(),
  /** Where the world finds it. */
  url: Type.String(),
  display_name: Type.String(),
  website_turned_on: Type.Boolean(),
  /** Such as `help.example.com`. */
  custom_domain: nullable(Type.String()),
  /** Such as `#0b6b57`. */
  accent_color: Type.String(),
  logo_url: nullable(Type.String()),
  /** The words on top of the start page, by language; one that is not there is said as the pages say it. */
  headline: Type.Record(Type.String(), Type.String()),
  /** What leads elsewhere from the bar. */
  links: Type.Array(Type.Object({ label: Type.String(), url: Type.String() })),
  locales: Type.Array(Type.String()),
  /** What its readers begin when they write to the team. */
  contact: oneOf('off', 'conversation', 'ticket'),
  contact_ticket_type_id: nullable(Type.String()),
  shows_news: Type.Boolean(),
})
