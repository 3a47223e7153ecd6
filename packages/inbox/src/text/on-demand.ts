import type { Language } from './language.ts'

/** The areas that only their own pages need: they are loaded with them, so that nobody waits for them elsewhere. */
export const onDemand = {
  compose: {
    en: async () => (await import('./en/compose.ts')).compose,
    fr: async () => (await import('./fr/compose.ts')).compose,
  },
  desk: {
    en: async () => (await import('./en/desk.ts')).desk,
    fr: async () => (await import('./fr/desk.ts')).desk,
  },
  developer: {
    en: async () => (await import('./en/developer.ts')).developer,
    fr: async () => (await import('./fr/developer.ts')).developer,
  },
  helpSite: {
    en: async () => (await import('./en/help-site.ts')).helpSite,
    fr: async () => (await import('./fr/help-site.ts')).helpSite,
  },
  messengers: {
    en: async () => (await import('./en/messengers.ts')).messengers,
    fr: async () => (await import('./fr/messengers.ts')).messengers,
  },
  mail: {
    en: async () => (await import('./en/mail.ts')).mail,
    fr: async () => (await import('./fr/mail.ts')).mail,
  },
  imports: {
    en: async () => (await import('./en/imports.ts')).imports,
    fr: async () => (await import('./fr/imports.ts')).imports,
  },
  settings: {
    en: async () => (await import('./en/settings.ts')).settings,
    fr: async () => (await import('./fr/settings.ts')).settings,
  },
  translations: {
    en: async () => (await import('./en/translations.ts')).translations,
    fr: async () => (await import('./fr/translations.ts')).translations,
  },
  reports: {
    en: async () => (await import('./en/reports.ts')).reports,
    fr: async () => (await import('./fr/reports.ts')).reports,
  },
  welcome: {
    en: async () => (await import('./en/welcome.ts')).welcome,
    fr: async () => (await import('./fr/welcome.ts')).welcome,
  },
  teams: {
    en: async () => (await import('./en/teams.ts')).teams,
    fr: async () => (await import('./fr/teams.ts')).teams,
  },
  outbound: {
    en: async () => (await import('./en/outbound.ts')).outbound,
    fr: async () => (await import('./fr/outbound.ts')).outbound,
  },
  knowledge: {
    en: async () => (await import('./en/knowledge.ts')).knowledge,
    fr: async () => (await import('./fr/knowledge.ts')).knowledge,
  },
  person: {
    en: async () => (await import('./en/person.ts')).person,
    fr: async () => (await import('./fr/person.ts')).person,
  },
  organising: {
    en: async () => (await import('./en/organising.ts')).organising,
    fr: async () => (await import('./fr/organising.ts')).organising,
  },
} satisfies Record<string, Record<Language, () => Promise<object>>>
