import { invalid, missing } from '@guichet/contract/errors.ts'
import { eachLocale } from '../help-center/index.ts'
import type { CollectionText } from './collection.view.ts'

export interface CollectionTexts {
  name?: string | null | undefined
  description?: string | null | undefined
  translated_content?: Record<string, unknown> | null | undefined
}

/** The texts of a collection after a request: what it leaves out stays, and a language set to null goes. */
export function changedContents(
  before: Record<string, CollectionText>,
  request: CollectionTexts,
  mainLocale: string,
): Record<string, CollectionText> {
  const contents = { ...before }
  for (const [locale, given] of eachLocale(request.translated_content)) {
    if (given !== null) contents[locale] = changed(contents[locale], given)
    else if (locale !== mainLocale) delete contents[locale]
  }
  const { name, description } = request
  contents[mainLocale] = changed(contents[mainLocale], { name, description })
  return contents
}

function changed(before: CollectionText | undefined, given: Record<string, unknown>): CollectionText {
  const name = given['name'] ?? before?.name
  if (typeof name !== 'string' || name.trim() === '') throw missing('name', 'Name is a required parameter.')
  if (name.length > LONGEST_NAME)
    throw invalid(`name must be at most ${LONGEST_NAME} characters long`, 'name')
  const description = given['description'] ?? before?.description ?? ''
  if (typeof description !== 'string') throw invalid('description must be a string', 'description')
  if (description.length > LONGEST)
    throw invalid(`description must be at most ${LONGEST} characters long`, 'description')
  return { name: name.trim(), description }
}

const LONGEST_NAME = 255
const LONGEST = 10_000
