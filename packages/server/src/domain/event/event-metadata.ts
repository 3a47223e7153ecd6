import { invalid, type Problem } from '@guichet/contract/errors.ts'
import { type Fields, isFields } from '@guichet/contract/fields.ts'

const MOST_KEYS = 10
const LONGEST_KEY = 255
const LONGEST_TEXT = 10_000

/**
 * The metadata of an event as it is kept: the first ten keys in the order sent. 400 for a value that is neither plain nor
 * one of the two objects there are, a rich link `{url, value}` and an amount of money `{amount, currency}`.
 */
export function checkMetadata(metadata: Fields): Fields {
  const kept = Object.entries(metadata).slice(0, MOST_KEYS)
  const wrong = kept.find(([name, value]) => name.length > LONGEST_KEY || !isValue(value))
  if (wrong) throw unfit(wrong[0])
  return Object.fromEntries(kept)
}

const isValue = (value: unknown): boolean =>
  value === null || isPlain(value) || (isFields(value) && (isRichLink(value) || isMoney(value)))

const isPlain = (value: unknown): boolean =>
  isText(value) || typeof value === 'number' || typeof value === 'boolean'

const isRichLink = (value: Fields): boolean =>
  hasOnly(value, ['url', 'value']) && isText(value['url']) && isPlain(value['value'])

const isMoney = (value: Fields): boolean =>
  hasOnly(value, ['amount', 'currency']) && Number.isSafeInteger(value['amount']) && isText(value['currency'])

const hasOnly = (value: Fields, names: string[]): boolean =>
  Object.keys(value).length === names.length && names.every(name => name in value)

const isText = (value: unknown): boolean => typeof value === 'string' && value.length <= LONGEST_TEXT

const unfit = (name: string): Problem =>
  invalid(
    `metadata.${name.slice(0, LONGEST_KEY)} must be a string, a number, a boolean, a rich link with url and value, or an amount with a currency`,
    'metadata',
  )
