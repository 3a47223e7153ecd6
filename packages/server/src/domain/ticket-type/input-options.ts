import { invalid, missing } from '@guichet/contract/errors.ts'
import { uuid } from '../../db/ids.ts'

/** One choice of a list; one that was taken off the list stays for the tickets that have it. */
export interface ListOption {
  id: string
  label: string
  archived?: boolean
}

/** What more there is to an attribute of some types: which keys there are follows from the type. */
export interface InputOptions {
  multiline?: boolean
  list_options?: ListOption[]
  allow_multiple_values?: boolean
}

/** What requests say about it; `list_items` are labels with commas between. */
export interface InputAsked {
  multiline?: boolean | undefined
  list_items?: string | null | undefined
  allow_multiple_values?: boolean | undefined
}

/** The input options of a new attribute: 400 for a list without items. */
export function newInputOptions(dataType: string, asked: InputAsked): InputOptions | null {
  if (dataType === 'list' && !asked.list_items) throw missing('list_items')
  return changedInputOptions(dataType, asked, emptyOf(dataType))
}

function emptyOf(dataType: string): InputOptions | null {
  if (dataType === 'string') return { multiline: false }
  if (dataType === 'list') return { list_options: [] }
  return dataType === 'files' ? { allow_multiple_values: false } : null
}

/** The input options after a change. An item keeps its id for as long as its label stays. */
export function changedInputOptions(
  dataType: string,
  { multiline, list_items, allow_multiple_values }: InputAsked,
  before: InputOptions | null,
): InputOptions | null {
  if (dataType === 'string') return multiline === undefined ? before : { multiline }
  if (dataType === 'files') return allow_multiple_values === undefined ? before : { allow_multiple_values }
  if (dataType !== 'list' || list_items === undefined || list_items === null) return before
  return { list_options: mergeOptions(before?.list_options ?? [], labelsIn(list_items)) }
}

function labelsIn(items: string): string[] {
  const labels = items
    .split(',')
    .map(item => item.trim())
    .filter(item => item !== '')
  if (labels.length === 0) throw missing('list_items')
  if (labels.length > MOST_OPTIONS)
    throw invalid(`a list may have at most ${MOST_OPTIONS} items`, 'list_items')
  return [...new Set(labels)]
}

const MOST_OPTIONS = 1000

function mergeOptions(before: ListOption[], labels: string[]): ListOption[] {
  const known = new Map(before.map(option => [option.label, option.id]))
  const wanted = new Set(labels)
  return [
    ...labels.map(label => ({ id: known.get(label) ?? uuid(), label })),
    ...before
      .filter(option => !wanted.has(option.label))
      .map(({ id, label }) => ({ id, label, archived: true })),
  ]
}
