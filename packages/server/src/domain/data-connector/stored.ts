/** A header as it lies in the database: its value is sealed. */
export interface StoredHeader {
  name: string
  sealed: string
}

export const HEADER_PURPOSE = 'data connector header'

/** What a connector is told when it runs. */
export interface DataInput {
  name: string
  type: 'string' | 'integer' | 'decimal' | 'boolean'
  description: string | null
  required: boolean
  default_value: string
}

export interface ResponseField {
  path: string
  type: 'unknown' | 'string' | 'integer' | 'decimal' | 'datetime' | 'boolean'
  example_value: unknown
  redacted: boolean
}

/** Columns of JSON as what they hold; they are written from these types alone. */
export const storedHeaders = (stored: unknown): StoredHeader[] => listOf(stored, isHeader)
export const storedInputs = (stored: unknown): DataInput[] => listOf(stored, isInput)
export const storedFields = (stored: unknown): ResponseField[] => listOf(stored, isField)
export const storedIds = (stored: unknown): string[] => (Array.isArray(stored) ? stored.map(String) : [])

const listOf = <T>(stored: unknown, is: (value: unknown) => value is T): T[] =>
  Array.isArray(stored) ? stored.filter(is) : []

const has = (value: unknown, ...keys: string[]): boolean =>
  typeof value === 'object' && value !== null && keys.every(key => key in value)

const isHeader = (value: unknown): value is StoredHeader => has(value, 'name', 'sealed')
const isInput = (value: unknown): value is DataInput =>
  has(value, 'name', 'type', 'description', 'required', 'default_value')
const isField = (value: unknown): value is ResponseField =>
  has(value, 'path', 'type', 'example_value', 'redacted')
