import { invalid } from '@guichet/contract/errors.ts'

/** The value of a cell as an attribute of a type takes it; 400 for what is none. */
export function cellValue(type: string, name: string, text: string): string | number | boolean {
  const cell = text.trim()
  if (type === 'integer' || type === 'float') return numberOf(name, cell, type === 'integer')
  if (type === 'boolean') return booleanOf(name, cell)
  return type === 'date' ? timeOf(name, cell) : cell
}

function numberOf(name: string, cell: string, whole: boolean): number {
  // 1,234.5 and 1 234,5 are the same number; a lone comma is taken for what it is in the file's own language.
  const tidy = cell.replace(/[\s\u00a0\u202f']/g, '')
  const plain = /^-?\d{1,3}(,\d{3})+(\.\d+)?$/.test(tidy) ? tidy.replaceAll(',', '') : tidy.replace(',', '.')
  const value = /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : Number.NaN
  if (!Number.isFinite(value) || (whole && !Number.isSafeInteger(value)))
    throw invalid(`"${short(cell)}" is no ${whole ? 'whole number' : 'number'}`, name)
  return value
}

export function booleanOf(name: string, cell: string): boolean {
  const word = cell.trim().toLowerCase()
  if (/^(true|yes|y|1|oui|vrai|x)$/.test(word)) return true
  if (/^(false|no|n|0|non|faux)$/.test(word)) return false
  throw invalid(`"${short(cell)}" is neither true nor false`, name)
}

/** Seconds since the epoch, of what is written as that, or as ISO 8601 has it. */
export function timeOf(name: string, cell: string): number {
  if (/^\d{9,10}$/.test(cell)) return Number(cell)
  if (/^\d{13}$/.test(cell)) return Math.floor(Number(cell) / 1000)
  const iso = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?\s*(Z|UTC|[+-]\d{2}:?\d{2})?)?$/.test(cell)
  const zoned = /\d{2}:\d{2}/.test(cell) && !/(Z|UTC|[+-]\d{2}:?\d{2})$/.test(cell) ? `${cell}Z` : cell
  const at = iso ? Date.parse(zoned.replace(/ ?UTC$/, 'Z').replace(' ', 'T')) : Number.NaN
  if (Number.isNaN(at)) throw invalid(`"${short(cell)}" is no date such as 2026-11-25`, name)
  return Math.floor(at / 1000)
}

const short = (text: string): string => (text.length > 50 ? `${text.slice(0, 50)}…` : text)
