import { type Change, change } from '../change.ts'
import { DataAttribute } from '../models/data-attribute.ts'
import { oneOf } from '../schema.ts'

export const changes: Change[] = [
  change({
    in: 'Preview',
    model: DataAttribute,
    why: 'Attributes with a time of day say so; they used to be told as dates.',
    was: { data_type: oneOf('string', 'integer', 'float', 'boolean', 'date') },
    down: attribute => ({
      ...attribute,
      data_type: attribute.data_type === 'datetime' ? 'date' : attribute.data_type,
    }),
  }),
]
