import { errors, problem } from '@guichet/contract/errors.ts'

const DATA_TYPES = [
  'string',
  'integer',
  'list',
  'decimal',
  'boolean',
  'datetime',
  'relationship',
  'files',
] as const

export type DataType = (typeof DATA_TYPES)[number]

/** The data type a request asks for; 422 for one that does not exist. */
export function readDataType(asked: string): DataType {
  const found = DATA_TYPES.find(each => each === asked)
  if (!found) {
    throw problem(
      errors.conversationAttributeInvalid,
      `data_type '${asked}' is not valid. Allowed types: ${DATA_TYPES.join(', ')}`,
    )
  }
  return found
}

/** The data type of a stored attribute. Those that come by other ways are told by the nearest name there is here. */
export const dataTypeOf = (stored: string): DataType =>
  DATA_TYPES.find(each => each === stored) ?? NEAREST[stored] ?? 'string'

const NEAREST: Record<string, DataType> = { options: 'list', float: 'decimal', date: 'datetime' }
