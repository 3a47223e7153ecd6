import { errors, problem } from '@guichet/contract/errors.ts'

export type SortValue = string | number | boolean | null

/** Where a page starts: after the row with these sort values and this id. */
export interface Cursor {
  values: SortValue[]
  id: string | number
  /** Number of the page the cursor leads to; the API shows it. */
  page: number
}

/** Opaque text of a cursor. The endpoint is part of it, so that no other endpoint accepts it. */
export function encodeCursor(endpoint: string, cursor: Cursor): string {
  return Buffer.from(JSON.stringify([endpoint, cursor.values, cursor.id, cursor.page])).toString('base64')
}

/**
 * Reads a cursor of this endpoint back, with as many sort values as the order has now. Refuses anything else with the API's
 * own error. Line ends and the URL-safe alphabet are forgiven, since clients carry cursors through both.
 */
export function decodeCursor(endpoint: string, text: string, sortValues?: number): Cursor {
  const [tag, values, id, page] = parse(text)
  const fits =
    tag === endpoint &&
    Array.isArray(values) &&
    values.every(isSortValue) &&
    (sortValues === undefined || values.length === sortValues) &&
    (typeof id === 'string' || typeof id === 'number') &&
    typeof page === 'number' &&
    Number.isSafeInteger(page)
  if (!fits) throw problem(errors.cursorInvalid)
  return { values, id, page }
}

function parse(text: string): unknown[] {
  try {
    const found: unknown = JSON.parse(Buffer.from(text.replaceAll(' ', '+'), 'base64').toString('utf8'))
    return Array.isArray(found) ? found : []
  } catch {
    return []
  }
}

const isSortValue = (value: unknown): value is SortValue =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value)
