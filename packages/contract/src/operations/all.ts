import type { Operation } from '../operation.ts'
import { inboxFamilies } from './inbox/index.ts'
import { families } from './index.ts'
import { messengerFamilies } from './messenger/index.ts'
import { oauth } from './oauth.ts'

const listed = (of: Record<string, Record<string, Operation>>): Operation[] =>
  Object.values(of).flatMap(family => Object.values(family))

/** What is published, and described by the OpenAPI documents. */
export const publishedOperations: Operation[] = listed(families)

/** Everything that is served: what is published, and what our own pages call. */
export const allOperations: Operation[] = [
  ...publishedOperations,
  ...listed(inboxFamilies),
  ...listed(messengerFamilies),
  ...listed({ oauth }),
]
