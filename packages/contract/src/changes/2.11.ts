import { type Change, change } from '../change.ts'
import { CreateDataAttributeRequest } from '../operations/data-attributes.ts'

export const changes: Change[] = [
  change({
    in: '2.11',
    model: CreateDataAttributeRequest,
    why: 'The messenger may write a new attribute only where that is said; it used to be so by itself.',
    was: {},
    up: body => ({ ...body, messenger_writable: body['messenger_writable'] ?? true }),
  }),
]
