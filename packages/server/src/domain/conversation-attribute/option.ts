import { errors, type Problem, problem } from '@guichet/contract/errors.ts'
import { uuid } from '../../db/ids.ts'

/** One choice of a list attribute. */
export interface Option {
  id: string
  value: string
  archived: boolean
}

/** A request with nothing but a label in it; anything else is refused with 422. */
export type LabelRequest = Record<string, unknown>

/** The options a new list attribute begins with. */
export function firstOptions(labels: string[]): Option[] {
  requireFew(labels.length)
  const options: Option[] = []
  for (const label of labels) options.push(newOption(newLabel(options, readLabel({ label }))))
  requireTwo(options)
  return options
}

/** Options as they lie in the database. */
export function readOptions(stored: unknown): Option[] {
  return Array.isArray(stored) ? stored.filter(isStored).map(each => ({ archived: false, ...each })) : []
}

export function readLabel(request: LabelRequest): string {
  const { label, ...others } = request
  if (Object.keys(others).length > 0) throw refused("only 'label' is accepted")
  if (label === undefined || label === null) throw refused('label is required')
  if (typeof label !== 'string') throw refused('label must be a string')
  const trimmed = label.trim()
  if (trimmed === '') throw refused('label is required')
  if (trimmed.length > LONGEST_LABEL) throw refused(`label must be at most ${LONGEST_LABEL} characters`)
  return trimmed
}

const LONGEST_LABEL = 255

export function newLabel(others: Option[], label: string): string {
  if (others.some(each => !each.archived && each.value === label)) {
    throw refused(`An option with the label '${label}' already exists`)
  }
  return label
}

/** 422 for more options than a list may have, archived ones among them. */
export function requireFew(count: number): void {
  if (count > MOST_OPTIONS) throw refused(`A list attribute may have at most ${MOST_OPTIONS} options`)
}

const MOST_OPTIONS = 500

export function requireTwo(options: Option[]): void {
  if (options.filter(each => !each.archived).length < 2) {
    throw refused('A list attribute must have at least 2 active options')
  }
}

export const newOption = (value: string): Option => ({ id: uuid(), value, archived: false })

export const refused = (message: string): Problem => problem(errors.conversationAttributeInvalid, message)

const isStored = (value: unknown): value is Pick<Option, 'id' | 'value'> =>
  typeof value === 'object' &&
  value !== null &&
  'id' in value &&
  typeof value.id === 'string' &&
  'value' in value &&
  typeof value.value === 'string'
