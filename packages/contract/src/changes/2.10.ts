import { type Change, change } from '../change.ts'
import { Collection } from '../models/collection.ts'
import { Type } from '../schema.ts'

export const changes: Change[] = [
  change({
    in: '2.10',
    model: Collection,
    why: 'Collections nest in collections instead of holding sections, and no longer say their type.',
    was: { type: Type.Literal('collection') },
    down: () => ({ type: 'collection' }),
  }),
]
