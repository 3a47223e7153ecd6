import type { Actor } from '../../domain/actor.ts'
import type { HelpCenterRow } from '../../domain/help-center/index.ts'
import type { Site } from '../../domain/help-site/index.ts'
import { slugOf } from '../../text/slug.ts'
import type { HelpTexts } from './texts.ts'

/** One look at a help center: which, in which language, by whom. */
export interface Visit {
  site: Site
  helpCenter: HelpCenterRow
  locale: string
  says: HelpTexts
  actor: Actor
  /** What every address of the help center begins with; nothing on a domain of its own. */
  base: string
  /** Where the world finds the help center, wherever it is looked at. */
  home: string
}

/** The one address of a page, for search engines and machines. */
export const absolute = ({ base, home }: Visit, path: string): string => home + path.slice(base.length)

/** Where the pages of a help center are, for links within it. */
export const paths = {
  home: ({ base }: Visit, locale: string) => `${base}/${locale}`,
  search: ({ base, locale }: Visit) => `${base}/${locale}/search`,
  suggest: ({ base, locale }: Visit) => `${base}/${locale}/suggest`,
  article: ({ base, locale }: Visit, { id, title }: { id: number; title: string }, at = locale) =>
    `${base}/${at}/articles/${slugged(id, title)}`,
  collection: ({ base, locale }: Visit, { id, name }: { id: number; name: string }, at = locale) =>
    `${base}/${at}/collections/${slugged(id, name)}`,
  contact: ({ base, locale }: Visit, at = locale) => `${base}/${at}/contact`,
  requests: ({ base, locale }: Visit, at = locale) => `${base}/${at}/requests`,
  request: ({ base, locale }: Visit, id: string) => `${base}/${locale}/requests/${id}`,
  news: ({ base, locale }: Visit, at = locale) => `${base}/${at}/news`,
  newsItem: ({ base, locale }: Visit, id: number, at = locale) => `${base}/${at}/news/${id}`,
  opinions: ({ base, locale }: Visit, id: number) => `${base}/${locale}/articles/${id}/opinions`,
}

const slugged = (id: number, title: string): string => {
  const slug = slugOf(title)
  return slug === '' ? String(id) : `${id}-${slug}`
}

/** Languages that are written from right to left. */
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur'])

export const directionOf = (locale: string): 'ltr' | 'rtl' =>
  RIGHT_TO_LEFT.has(locale.split('-')[0] ?? '') ? 'rtl' : 'ltr'

/** The name of a language in itself, such as `Français`. */
export function languageName(locale: string): string {
  const code = locale.slice(0, 2)
  const name = new Intl.DisplayNames([locale, 'en'], { type: 'language' }).of(locale) ?? code
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

/** A day as readers of a language write it. */
export const dayIn = (locale: string, seconds: number): string =>
  new Intl.DateTimeFormat([locale, 'en'], { dateStyle: 'long' }).format(seconds * 1000)
