import type { AnswerOf, Operation } from '@guichet/contract/operation.ts'
import { queryOptions } from '@tanstack/react-query'
import { type CallOf, call } from './client.ts'

/** How a reading operation is kept: under its path and what it was asked, so that `[operation.path]` names all of its answers. */
export const queryOf = <O extends Operation>(operation: O, of: CallOf<O>) =>
  queryOptions<AnswerOf<O>>({
    queryKey: [operation.path, of],
    queryFn: ({ signal }) => call(operation, { ...of, signal }),
  })
