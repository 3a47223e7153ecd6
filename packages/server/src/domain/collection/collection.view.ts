import type { Collection } from '@guichet/contract/models/collection.ts'
import type { Static } from '@guichet/contract/schema.ts'
import type { Actor } from '../actor.ts'
import { type HelpCenterRow, isFields, isMultilingual, pageAddress } from '../help-center/index.ts'
import type { CollectionRow } from './collection.sql.ts'

export type CollectionView = Static<typeof Collection>

/** A collection in one language. */
export interface CollectionText {
  name: string
  description: string | null
}

export function viewCollection(actor: Actor, row: CollectionRow, helpCenter: HelpCenterRow): CollectionView {
  const contents = readContents(row.contents)
  const { name, description } = mainText(contents, helpCenter)
  return {
    id: String(row.id),
    workspace_id: actor.workspace.id,
    name,
    url: pageAddress(actor, helpCenter, {
      ...{ locale: helpCenter.default_locale, id: row.id },
      kind: 'collections',
      title: name,
    }),
    order: row.position,
    created_at: row.created_at,
    updated_at: row.updated_at,
    description,
    icon: row.icon,
    parent_id: row.parent_id === null ? null : String(row.parent_id),
    help_center_id: row.help_center_id,
    ...viewTranslations(contents, helpCenter),
  }
}

/** What only a help center of several languages shows. */
export function viewTranslations(
  contents: Record<string, CollectionText>,
  helpCenter: HelpCenterRow,
): Pick<CollectionView, 'default_locale' | 'translated_content'> {
  if (!isMultilingual(helpCenter)) return {}
  // Null would do for a language without a text, but the description of 2.11 knows objects alone.
  const texts = helpCenter.locales.flatMap(locale => {
    const text = contents[locale]
    return text ? [[locale, { type: 'group_content' as const, ...text }] as const] : []
  })
  return {
    default_locale: helpCenter.default_locale,
    translated_content: { type: 'group_translated_content', ...Object.fromEntries(texts) },
  }
}

export const mainText = (
  contents: Record<string, CollectionText>,
  helpCenter: HelpCenterRow,
): CollectionText => contents[helpCenter.default_locale] ?? { name: '', description: null }

/** The texts of a collection by locale, as they are stored. */
export function readContents(contents: unknown): Record<string, CollectionText> {
  const entries = Object.entries(isFields(contents) ? contents : {}).map(([locale, text]) => {
    const { name, description } = isFields(text) ? text : {}
    return [
      locale,
      { name: String(name ?? ''), description: typeof description === 'string' ? description : null },
    ]
  })
  return Object.fromEntries(entries)
}
