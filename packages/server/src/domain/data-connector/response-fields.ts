import type { ResponseField } from './stored.ts'

const MOST_FIELDS = 500

/** The fields of a sample answer, each by its path: `order.status`, `items.0.sku`. */
export function responseFields(sample: unknown): ResponseField[] {
  const fields: ResponseField[] = []
  collect(sample, '', fields)
  return fields
}

function collect(value: unknown, path: string, into: ResponseField[]): void {
  if (into.length >= MOST_FIELDS) return
  if (typeof value !== 'object' || value === null) {
    if (path !== '') into.push({ path, type: typeOf(value), example_value: value, redacted: false })
    return
  }
  for (const [key, inner] of Object.entries(value)) collect(inner, path ? `${path}.${key}` : key, into)
}

function typeOf(value: unknown): ResponseField['type'] {
  if (typeof value === 'boolean') return 'boolean'
  if (typeof value === 'number') return Number.isInteger(value) ? 'integer' : 'decimal'
  if (typeof value === 'string') return ISO.test(value) ? 'datetime' : 'string'
  return 'unknown'
}

const ISO = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/
