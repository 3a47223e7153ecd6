import { invalid, missing, type Problem } from '@guichet/contract/errors.ts'
import type { AttributeModel } from './custom-attributes.ts'

const LONGEST_NAME = 190
const LONGEST_OPTION = 255
const LONGEST_DESCRIPTION = 4000
const MOST_OPTIONS = 250

/** The name without space around it: letters, digits, currency signs, hyphens, and what words are parted by. */
export function checkName(name: string | undefined): string {
  const trimmed = name?.trim() ?? ''
  if (trimmed === '') throw missing('name', 'Name is a required parameter.')
  if (!NAME.test(trimmed)) throw invalid(ODD_NAME, 'name')
  if (trimmed.length > LONGEST_NAME)
    throw invalid(`Name must have at most ${LONGEST_NAME} characters`, 'name')
  return trimmed
}

const NAME = /^[\p{L}\p{M}\p{N}\p{Sc}_ -]+$/u
const ODD_NAME =
  'Your name for this attribute must only contain alphanumeric characters, currency symbols, and hyphens'

export const nameTaken = (name: string, taken: AttributeModel, wanted: AttributeModel): Problem =>
  invalid(
    `You already have '${name}' in your ${people(taken)} data. To save this as new ${people(wanted)} data, use a different name.`,
    'name',
  )

const people = (model: AttributeModel): string => (model === 'contact' ? 'people' : model)

/** A type attributes may have. */
export function checkType(type: string | undefined): string {
  if (type === undefined) throw missing('data_type')
  if (!TYPES.has(type)) throw invalid("Data Type isn't an option", 'data_type')
  return type
}

/** The type of an attribute that is given options: a string becomes a list by them. */
export function typeWithOptions(type: string): 'options' {
  if (!LISTS.has(type)) throw invalid('Options can only be given to a list', 'options')
  return 'options'
}

const TYPES = new Set(['string', 'integer', 'float', 'boolean', 'date', 'datetime', 'options'])
const LISTS = new Set(['string', 'list', 'options'])

export function checkOptions(options: { value: string }[] | undefined): { value: string }[] {
  if (!options) throw invalid("Options isn't an array", 'options')
  const values = options.map(option => option.value.trim())
  if (values.length < 2) throw invalid('Options must hold at least 2 values', 'options')
  if (values.length > MOST_OPTIONS)
    throw invalid(`Options must hold at most ${MOST_OPTIONS} values`, 'options')
  if (values.some(value => value === '' || value.length > LONGEST_OPTION))
    throw invalid(`Each option must have 1 to ${LONGEST_OPTION} characters`, 'options')
  if (new Set(values).size < values.length) throw invalid('Options must differ from each other', 'options')
  return values.map(value => ({ value }))
}

export function checkDescription(description: string | null | undefined): string | null {
  if (!description) return null
  if (description.length > LONGEST_DESCRIPTION)
    throw invalid(`Description must have at most ${LONGEST_DESCRIPTION} characters`, 'description')
  return description
}
